"""The words of dates in four languages, made a sequence of signs that a grammar can read.

Invariants:

- The longest phrase wins, so that "day before yesterday" is not "yesterday".
- An unknown word is kept as a sign of its own: what is not understood is never dropped.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import cast

from khronika.values.table import read_table


class Sign(Enum):
    """What a word or mark does in a date."""

    DATE = "date"
    NUMBER = "number"
    MONTH = "months"
    SEASON = "seasons"
    DAYS_AGO = "days_ago"
    ABOUT = "about"
    BETWEEN = "between"
    FROM = "from"
    UNTIL = "until"
    AND = "and"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    SILENT = "silent"
    DASH = "-"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Word:
    """One sign of a date, with its number where it has one, and how it was written."""

    sign: Sign
    number: int
    text: str


TABLE = cast("Mapping[str, Mapping[int, Sequence[str]] | Sequence[str]]", read_table("words.yaml"))
ORDINALS = re.compile(rf"(?<=\d)-?(?:{'|'.join(cast('Sequence[str]', TABLE['ordinals']))})(?!\w)")
MARKS = {"-": Sign.DASH, "/": Sign.DASH, "~": Sign.ABOUT, "?": Sign.ABOUT}
SILENT_MARKS = ".,;()'\""
PLAIN = str.maketrans(
    {"ё": "е", "–": "-", "—": "-", "‑": "-", "’": "'", "ʼ": "'", "«": '"', "»": '"'}
)


def plain_text(text: str) -> str:
    """The text in small letters, with one kind of space, dash and apostrophe."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return ORDINALS.sub("", " ".join(folded.translate(PLAIN).split()))


def read_words(plain: str) -> list[Word]:
    """The signs of a plain text in order, without those that add nothing."""
    words = [word for word in _words(plain) if word.sign is not Sign.SILENT]
    return [
        word
        for before, word in zip([None, *words], words, strict=False)
        if not (word.sign is Sign.DASH and before and before.sign is Sign.MIDDLE)  # "mid-June"
    ]


def _words(plain: str) -> Iterator[Word]:
    for found in PATTERN.finditer(plain):
        text = found[0]
        if found["date"]:
            yield Word(Sign.DATE, 0, text)
        elif text.isdecimal():
            yield Word(Sign.NUMBER, int(text), text)
        elif text in SIGNS:
            sign, number = SIGNS[text]
            yield Word(sign, number, text)
        elif text not in SILENT_MARKS:
            yield Word(MARKS.get(text, Sign.UNKNOWN), 0, text)


def _signs() -> Iterator[tuple[str, tuple[Sign, int]]]:
    for sign in Sign:
        spellings = TABLE.get(sign.value, ())
        numbered = spellings if isinstance(spellings, Mapping) else {0: spellings}
        for number, texts in numbered.items():
            yield from ((text, (sign, number)) for text in texts)


SIGNS = dict(_signs())
_LONGEST_FIRST = sorted(SIGNS, key=lambda text: (-len(text), text))
# Dates in figures: year first, or year last behind one or two other numbers.
_DATE = (
    r"(?<!\d)(?P<date>\d{4}(?P<one>[./-])\d{1,2}(?P=one)\d{1,2}|\d{4}-(?:0[0-9]|1\d|2[1-4])"
    r"|\d{1,2}(?P<two>[./-])\d{1,2}(?P=two)(?:\d{4}|\d\d)|\d{1,2}[./]\d{4})(?!\d)"
)
_PHRASE = rf"(?<!\w)(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?:(?<=')|(?!\w))"
PATTERN = re.compile(rf"{_DATE}|\d+|{_PHRASE}|[^\W\d]+|\S")
