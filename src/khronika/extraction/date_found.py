"""Dates as running text gives them, found in a sentence and made partial dates.

The words come from the project's table of dates; here is only how they stand in prose of four
languages, and how a day without a year takes the year of the story.

Invariants:

- A year is taken from the story only for a date that names at least a month.
- What is not a day of the calendar is no date.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from khronika.values.date import InvalidDate, PartialDate
from khronika.values.table import read_table

Table = Mapping[str, Mapping[int, Sequence[str]]]

# "may", "mai", "mar", "sep" and the like need a number beside them; alone only these name a month.
SHORTEST_ALONE = 4


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a sentence; without a year, `month` and `day` wait for the year of the story."""

    start: int
    end: int
    year: int
    month: int
    day: int = 0

    def text(self, year: int = 0) -> str:
        """EDTF, in this year where the words give none; empty where no year is known."""
        year = self.year or year
        if not year:
            return ""
        parts = [f"{year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@cache
def _months() -> Mapping[str, int]:
    table = cast("Table", read_table("words.yaml"))
    found = {word: number for number, words in table["months"].items() for word in words}
    found |= {word: number for number, words in table["seasons"].items() for word in words}
    found |= {"августу": 8, "ноябрю": 11, "декабрю": 12}
    return {word: number for word, number in found.items() if " " not in word}


def month_stems() -> list[str]:
    """The beginnings of the words that name months and seasons."""
    return sorted({word[:4] if len(word) > 4 else f"{word}$" for word in _months()})


@cache
def pattern() -> re.Pattern[str]:
    """Every way prose gives a date, in folded text."""
    words = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?P<%s>{words})\.?(?!\w)"
    year = r"(?P<%s>(?:19|20)\d\d)(?!\d)(?:(?:-го)? ?(?:года|году|годом|год|гг?\.))?"
    ordinal = r"(?:st|nd|rd|th|-го|-е|\.|er)?"
    day = rf"(?P<%s>3[01]|[12]\d|0?[1-9]){ordinal}"
    forms = (
        r"(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?!\d)",
        rf"{day % 'nd'[:2]}[./](?P<nm>1[0-2]|0?[1-9])[./](?P<ny>(?:19|20)\d\d)(?!\d)".replace(
            ordinal, ""
        ),
        rf"{day % 'ad'} (?:of )?{month % 'am'}(?:(?:,| of|,? de)? {year % 'ay'})?",
        rf"{month % 'bm'} {day % 'bd'}(?!\d|[:.]\d)(?:,? {year % 'by'})?",
        rf"{month % 'cm'}(?: of|,)? {year % 'cy'}",
        rf"{month % 'mm'}",
        (year % "yy").replace(r"(?!\d)", r"(?!\d|[-–/]\d)"),
    )
    return re.compile(rf"(?<![\w.,-])(?:{'|'.join(forms)})(?!\w)")


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates of a sentence, in order; a bare month only where it can mean nothing else."""
    folded = text.lower() if len(text.lower()) == len(text) else text
    for found in pattern().finditer(folded):
        read = _read(found, text)
        if read is not None:
            yield read


def _read(found: re.Match[str], text: str) -> FoundDate | None:
    groups = {name: part for name, part in found.groupdict().items() if part}
    kind = next(iter(groups))[0]
    year, month, day = (groups.get(kind + part, "") for part in ("y", "m", "d"))
    number = int(month) if month.isdigit() else _months().get(month, 0)
    if kind == "m" and not _can_stand_alone(found, text):
        return None
    date = FoundDate(found.start(), found.end(), int(year or 0), number, int(day or 0))
    return date if _is_real(date) else None


def _can_stand_alone(found: re.Match[str], text: str) -> bool:
    word = text[found.start() : found.end()]
    is_name = word[:1].isupper() or re.search(r"[а-я]", word) is not None
    before = text[max(0, found.start() - 14) : found.start()].lower()
    return (
        is_name
        and len(word) >= SHORTEST_ALONE - (word == "May")
        and bool(BEFORE_MONTH.search(before))
    )


BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|since|until|by|early|late|mid|last|this|from|end|im|seit|ende|anfang|mitte|bis|en|début|fin|depuis|mi"
    r"|в|с|до|начале|конце|середине|прошлом|этом)[ -])$"
)


def _is_real(date: FoundDate) -> bool:
    try:
        PartialDate.parse(date.text(2000))
    except InvalidDate:
        return False
    return True
