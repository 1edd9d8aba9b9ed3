"""The values a claim's fields hold, and when two of them can both be true.

Invariants:

- Dates, terms, money, numbers, keys and choices can clash; free text never does.
- A key contained in another (a town in its region) refines it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from khronika.schema.canonical import Json, canonical_json
from khronika.schema.vocabulary import is_within
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.term import Term


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A row of a vocabulary table; printed by the row's label in the reader's language."""

    table: str
    key: str


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """One of the closed set of answers a field allows."""

    choice: str


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """Words printed as written; `lang` is empty when they are in the claim's language."""

    text: str
    lang: str = ""


Single: TypeAlias = PartialDate | Term | Money | LegalReference | int | Key | Choice | Text
Value: TypeAlias = Single | tuple[Single, ...]


def encode(value: Value) -> Json:
    """The value as it stands in a body: canonical text, a whole number, or a list of them."""
    match value:
        case tuple():
            return sorted((encode(one) for one in value), key=canonical_json)
        case int():
            return value
        case Key():
            return value.key
        case Choice():
            return value.choice
        case Text():
            return {"lang": value.lang, "text": value.text} if value.lang else {"text": value.text}
        case _:
            return str(value)


def show(value: Value) -> str:
    """The value as plain text in no language: what `--json` prints ("9y", "2023-07")."""
    match value:
        case tuple():
            return ", ".join(sorted(show(one) for one in value))
        case Text():
            return value.text
        case _:
            return str(encode(value))


def agree(one: Value, other: Value) -> bool:
    """Whether both can be true of one thing at once."""
    match one, other:
        case (Text(), _) | (_, Text()):
            return True
        case PartialDate(), PartialDate():
            return one.agrees_with(other)
        case LegalReference(), LegalReference():
            return one.agrees_with(other)
        case Key(), Key():
            return one == other or refines(one, other) or refines(other, one)
        case (tuple(), tuple()):
            return True  # two lists each say what they know of; neither says that this is all
        case _:
            return one == other


def refines(one: Value, other: Value) -> bool:
    """Whether `one` says the same as `other`, and more exactly."""
    match one, other:
        case PartialDate(), PartialDate():
            return one.refines(other)
        case LegalReference(), LegalReference():
            return one.refines(other)
        case Key(), Key():
            return one.table == other.table and is_within(one.table, one.key, other.key)
        case _:
            return False


def in_order(values: Sequence[Value]) -> list[Value]:
    """The values in one order that depends on nothing but themselves."""
    return sorted(values, key=lambda value: canonical_json(encode(value)))
