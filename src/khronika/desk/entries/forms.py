"""What is typed and ticked about an entry and its statements."""

from collections.abc import Mapping
from datetime import date

from django import forms

from khronika.desk.forms import DeskForm, line
from khronika.desk.people.facts import Fact
from khronika.desk.people.forms import said_in
from khronika.schema.value import Value
from khronika.schema.visibility import Visibility
from khronika.values.wording import Wording

READABLE = frozenset({"date", "choice", "key", "text", "term", "legal", "word", "number", "money"})


class WhyForm(DeskForm):
    """Why something is decided; there is no decision without it."""

    reason = line()


class LevelForm(WhyForm):
    """How far a statement may go, and whether somebody else is asked first."""

    level = forms.ChoiceField(choices=[(one.value, one.value) for one in Visibility])
    ask = forms.BooleanField(required=False)


class CorrectForm(WhyForm):
    """The fields of a statement, as they should be; what nobody touched stays as it was."""

    def __init__(  # noqa: PLR0913 - a form is no less
        self,
        data: Mapping[str, str] | None = None,
        *,
        fact: Fact,
        was: Mapping[str, Value],
        shown: Mapping[str, str],
        wording: Wording,
        today: date,
    ) -> None:
        initial = {f"fact-{name}": text for name, text in shown.items()}
        super().__init__(data, wording=wording, today=today, initial=initial)
        self.fact, self._was, self._shown = fact, was, shown
        for name in fact.fields:
            self.fields[f"fact-{name}"] = line(required=False, longest=5000)

    def clean(self) -> dict[str, object]:
        """What differs is read by what it holds; something has to differ."""
        sent = super().clean() or {}
        typed = {name: self.text(f"fact-{name}") for name in self.fact.fields}
        untouched = {name for name, text in typed.items() if text == self._shown.get(name, "")}
        asked = tuple(name for name in self.fact.fields if name not in untouched)
        fact = Fact(self.fact.label, self.fact.kind_name, asked, {})
        read = dict(said_in(self, fact, prefix="fact"))
        kept = {one: value for one, value in self._was.items() if one not in asked}
        self.said = {**kept, **read}
        if not self.errors and (self.said == dict(self._was) or not self.said):
            first = f"fact-{self.fact.fields[0]}"
            self.add_error(first, self.wording.gettext("Change at least one thing."))
        return sent
