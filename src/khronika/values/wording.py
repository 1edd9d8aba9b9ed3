"""The edge where values become sentences in somebody's language.

Everything below returns values and codes; only here do they become words. Pages are printed by
the ten thousand, so whatever depends on the value alone is kept once made.

Invariants:

- One value is printed in one way wherever it stands.
- A code without a sentence is a mistake of the program, and stops it.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from khronika.errors import Say
from khronika.values import date_wording, value_wording
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES, Labels
from khronika.values.legal_reference import LegalReference
from khronika.values.money import Money
from khronika.values.name import PersonName, print_name
from khronika.values.sentences import COUNTED, SENTENCES
from khronika.values.term import Term
from khronika.values.translation import translations_of


class UnknownSentence(KeyError):
    """A rule named a sentence that is not in the table; a mistake of the program."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{code!r} is not in khronika.values.sentences; add it to the table.")
        self.code = code


class Wording:
    """How values and sentences are said in one language; use `Wording.of(language)`."""

    __slots__ = ("_translations", "language")

    def __init__(self, language: str) -> None:
        self._translations = translations_of(language)
        self.language = language

    @staticmethod
    def of(language: str) -> "Wording":
        """The wording of a language, the same one every time."""
        return _wording_of(language)

    def gettext(self, text: str) -> str:
        """The translation of an English text."""
        return self._translations.gettext(text)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The translation that fits the number."""
        return self._translations.ngettext(one, many, n)

    def date(self, said: PartialDate) -> str:
        """A date as far as it is known: "summer 2022"."""
        return date_wording.date_in_words(said, self.language)

    def day(self, day: datetime.date) -> str:
        """A day: "30 August 2022"."""
        return date_wording.day_in_words(day, self.language)

    def term(self, term: Term) -> str:
        """A term: "7 years 10 months"."""
        return value_wording.term_in_words(term, self.language)

    def money(self, money: Money) -> str:
        """A sum: "100,000 Russian roubles"."""
        return value_wording.money_in_words(money, self.language)

    def number(self, number: int | Decimal) -> str:
        """A number with the separators of the language."""
        return value_wording.number_in_words(number, self.language)

    def legal(self, reference: LegalReference) -> str:
        """A place in the law with the name of its code."""
        return value_wording.legal_in_words(reference, self.language)

    def legal_short(self, reference: LegalReference) -> str:
        """A place in the law where the code is named already: "art. 205.2 part 2"."""
        return value_wording.legal_in_words(reference, self.language, with_code=False)

    def name(self, name: PersonName, *, full: bool = False) -> str:
        """A person's name as the language prints it."""
        return print_name(name, self.language, full=full)

    def join(self, texts: Sequence[str]) -> str:
        """The texts as a list: "a, b and c"."""
        return value_wording.list_in_words(texts, self.language)

    def say(self, say: Say) -> str:
        """The sentence a rule has to say, filled with its values."""
        template = self._template(say)
        said = template.format_map({name: self.value(value) for name, value in say.params.items()})
        return said.replace("г..", "г.")  # a Russian date ends in a stop of its own

    def value(self, value: object) -> str:  # noqa: C901 - one line for each kind of value
        """Any value a sentence may hold, printed by what it is."""
        match value:
            case str():
                return value
            case Say():
                return self.say(value)
            case PartialDate():
                return self.date(value)
            case datetime.date():
                return self.day(value)
            case Term():
                return self.term(value)
            case Money():
                return self.money(value)
            case LegalReference():
                return self.legal(value)
            case PersonName():
                return self.name(value)
            case Labels():
                return value.in_language(self.language)
            case int() | Decimal():
                return self.number(value)
            case list() | tuple():
                return self.join([self.value(part) for part in value])
        raise TypeError(f"A sentence cannot hold a {type(value).__name__}.")

    def _template(self, say: Say) -> str:
        if say.code in SENTENCES:
            return self.gettext(SENTENCES[say.code])
        if say.code not in COUNTED:
            raise UnknownSentence(say.code)
        count = say.params["count"]
        if not isinstance(count, int):
            raise TypeError(f"{say.code}: count is a whole number.")
        return self.ngettext(*COUNTED[say.code], count)


@lru_cache(maxsize=len(LANGUAGES))
def _wording_of(language: str) -> Wording:
    return Wording(language)
