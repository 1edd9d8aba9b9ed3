"""What one cell says: fields of a kind, several where it names several, or why it says nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from khronika.schema.value import Value
from khronika.values.legal import LegalReference


@dataclass(frozen=True, slots=True)
class Said:
    """Fields of a kind that a cell gives."""

    kind: str
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a cell, or a part of it, could not be read: a code, a sentence and a remedy."""

    code: str
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class CellSaid:
    """What a cell says, and what of it could not be read."""

    said: tuple[Said, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading cells needs beside them: the day, and which articles exist.

    `known_article` answers False for an article that no code has.
    """

    today: date
    known_article: Callable[[LegalReference], bool | None]


class Unreadable(Exception):
    """A cell cannot be read; only this room ever sees it."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.trouble = Trouble(code, message, remedy)
