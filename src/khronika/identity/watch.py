"""A published list against its own last version and against people who are known.

Invariants:

- A row is the row of before when name and birth are the same, whatever its number. A row that was
  only respelled is told as that, not as one gone and another come.
- A hit is proposed; nobody is put on a list here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khronika.identity.candidates import Candidate, People, Person
from khronika.identity.xref import Pair, across

CERTAIN = 0.9  # from here on two rows of one list are a name written in two ways


class Change(StrEnum):
    """What happened to a row since the last version."""

    ADDED = "added"
    VANISHED = "vanished"
    RESPELLED = "respelled"
    STAYED = "stayed"


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that may be one of ours: its number, what happened to it, and whom it could mean."""

    row: str
    change: Change
    person: Person
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """What a list says that it did not say before, and which rows may be ours."""

    added: tuple[str, ...]
    vanished: tuple[str, ...]
    respelled: tuple[Pair, ...]
    hits: tuple[Hit, ...]


def watch(
    now: Mapping[str, Person], before: Mapping[str, Person] | None, people: People
) -> Watched:
    """The list held against its last version (None: it is seen for the first time) and people."""
    before = {} if before is None else before
    old = {_same(one): row for row, one in before.items()}
    new = {_same(one): row for row, one in now.items()}
    come = {row: now[row] for same, row in new.items() if same not in old}
    gone = {row: before[row] for same, row in old.items() if same not in new}
    respelled = across(come, gone, least=CERTAIN)
    changes = {
        **dict.fromkeys(now, Change.STAYED),
        **dict.fromkeys(come, Change.ADDED),
        **{pair.one: Change.RESPELLED for pair in respelled},
    }
    added = tuple(row for row, change in changes.items() if change is Change.ADDED)
    old_spellings = {pair.other for pair in respelled}
    left = {row: one for row, one in gone.items() if row not in old_spellings}
    hits = [
        *_hits(now, changes, people),
        *_hits(left, dict.fromkeys(left, Change.VANISHED), people),
    ]
    return Watched(added, tuple(left), respelled, tuple(hits))


def _hits(
    rows: Mapping[str, Person], changes: Mapping[str, Change], people: People
) -> Iterator[Hit]:
    for row, person in rows.items():
        found = people.candidates(person)
        if found:
            yield Hit(row, changes[row], person, found)


def _same(person: Person) -> tuple[str, Sequence[str]]:
    return " ".join(person.names).casefold(), tuple(map(str, person.facts.births))
