"""Whom a pack for a letter night is for.

Invariants:

- The same people, way and seed give the same choice, on every machine and in any order of input.
- What nobody handed in is not guessed: the choice says so, and falls back to the order of names.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khronika.errors import KhronikaError, Say
from khronika.values.date import PartialDate


class Way(StrEnum):
    """How people are chosen: all, by name, by month of birth, who waited longest, at random."""

    ALL = "all"
    NAMED = "named"
    BIRTHDAY = "birthday"
    LONGEST = "longest"
    RANDOM = "random"


class NoSuchChoice(KhronikaError):
    """A way of choosing was asked for that there is not."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{said!r} is no way to choose people. Write all, longest, birthday:12 (a month), "
            "random:7 (any word as the seed), or the ids of people with commas between them."
        )


@dataclass(frozen=True, slots=True)
class Choosing:
    """The way; how many at most (0: everybody); names, month or seed as the way needs them."""

    way: Way = Way.ALL
    number: int = 0
    named: frozenset[str] = frozenset()
    month: int = 0
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be written to.

    `key` is what a choice by name names, `last` the day of the last letter anybody sent, as far as
    a record of letters was handed in.
    """

    key: str
    name: str
    born: PartialDate | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The keys in the order of the pack, and what has to be said about the choice."""

    keys: tuple[str, ...]
    notes: tuple[Say, ...] = ()


def read_choosing(said: str, *, number: int = 0) -> Choosing:
    """A way as somebody writes it; raises `NoSuchChoice`."""
    word, _, argument = said.strip().partition(":")
    match word:
        case "" | "all":
            return Choosing(Way.ALL, number)
        case "longest":
            return Choosing(Way.LONGEST, number)
        case "random" if argument:
            return Choosing(Way.RANDOM, number, seed=argument)
        case "birthday" if argument.isdecimal() and 1 <= int(argument) <= 12:
            return Choosing(Way.BIRTHDAY, number, month=int(argument))
    names = frozenset(filter(None, (one.strip() for one in said.split(","))))
    if ":" in said or names & {"random", "birthday"}:
        raise NoSuchChoice(said)
    return Choosing(Way.NAMED, number, named=names)


def choose(
    candidates: Iterable[Candidate], choosing: Choosing, *, letters_known: bool = False
) -> Chosen:
    """Who is in the pack. `letters_known` says that the days of last letters were handed in."""
    ordered = sorted(candidates, key=lambda one: (one.name, one.key))
    notes: list[Say] = []
    match choosing.way:
        case Way.NAMED:
            ordered = [one for one in ordered if one.key in choosing.named]
        case Way.BIRTHDAY:
            ordered = [one for one in ordered if _month(one.born) == choosing.month]
        case Way.RANDOM:
            ordered.sort(key=lambda one: _drawn(one.key, choosing.seed))
        case Way.LONGEST if letters_known:
            ordered.sort(key=lambda one: one.last or date.min)
        case Way.LONGEST:
            notes.append(Say("pack.letters-unknown"))
    limit = choosing.number or len(ordered)
    if choosing.number > len(ordered):
        notes.append(Say("pack.fewer", {"asked": choosing.number, "found": len(ordered)}))
    return Chosen(tuple(one.key for one in ordered[:limit]), tuple(notes))


def _month(born: PartialDate | None) -> int:
    """The month somebody was born in; 0 where it is not known."""
    if born is None or born.first_day.month != born.last_day.month or born.days > 31:
        return 0
    return born.first_day.month


def _drawn(key: str, seed: str) -> str:
    """A place in a draw that the seed alone decides."""
    return hashlib.sha256(repr((seed, key)).encode()).hexdigest()
