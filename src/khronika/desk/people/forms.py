"""What is typed about a person: names, documents, facts with the words they rest on.

Invariants:

- Nothing is recorded without the document it stands in.
- What cannot be read as what it should be is asked about, never guessed.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from khronika.casebook.table.cell import read_cell
from khronika.casebook.table.cell_said import Reading
from khronika.casebook.table.cell_words import folded, keys
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.target import Target
from khronika.desk.forms import DeskForm, line, long_text
from khronika.desk.people.facts import FACTS, LAST, Fact
from khronika.errors import KhronikaError
from khronika.law.articles import is_known
from khronika.schema.kind import FieldSpec, choices
from khronika.schema.read_value import read_value
from khronika.schema.value import Value
from khronika.values.wording import Wording

PUBLISHED, TOLD = "published", "told"
HOW = (PUBLISHED, TOLD)


class SourceForm(DeskForm):
    """Where something stands: a pasted text or an address, published or told to us."""

    words = long_text(required=False)
    source = line(required=False)
    title = line(required=False)
    ask = forms.BooleanField(required=False)
    how = forms.ChoiceField(choices=[(one, one) for one in HOW], required=False)

    def clean(self) -> dict[str, object]:
        """Something has to be there to point at."""
        sent = super().clean() or {}
        if not self.text("words") and not self.text("source"):
            self.add_error("words", self.wording.gettext("Paste the words, or a link, or a note."))
        elif not self.text("source") and not self.text("how"):
            self.add_error("how", self.wording.gettext("Choose one."))
        return sent

    @property
    def asks(self) -> bool:
        """Whether somebody else is asked to read it first."""
        return bool(self.cleaned_data.get("ask"))

    @property
    def is_link(self) -> bool:
        """Whether the words are nothing but the address of a page."""
        words = self.text("words")
        return words.startswith(("https://", "http://")) and not any(map(str.isspace, words))


class FactForm(SourceForm):
    """The fields of one fact; each as people type it."""

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        fact: Fact,
        wording: Wording,
        today: date,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, wording=wording, today=today, initial=initial)
        self.fact = fact
        for name in fact.fields:
            self.fields[f"fact-{name}"] = line(required=False)

    def clean(self) -> dict[str, object]:
        """Every field is read by what it holds, and one at least says something."""
        sent = super().clean()
        self.said = dict(said_in(self, self.fact, prefix="fact"))
        if not self.said and not self.errors:
            first = f"fact-{self.fact.fields[0]}"
            self.add_error(first, self.wording.gettext("Say at least one thing."))
        return sent


class NewPersonForm(SourceForm):
    """A name, a document, where they are now, and what happened last."""

    name = line(longest=120)
    where = forms.ChoiceField(
        choices=[(one, one) for one in choices()["custody-kind"]], required=False
    )
    facility = line(required=False)
    last = forms.ChoiceField(choices=[(one, one) for one in LAST], required=False)
    when = line(required=False)
    term = line(required=False)

    def clean(self) -> dict[str, object]:
        """The last thing that happened has its date, if there is one."""
        sent = super().clean()
        self.date = self.day("when")
        return sent

    def happened(self) -> Iterator[tuple[str, dict[str, Value]]]:
        """The kinds of claims this says beside the name, with their fields."""
        if self.text("where") or self.text("facility"):
            fact = FACTS["held"]
            typed = {"kind": self.text("where"), "facility": self.text("facility")}
            yield fact.kind_name, dict(_read_all(self, fact, typed, errors={}))
        if self.text("last"):
            fact = FACTS[self.text("last")]
            fields: dict[str, Value] = dict(_read_all(self, fact, {}, errors={}))
            if self.date is not None:
                fields[fact.kind.when] = self.date
            if fact.kind_name == "ruling" and self.text("term"):
                fields |= dict(_read_all(self, fact, {"term": self.text("term")}, errors={}))
            yield fact.kind_name, fields


class ReasonForm(DeskForm):
    """Why something was decided."""

    reason = line()


class SettleForm(DeskForm):
    """Which of several claims to follow, and why."""

    claim = line()
    reason = line()


class PairForm(DeskForm):
    """Another person, who is the same or is not."""

    other = line()
    answer = forms.ChoiceField(choices=[("same", "same"), ("not-same", "not-same")])
    reason = line()


class ConsentForm(DeskForm):
    """What the person, or who may speak for them, answered."""

    state = forms.ChoiceField(choices=[(one, one) for one in ("given", "refused", "withdrawn")])
    given_by = line(required=False)
    until = line(required=False)

    def clean(self) -> dict[str, object]:
        """The day it holds until is a whole day."""
        sent = super().clean() or {}
        self.last_day = self.day("until")
        if self.last_day is not None and not self.last_day.is_exact:
            self.add_error("until", self.wording.gettext("Name one day."))
        return sent


def said_in(form: DeskForm, fact: Fact, *, prefix: str) -> Iterator[tuple[str, Value]]:
    """What was typed in the fields of a fact; adds an error to each that cannot be read."""
    typed = {name: form.text(f"{prefix}-{name}") for name in fact.fields}
    names = {name: f"{prefix}-{name}" for name in fact.fields}
    return _read_all(form, fact, typed, errors=names)


def _read_all(
    form: DeskForm, fact: Fact, typed: Mapping[str, str], *, errors: Mapping[str, str]
) -> Iterator[tuple[str, Value]]:
    for name, text in typed.items():
        if not text:
            continue
        spec = fact.kind.field(name)
        value = form.day(errors[name]) if spec.type == "date" else _read(form, fact, spec, text)
        if value is not None:
            yield name, value
        elif spec.type != "date":
            _ask(form, errors.get(name), spec)


def _read(form: DeskForm, fact: Fact, spec: FieldSpec, text: str) -> Value | None:
    try:
        if spec.type == "choice":
            return read_value(spec, text)
        if spec.type == "key":
            key = keys(spec.of).get(folded(text))
            return read_value(spec, key or {"text": text})
        if spec.type == "text":
            return read_value(spec, {"text": text})
    except KhronikaError:
        return None
    said = read_cell(Cell(text), Target(fact.kind_name, spec.name), Reading(form.today, is_known))
    return said.said[0].fields[spec.name] if len(said.said) == 1 else None


def _ask(form: DeskForm, name: str | None, spec: FieldSpec) -> None:
    gettext = form.wording.gettext
    said = {
        "term": gettext("This cannot be read as a term. Write it as 6 years 3 months."),
        "legal": gettext("This cannot be read as an article. Write it as: art. 205.2 part 2."),
    }.get(spec.type, gettext("This cannot be read."))
    form.add_error(name, ValidationError(said))
