"""How to help: what people who write to prisoners have learned, and how sure each of it is.

Invariants:

- No address stands on this page: a letter goes to a person, and the address is on their page.
- What was read somewhere carries its source; what is only recalled says that it must be checked.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from khronika.editions.path import CALENDAR, PEOPLE, Link, link, page_path
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


@dataclass(frozen=True, slots=True)
class HelpView:
    """Everything the page prints."""

    parts: tuple[AdvicePart, ...]
    people: str
    calendar: str


def help_view(page: str, reader: Reader) -> HelpView:
    """The page in this language."""
    return HelpView(
        parts=tuple(
            AdvicePart(f"advice-{part}", reader.wording.gettext(title), _rows(part, reader))
            for part, title in PARTS.items()
        ),
        people=link(page, page_path(reader.language, PEOPLE)),
        calendar=link(page, page_path(reader.language, CALENDAR)),
    )


def _rows(part: str, reader: Reader) -> tuple[Advice, ...]:
    return tuple(
        Advice(text.in_language(reader.language), tuple(Link(_site(one), one) for one in read))
        for where, text, read in advice().values()
        if where == part
    )


def _site(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")
