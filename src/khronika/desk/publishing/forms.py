"""What is ticked and confirmed before something goes out, and where it goes."""

import re
from collections.abc import Iterable, Sequence

from django import forms
from django.core.exceptions import ValidationError

from khronika.desk.accounts.forms import ProofForm
from khronika.desk.forms import DeskForm, line
from khronika.schema.visibility import Use
from khronika.solidarity.choosing import Choosing, Way

_ISSUE = 60
_A_NAME = 3  # letters; a part of a name that is shorter is a word of every language
_MOST = 500  # people in one pack of letters


class UseForm(DeskForm):
    """What the publication is for; the public unless something else is said."""

    use = forms.ChoiceField(choices=[(one.value, one.value) for one in Use], required=False)

    def clean_use(self) -> str:
        """The use."""
        return self.text("use") or Use.PUBLIC.value


class PublishForm(UseForm, ProofForm):
    """What was seen when it was ticked, the issue this goes out as, and the passphrase."""

    seen = line(required=False)
    issue = line(required=False, longest=_ISSUE)
    way = forms.ChoiceField(
        choices=[(one.value, one.value) for one in (Way.ALL, Way.LONGEST)], required=False
    )
    number = forms.IntegerField(min_value=0, max_value=_MOST, required=False)

    @property
    def choosing(self) -> Choosing:
        """Whom packs of letters are for."""
        way = Way(self.text("way") or Way.ALL.value)
        return Choosing(way, self.cleaned_data.get("number") or 0)

    def refuse_names(self, names: Iterable[str]) -> None:
        """An issue's name is printed: it must name nobody."""
        said = set(re.findall(r"\w+", self.text("issue").casefold()))
        parts = {part for name in names for part in re.findall(r"\w+", name.casefold())}
        if said & {part for part in parts if len(part) >= _A_NAME and not part.isdigit()}:
            told = self.wording.gettext("The name of an issue is printed. Name nobody in it.")
            self.add_error("issue", ValidationError(told))


class PackForm(UseForm, ProofForm):
    """Which site is carried away, and the passphrase."""


class TakeDownForm(DeskForm):
    """Who is to be taken down."""

    person = line()


class PlaceForm(ProofForm):
    """Where the site stands, and the public key of the host."""

    address = line()
    host_key = line(longest=2_500)


def ticked(sent: object, name: str = "person") -> Sequence[str]:
    """Everything that was ticked under this name; `sent` is what Django calls a QueryDict."""
    getlist = getattr(sent, "getlist", None)
    return [str(one) for one in getlist(name)] if getlist else []
