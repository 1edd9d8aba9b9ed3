"""A column of a table: its name, its type, what it means, and how it is filled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from khronika.editions.data.sheet import to_csv

Described: TypeAlias = tuple[str, str, str]
Thing = TypeVar("Thing")
LIST = "; "  # between things that are all so
DISPUTED = " | "  # between versions of one thing, of which at most one is so


@dataclass(frozen=True, slots=True)
class Column(Generic[Thing]):
    """`fill` gives the cell for a thing; empty text where nothing is known."""

    name: str
    type: str
    meaning: str
    fill: Callable[[Thing], str]

    @property
    def described(self) -> Described:
        """Name, type and meaning, for the dictionary."""
        return self.name, self.type, self.meaning


def table(columns: Sequence[Column[Thing]], things: Sequence[Thing]) -> bytes:
    """The things as CSV, one a line, in the order they come in."""
    return to_csv(
        [column.name for column in columns],
        ([column.fill(thing) for column in columns] for thing in things),
    )
