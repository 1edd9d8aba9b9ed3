"""Terms and sums of money as running text gives them, in figures and in words.

Invariants:

- Half a year is six months; nothing else is rounded. "6,5" and "6.5" are the same.
- A number that is followed by no unit is no amount.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, TypedDict, cast

from khronika.extraction.table import read_grammar
from khronika.values.money import Money
from khronika.values.term import Term


class Numbers(TypedDict):
    """The shape of `numbers.yaml`."""

    numbers: Mapping[int, Sequence[str]]
    halves: Mapping[str, float]
    and_half: Sequence[str]
    years: Sequence[str]
    months: Sequence[str]
    days: Sequence[str]
    weeks: Sequence[str]
    thousand: Sequence[str]
    million: Sequence[str]
    currencies: Mapping[str, Sequence[str]]
    counts: Mapping[str, int]


UNITS: tuple[Literal["years", "months", "days", "weeks"], ...] = (
    "years",
    "months",
    "days",
    "weeks",
)
NUMBERS = cast("Numbers", read_grammar("numbers"))
WORDS: Mapping[str, Decimal] = {
    word: Decimal(number) for number, words in NUMBERS["numbers"].items() for word in words
} | {word: Decimal(str(number)) for word, number in NUMBERS["halves"].items()}


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term in a sentence."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A sum in a sentence."""

    start: int
    end: int
    money: Money


def number_of(word: str) -> int:
    """The whole number a word or figure stands for; 0 if none."""
    folded = word.lower().replace("ё", "е")
    if folded.isdecimal():
        return int(folded)
    if folded in NUMBERS["counts"]:
        return NUMBERS["counts"][folded]
    found = WORDS.get(folded, Decimal(0))
    return int(found) if found == int(found) else 0


def find_terms(text: str) -> Iterator[FoundTerm]:
    """The terms of a folded sentence (lower case, е for ё), in order."""
    for found in _term().finditer(text):
        term = _read_term(found)
        if term is not None:
            yield FoundTerm(found.start(), found.end(), term)


def find_money(text: str) -> Iterator[FoundMoney]:
    """The sums of money of a folded sentence, in order."""
    for found in _money().finditer(text):
        amount = _number(found["figure"].replace(" ", ""))
        scale = 1_000 if found["thousand"] else 1_000_000 if found["million"] else 1
        currency = _currencies()[found["currency"]]
        if amount and amount < 10**12:
            yield FoundMoney(found.start(), found.end(), Money(amount * scale, currency))


def patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of terms and of money, in folded text."""
    return _term(), _money()


def _read_term(found: re.Match[str]) -> Term | None:
    months = Decimal(0)
    days = 0
    for number, unit in ((found["n1"], found["u1"]), (found["n2"], found["u2"])):
        if not number:
            continue
        amount = _number(number)
        if unit in NUMBERS["days"] or unit in NUMBERS["weeks"]:
            days += int(amount) * (7 if unit in NUMBERS["weeks"] else 1)
        else:
            months += amount * (12 if unit in NUMBERS["years"] else 1)
    if found["half"] or found["late"]:
        months += 6
    if not 0 < months + days < 1_200 * 12:
        return None
    return Term(months=int(months), days=days)


def _number(text: str) -> Decimal:
    if text in WORDS:
        return WORDS[text]
    plain = text.replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return Decimal(re.sub(r"[.,]", "", plain))
    return Decimal(plain.replace(",", "."))


@cache
def _term() -> re.Pattern[str]:
    number = rf"(?P<%s>\d{{1,3}}(?:[.,]\d{{1,2}})?|{_any(WORDS)})"
    units = [word for unit in UNITS for word in NUMBERS[unit]]
    unit = rf"(?P<%s>{_any(units)})"
    half = rf"(?P<half> (?:{_any(NUMBERS['and_half'])}))?"
    paren = r"(?: \(\w{1,20}\))?"
    smaller = rf"(?P<u2>{_any([*NUMBERS['months'], *NUMBERS['days']])})"
    tail = rf"(?:,? (?:(?:and|и|und|et) )?{number % 'n2'}{paren}[ -]{smaller})?"
    late = r"(?P<late> (?:and a half|et demie?))?"
    whole = f"{number % 'n1'}{paren}{half}[ -]{unit % 'u1'}{late}{tail}"
    return re.compile(rf"(?<![\w.,]){whole}(?![\w-])")


@cache
def _money() -> re.Pattern[str]:
    figure = (
        rf"(?P<figure>\d{{1,3}}(?:[ .,]\d{{3}}){{1,4}}|\d{{1,9}}(?:[.,]\d{{1,2}})?|{_any(WORDS)})"
    )
    thousand = rf"(?P<thousand>{_any(NUMBERS['thousand'])})"
    million = rf"(?P<million>{_any(NUMBERS['million'])})"
    scale = rf"(?: ?(?:{thousand}|{million})\.?)?"
    currency = rf"(?: de)? ?(?P<currency>{_any(_currencies())})"
    return re.compile(rf"(?<![\w.,]){figure}{scale}{currency}(?!\w)")


@cache
def _currencies() -> Mapping[str, str]:
    return {word: code for code, words in NUMBERS["currencies"].items() for word in words}


def _any(words: object) -> str:
    found = cast("Sequence[str]", words)
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))
