"""What is said of a photo: whose it is, on what terms, who can be seen; and where masks lie."""

import re
from collections.abc import Iterator, Mapping

from django import forms

from khronika.clearance.picture import Box
from khronika.desk.forms import DeskForm, line
from khronika.desk.people.forms import SourceForm
from khronika.schema.kind import choices

ROWS = 6  # boxes a form asks for; a picture of more faces is masked in several steps
SIDES = ("left", "top", "width", "height")
_WHOLE = 1000  # thousandths
_NUMBER = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*%?\Z")


class PhotoForm(SourceForm):
    """Credit, terms, faces, and where the photo is from."""

    credit = line()
    licence = line()
    faces = forms.ChoiceField(choices=[(one, one) for one in choices()["faces"]])
    taken = line(required=False)

    def clean(self) -> dict[str, object]:
        """The day it was taken is a date."""
        sent = super().clean()
        self.date = self.day("taken")
        return sent


class MaskForm(DeskForm):
    """Boxes in per cent of the picture's width and height, and whether they cover everybody."""

    covers = forms.BooleanField(required=False)

    def __init__(self, data: Mapping[str, str] | None = None, **named: object) -> None:
        super().__init__(data, **named)  # type: ignore[arg-type]  # the wording and the day
        for number in range(ROWS):
            for side in SIDES:
                self.fields[f"box-{number}-{side}"] = line(required=False, longest=8)

    def clean(self) -> dict[str, object]:
        """A box has all its sides, and covers a part of the picture."""
        sent = super().clean() or {}
        self.boxes = tuple(self._boxes())
        if not self.boxes and not self.errors:
            self.add_error("box-0-left", self.wording.gettext("Say where at least one face is."))
        return sent

    def _boxes(self) -> Iterator[Box]:
        for number in range(ROWS):
            typed = [self.text(f"box-{number}-{side}") for side in SIDES]
            if any(typed):
                read = [_thousandths(one) for one in typed]
                if None in read or not read[2] or not read[3]:
                    self.add_error(
                        f"box-{number}-left",
                        self.wording.gettext("Four numbers from 0 to 100, please."),
                    )
                else:
                    yield Box(*(one or 0 for one in read))


def _thousandths(typed: str) -> int | None:
    found = _NUMBER.match(typed.strip())
    value = int(found[1]) * 10 + int(found[2] or 0) if found else None
    return value if value is not None and value <= _WHOLE else None
