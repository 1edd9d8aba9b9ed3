"""What is written: a text, or a translation paragraph by paragraph, and how far it may go."""

from collections.abc import Mapping
from datetime import date

from django import forms

from khronika.casebook.translation.pair import UNTRANSLATED
from khronika.desk.forms import DeskForm, line, long_text
from khronika.schema.visibility import Visibility
from khronika.values.wording import Wording

_LEVELS = (Visibility.TEAM, Visibility.PUBLIC)


class _GoingForm(DeskForm):
    """How far a text may go. `over` is the mark of the text that was opened."""

    level = forms.ChoiceField(choices=[(one.value, one.value) for one in _LEVELS])
    ask = forms.BooleanField(required=False)
    over = line(required=False)

    @property
    def wanted(self) -> Visibility:
        """How far it is to go."""
        return Visibility(self.text("level"))

    @property
    def asks(self) -> bool:
        """Whether somebody else is to read it before it goes."""
        return bool(self.cleaned_data.get("ask"))


class TextForm(_GoingForm):
    """A text in Markdown."""

    words = long_text()

    @property
    def markdown(self) -> str:
        """The text with the line ends of our files."""
        return "\n".join(str(self.cleaned_data["words"]).splitlines())


class TranslationForm(_GoingForm):
    """A translation, a field for each paragraph of the original."""

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        paragraphs: int,
        wording: Wording,
        today: date,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, wording=wording, today=today, initial=initial)
        self._names = [f"p-{number}" for number in range(paragraphs)]
        for name in self._names:
            self.fields[name] = long_text(required=False)

    @property
    def markdown(self) -> str:
        """The paragraphs in the original's order, with a mark for each that is not translated."""
        said = [" ".join(self.text(name).split()) or UNTRANSLATED for name in self._names]
        return "\n\n".join(said)
