"""The words charges are made of, found in a text: article, part, point, code, bare number.

What they mean together is for `charge.py` to say; here nothing is decided but what a word is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypedDict, cast

from khronika.values.table import read_table


class CodeEntry(TypedDict, total=False):
    """One code of law as the table describes it."""

    code: str
    criminal: bool
    charges: bool
    patterns: Sequence[str]


class Words(TypedDict):
    """The shape of the table `legal_words.yaml`."""

    article: Sequence[str]
    part: Sequence[str]
    point: Sequence[str]
    ordinals: Mapping[str, str]
    points: Mapping[str, str]
    latin_points: Mapping[str, str]
    administrative_chapters: int
    codes: Sequence[CodeEntry]


WORDS = cast("Words", read_table("legal_words.yaml"))
CODES = {entry["code"]: entry for entry in WORDS["codes"]}
CYRILLIC_POINTS = {latin: cyrillic for cyrillic, latin in WORDS["points"].items()}


Reader = Callable[[re.Match[str]], tuple[str, ...]]


class Kind(Enum):
    """What a token is."""

    ARTICLE = auto()
    PART = auto()
    POINT = auto()
    CODE = auto()
    NUMBER = auto()
    BRACKET = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A run of text that names articles, parts, points or a code."""

    kind: Kind
    start: int
    end: int
    values: tuple[str, ...]


def read_tokens(text: str) -> list[Token]:
    """Every token of the text in order, none overlapping another."""
    found = [
        (match.start(), rank, Token(kind, *match.span(), read(match)))
        for rank, (kind, pattern, read) in enumerate(PATTERNS)
        for match in pattern.finditer(text)
    ]
    kept: list[Token] = []
    for _, _, token in sorted(found, key=lambda entry: entry[:2]):
        if token.values and (not kept or kept[-1].end <= token.start):
            kept.append(token)
    return kept


def canonical_point(letter: str) -> str:
    """The Latin letter the ledger keeps for a point written in either script."""
    letter = letter.lower()
    return WORDS["points"].get(letter) or WORDS["latin_points"].get(letter, letter)


def _any_word(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest_first)


def _labelled(words: Iterable[str], content: str) -> re.Pattern[str]:
    pattern = rf"(?<!\w)(?:{_any_word(words)})\.?\s*(?P<values>{content})"
    return re.compile(pattern, re.IGNORECASE)


LISTED = r"\s*(?:,\s*(?:and|и|und|et)?|and|и|und|et)\s*"
ARTICLE = r"\d{1,3}(?:\.\d{1,2}){0,3}(?:-\d(?!\d))?[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?!\.?\d)"
# Further articles of a list have three digits or a dot, and are no sum or term ("12.5 years").
FURTHER = (
    rf"(?=\d{{3}}|\d+\.){ARTICLE}(?!\s*(?:\d|thousand|million|hours|days|years|year|rou|rub|"
    r"тыс|млн|руб|лет|год|час|сут|tausend|mille|Jahre|ans))"
)
PART = r"1?\d(?:\.\d)?(?!\.?\d)"
POINT = r"""["'«“„‘]?(?<![^\W\d_])[а-яёa-z](?![^\W\d_])["'»”“’]?"""
# Not the "п." or "ч." that opens the next point or part: "п. «а», п. «в» ч. 2".
FURTHER_POINT = rf"""{POINT}(?!\.\s*["«“„]?\w|\s*\d)"""
LETTER = re.compile(r"(?<![^\W\d_])[а-яёa-z](?![^\W\d_])", re.IGNORECASE)
HYPHENED = re.compile(r"[\d.]+(?:-\d(?!\d))?[⁰¹²³⁴⁵⁶⁷⁸⁹]*")  # 361-1, as in Belarus and Ukraine
NUMBER = re.compile(r"[\d.]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*")
RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LAST_ARTICLE = 361  # of the Russian criminal code; used only to undo a lost superscript


def _articles(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_article, HYPHENED.findall(found["values"]))))


def _article(number: str) -> str:
    """205² is 205.2, and so is 2052, where copying lost the superscript."""
    number = RAISED.sub(lambda raised: "." + raised[0].translate(DIGITS), number)
    if len(number) < 4 or "." in number or "-" in number:
        return number
    return f"{number[:3]}.{number[3]}" if 100 <= int(number[:3]) <= LAST_ARTICLE else ""


def _parts(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(NUMBER.findall(found["values"]))


def _ordinal(found: re.Match[str]) -> tuple[str, ...]:
    word, dot, more = found["values"].lower().partition(".")
    stems = WORDS["ordinals"].items()
    return (next(part for stem, part in stems if word.startswith(stem.rstrip("*"))) + dot + more,)


def _points(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(canonical_point(letter) for letter in LETTER.findall(found["values"]))


def _bracket(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(filter(None, (found["part"], canonical_point(found["point"] or ""))))


def _code(code: str) -> Reader:
    return lambda _: (code,)


# At one place the first kind that matches wins: "paragraph a" is a point, "paragraph 2" a part.
PATTERNS: tuple[tuple[Kind, re.Pattern[str], Reader], ...] = (
    *(
        (
            Kind.CODE,
            re.compile(rf"(?<!\w)(?:{'|'.join(entry['patterns'])})(?!\w)", re.IGNORECASE),
            _code(entry["code"]),
        )
        for entry in WORDS["codes"]
    ),
    (
        Kind.ARTICLE,
        _labelled(WORDS["article"], rf"(?:\d{{4}}(?!\d)|{ARTICLE})(?:{LISTED}{FURTHER})*"),
        _articles,
    ),
    (Kind.POINT, _labelled(WORDS["point"], rf"{POINT}(?:{LISTED}{FURTHER_POINT})*"), _points),
    (Kind.PART, _labelled(WORDS["part"], rf"{PART}(?:{LISTED}{PART})*"), _parts),
    (
        Kind.PART,
        _labelled(WORDS["part"], rf"(?:{_any_word(WORDS['ordinals'])})(?:\.\d)?"),
        _ordinal,
    ),
    (
        Kind.BRACKET,
        re.compile(r"(?<=[\d.])\((?P<part>1?\d(?:\.\d)?)\s*(?P<point>[а-яёa-z])?\)"),
        _bracket,
    ),
    (Kind.NUMBER, re.compile(rf"(?<![\w.,:/-])(?P<values>{ARTICLE})(?!\w)"), _articles),
)
