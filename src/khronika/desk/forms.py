"""What every form of the desk has: its errors in the visitor's language, its dates as people type.

A field is printed by `templates/fields.html`; here is only what is sent and how it is read.
"""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from khronika.values.date import PartialDate
from khronika.values.reading import NotUnderstood, read_date
from khronika.values.wording import Wording

MAX_LINE = 300
MAX_TEXT = 500_000  # a verdict of two hundred pages pasted whole


class DeskForm(forms.Form):
    """A form that is filled in by one visitor on one day."""

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        wording: Wording,
        today: date,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}), prefix=None)
        self.wording = wording
        self.today = today

    def text(self, name: str) -> str:
        """What was sent in this field, without spaces around it; empty for nothing."""
        return str(self.cleaned_data.get(name) or "").strip()

    def day(self, name: str) -> PartialDate | None:
        """The date that was typed in this field; adds an error where it is none."""
        typed = self.text(name)
        if not typed:
            return None
        try:
            return read_date(typed, today=self.today).date
        except NotUnderstood as why:
            self.add_error(name, ValidationError(self.wording.say(why.say)))
            return None

    def past_day(self, name: str) -> date:
        """The one day that was typed, today for nothing; adds an error to one that is to come."""
        said = self.day(name)
        on = said.first_day if said else self.today
        if (said and not said.is_exact) or on > self.today:
            self.add_error(name, self.wording.gettext("Name one day that is not to come."))
        return on

    def coming_day(self, name: str) -> date | None:
        """The one day that was typed, or nothing; adds an error to what is no one day."""
        said = self.day(name)
        if said and not said.is_exact:
            self.add_error(name, self.wording.gettext("Name one day."))
        return said.first_day if said else None


def line(*, required: bool = True, longest: int = MAX_LINE) -> forms.CharField:
    """A line of text."""
    return forms.CharField(max_length=longest, required=required)


def long_text(*, required: bool = True) -> forms.CharField:
    """A text of many lines; its spaces are its own."""
    return forms.CharField(max_length=MAX_TEXT, required=required, strip=False)
