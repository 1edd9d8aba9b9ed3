"""When two passages of one document tell one fact of one person, so that it is proposed once.

Invariants:

- What both say must agree in what names the fact; a vaguer date agrees with a finer one in it.
- A fact of an administrative code happens again: there the day tells one from another.
"""

import re
from collections.abc import Mapping

from khronika.schema.value import Text, Value, show
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.name import fold_name

NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "age": ("value",),
    "occupation": ("value",),
    "affiliation": ("organisation",),
    "listing": ("list",),
    "recognition": ("by",),
    "incident": ("kind",),
    "birth": (),
    "search": ("date",),
    "arrest": ("date",),
    "demand": ("term",),
    "release": ("kind", "date"),
    "step": ("kind", "date"),
    "custody": ("kind", "facility", "place"),
}
ALIKE = 0.6  # the share of words two wordings of one offence have in common
STEM = 6  # letters of a word that are compared
REPEATS = ("RU-KoAP",)  # codes whose offences one person is charged with again and again


def is_same_fact(kind: str, one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Whether these fields name the same fact of one person."""
    if kind == "charge":
        return _is_same_charge(one, other)
    if kind == "ruling":
        return _is_same_ruling(one, other)
    names = NAMED_BY.get(kind)
    if names is None:
        return one == other
    return all(_meets(one.get(name), other.get(name)) for name in names)


def _meets(one: Value | None, other: Value | None) -> bool:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one == other or one.refines(other) or other.refines(one)
    if one is None or other is None:
        return one is other
    if isinstance(one, Text) and isinstance(other, Text):
        return fold_name(one.text) == fold_name(other.text)
    return one == other


def _is_same_charge(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    mine, theirs = one.get("article"), other.get("article")
    if isinstance(mine, LegalReference) and isinstance(theirs, LegalReference):
        again = mine.code in REPEATS and not _agrees(one.get("date"), other.get("date"))
        return mine == theirs and not again
    if mine or theirs:
        return False
    return _alike(one.get("offence"), other.get("offence"))


def _is_same_ruling(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """A headline gives the term; the text gives the same one with its day and court."""
    short, long = sorted((one, other), key=len)
    is_part = all(long.get(name) == value for name, value in short.items())
    return one == other or (is_part and "term" in short)


def _agrees(one: Value | None, other: Value | None) -> bool:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.agrees_with(other)
    return True


def _alike(one: Value | None, other: Value | None) -> bool:
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return mine == theirs
    return len(mine & theirs) / min(len(mine), len(theirs)) >= ALIKE


def _words(value: Value | None) -> frozenset[str]:
    words = re.findall(r"\w{3,}", show(value).lower()) if value is not None else []
    return frozenset(word[:STEM] for word in words)
