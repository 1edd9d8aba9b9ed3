"""Where a book prints a source: at the foot of the page on which it is first named.

Invariants:

- Of the marks of an entry with one number, the first in reading order carries the note, and no
  other does. Reading order is the order in which the fields of the printed values are declared.
- Numbers of an entry's notes mean nothing outside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass

from khronika.editions.figure import FiguresView
from khronika.editions.note import Backing, NoteRow
from khronika.editions.paper.entry import CaseEntry, PersonEntry


@dataclass(frozen=True, slots=True)
class Mark:
    """One number behind a fact; `note` is what stands at the foot, where this mark is the first."""

    number: int
    note: NoteRow | None


def with_footnotes(value: object) -> object:
    """The same values as mappings and lists, with a `Mark` for each number behind a fact."""
    return _marked(value, {})


def _marked(value: object, waiting: dict[int, NoteRow]) -> object:
    """`waiting` are the notes that no mark has carried yet."""
    match value:
        case Backing():
            marks = [Mark(number, waiting.pop(number, None)) for number in value.notes]
            return {"words": value.words, "notes": marks}
        case PersonEntry() | CaseEntry() | FiguresView():
            return _fields(value, {row.number: row for row in value.notes})
        case Mapping():
            return {name: _marked(one, waiting) for name, one in value.items()}
        case tuple() | list():
            return _all(value, waiting)
    return _fields(value, waiting) if is_dataclass(value) else value


def _fields(value: object, waiting: dict[int, NoteRow]) -> dict[str, object]:
    names = [one.name for one in fields(value) if one.name != "notes"]  # type: ignore[arg-type]
    return {name: _marked(getattr(value, name), waiting) for name in names}


def _all(values: Iterable[object], waiting: dict[int, NoteRow]) -> list[object]:
    return [_marked(one, waiting) for one in values]
