"""What is typed and sent about documents, their proposals and passages."""

import re
from collections.abc import Mapping
from datetime import date

from django import forms

from khronika.desk.documents.whom import NEW
from khronika.desk.forms import DeskForm, line, long_text
from khronika.desk.people.facts import Fact
from khronika.desk.people.forms import HOW, said_in
from khronika.schema.claim import Certainty, Speaker
from khronika.schema.kind import Kind, kind, kinds
from khronika.schema.subject import SubjectKind
from khronika.schema.visibility import Visibility
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

ACCEPT, REJECT = "accept", "reject"
LONGEST_QUOTE = 2_000  # characters; a passage is a few sentences
_ADDRESS = re.compile(r"https?://\S+\Z")


class HowForm(DeskForm):
    """How something is known: it was published, or somebody told us."""

    how = forms.ChoiceField(choices=[(one, one) for one in HOW])
    title = line(required=False)


class AddressForm(HowForm):
    """An address of the web; fetched only where somebody says so."""

    url = line(longest=2_000)
    fetch = forms.BooleanField(required=False)

    def clean_url(self) -> str:
        """It begins as addresses do."""
        url = self.text("url")
        if not _ADDRESS.match(url):
            self.add_error("url", self.wording.gettext("Write the whole address: https://…"))
        return url


class WordsForm(HowForm):
    """A text that is pasted."""

    words = long_text()
    publisher = line(required=False)
    date = line(required=False)

    def clean(self) -> dict[str, object]:
        """The date is read as people type it."""
        sent = super().clean() or {}
        self.said_on = self.day("date")
        return sent


class CallForm(DeskForm):
    """A call: what was said, when, and who called, without a name."""

    words = long_text()
    title = line(required=False)
    date = line(required=False)

    def clean(self) -> dict[str, object]:
        """The date is read as people type it."""
        sent = super().clean() or {}
        self.said_on = self.day("date")
        return sent


class DescribeForm(HowForm):
    """What a document is."""

    title = line()
    publisher = line(required=False)
    date = line(required=False)
    lang = forms.ChoiceField(choices=[(one, one) for one in LANGUAGES], required=False)
    repeats = line(required=False)

    def clean(self) -> dict[str, object]:
        """The date is read as people type it."""
        sent = super().clean() or {}
        self.said_on = self.day("date")
        return sent


class ActForm(DeskForm):
    """What somebody decided about a proposal, and whom it is about."""

    do = forms.ChoiceField(choices=[(one, one) for one in (ACCEPT, REJECT)])
    who = line(required=False)
    case = line(required=False)
    reason = line(required=False)


class StatementForm(DeskForm):
    """Whom a statement is about, and its fields, each as people type it."""

    who = line(required=False)
    name = line(required=False, longest=120)
    case = line(required=False)

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        of: str,
        wording: Wording,
        today: date,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, wording=wording, today=today, initial=initial)
        self.fact = Fact("", of, asked_of(kind(of)), {})
        for name in self.fact.fields:
            self.fields[f"fact-{name}"] = line(required=False, longest=LONGEST_QUOTE)

    def clean(self) -> dict[str, object]:
        """Every field is read by what it holds, and one at least says something."""
        sent = super().clean() or {}
        self.said = dict(said_in(self, self.fact, prefix="fact"))
        # That somebody was arrested says something; that they have some occupation does not.
        if not self.said and not self.errors and self.fact.kind.rank is None:
            first = f"fact-{self.fact.fields[0]}"
            self.add_error(first, self.wording.gettext("Say at least one thing."))
        if self.text("who") == NEW and not self.text("name"):
            self.add_error("name", self.wording.gettext("Write the name of somebody new."))
        elif not self.text("who") and not self.text("name"):
            self.add_error("who", self.wording.gettext("Say who it is about."))
        return sent


class MarkForm(StatementForm):
    """A passage somebody marked: the words, who says them, how sure."""

    words = line(longest=LONGEST_QUOTE)
    near = line(required=False)
    speaker = forms.ChoiceField(choices=[(one.value, one.value) for one in Speaker], required=False)
    certainty = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Certainty], required=False
    )


def asked_of(spec: Kind) -> tuple[str, ...]:
    """The fields a form asks for: none that is kept nowhere."""
    return tuple(n for n, one in spec.fields.items() if one.least is not Visibility.SEALED)


def kinds_asked() -> tuple[str, ...]:
    """The kinds of statements that can be made from a passage."""
    about = {SubjectKind.PERSON.value, SubjectKind.CASE.value}
    return tuple(
        name
        for name, one in kinds().items()
        if about & set(one.about) and one.least is not Visibility.SEALED
    )
