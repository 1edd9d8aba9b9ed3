"""What people who write to prisoners have learned, part by part, for pages and for paper.

Invariants:

- What was read somewhere carries its source; what is only recalled has none.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.solidarity.tables import advice
from khronika.values.sentence import N_

PARTS = {
    "before": N_("Before you write"),
    "write": N_("What to write"),
    "leave-out": N_("What to leave out"),
    "send": N_("How to send it"),
    "parcels": N_("Parcels, books, money"),
    "more": N_("More than letters"),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice; without `read` it is recalled, and to be checked before use."""

    text: str
    read: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AdvicePart:
    """The advice on one thing."""

    id: str
    title: str
    rows: tuple[Advice, ...]


def advice_parts(reader: Reader) -> tuple[AdvicePart, ...]:
    """Every part in this language."""
    return tuple(
        AdvicePart(f"advice-{part}", reader.wording.gettext(title), _rows(part, reader))
        for part, title in PARTS.items()
    )


def _rows(part: str, reader: Reader) -> tuple[Advice, ...]:
    return tuple(
        Advice(text.in_language(reader.language), tuple(Link(_site(one), one) for one in read))
        for where, text, read in advice().values()
        if where == part
    )


def _site(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")
