"""Columns that speak of one thing: what they say in a row is compared, and changes, together.

An institution and the day somebody came there are one statement; a date and a place of birth are
two, because the fold joins them by itself, and then a changed cell changes nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from khronika.casebook.table.cell import is_empty, read_cell
from khronika.casebook.table.cell_said import Reading, Said, Trouble
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.target import Target, read_target
from khronika.schema.kind import kind
from khronika.schema.value import Value, encode

JOINT = "; "
MAX_STATEMENTS = 50  # of one row's columns about one thing; a life holds fewer charges
_WHERE = "custody"  # what most statuses are about
_CLAIMS_OWN = frozenset({"case", "source"})


@dataclass(frozen=True, slots=True)
class Slot:
    """The columns that speak of one thing, in the order of the table."""

    columns: tuple[tuple[str, Target], ...]

    @property
    def headings(self) -> frozenset[str]:
        """The headings of the columns."""
        return frozenset(heading for heading, _ in self.columns)


@dataclass(frozen=True, slots=True)
class Statement:
    """What some cells of one row say together, and the headings of these cells."""

    kind: str
    fields: Mapping[str, Value]
    page: str

    def __hash__(self) -> int:
        return hash((self.kind, self.page, *sorted(self.fields)))


@dataclass(frozen=True, slots=True)
class SlotSaid:
    """What a row says of one thing, the headings that have words, and what could not be read."""

    slot: Slot
    statements: tuple[Statement, ...]
    filled: frozenset[str]
    troubles: tuple[tuple[str, Trouble], ...]


def slots_of(columns: Mapping[str, str], headings: Sequence[str]) -> tuple[Slot, ...]:
    """The slots of the columns that are recorded, in the order of the table."""
    slots: dict[tuple[str, ...], list[tuple[str, Target]]] = {}
    for heading in headings:
        said = columns.get(heading, "")
        if said:
            target = read_target(said)
            name = _name(heading, target)
            while any(
                one.name == target.name and one.kind == target.kind
                for _, one in slots.get(name, [])
            ):
                name = (*name, heading)  # a second column of the same field speaks for itself
            slots.setdefault(name, []).append((heading, target))
    return tuple(Slot(tuple(all_)) for all_ in slots.values())


def _name(heading: str, target: Target) -> tuple[str, ...]:
    if target.is_status:
        return (_WHERE,)
    spec = kind(target.kind)
    fixed = [f"{name}={encode(value)}" for name, value in sorted(target.fixed.items())]
    alone = spec.once is not None and not set(spec.once) - _CLAIMS_OWN
    if alone or (target.kind, target.name) == ("name", "text"):
        return (target.kind, heading)
    return (target.kind, *fixed)


def read_slot(slot: Slot, cells: Mapping[str, Cell], reading: Reading) -> SlotSaid:
    """What these cells say of one thing."""
    filled = [(one, target) for one, target in slot.columns if not is_empty(cells.get(one))]
    by_kind: dict[str, list[tuple[str, Target, tuple[Said, ...]]]] = {}
    troubles: list[tuple[str, Trouble]] = []
    for heading, target in filled:
        found = read_cell(cells[heading], target, reading)
        if found.trouble:
            troubles.append((heading, found.trouble))
        if found.said:
            by_kind.setdefault(found.said[0].kind, []).append((heading, target, found.said))
    statements = [one for parts in by_kind.values() for one in _statements(parts)]
    if len(statements) > MAX_STATEMENTS:
        message = f"More than {MAX_STATEMENTS} statements in one cell."
        troubles.append((slot.columns[0][0], Trouble("too-many", message, "Divide it.")))
        statements = []
    names = frozenset(heading for heading, _ in filled)
    return SlotSaid(slot, tuple(dict.fromkeys(statements)), names, tuple(troubles))


def _statements(
    parts: Sequence[tuple[str, Target, tuple[Said, ...]]],
) -> Iterable[Statement]:
    """Each of what a cell names, with what the cells beside it say."""
    page = JOINT.join(heading for heading, _, _ in parts)
    for chosen in product(*(said for _, _, said in parts)):
        fields: dict[str, Value] = {}
        for _, target, _ in parts:
            fields |= target.fixed
        for one in chosen:
            fields |= one.fields
        yield Statement(chosen[0].kind, fields, page)
