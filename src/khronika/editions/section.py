"""Which part of a page each kind of entry belongs to, and what is printed of it there.

Invariants:

- Every kind has a part: what is not named here stands under "Also known".
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from khronika.dossier.entry import Entry
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.label import kind_name
from khronika.editions.reader import Reader
from khronika.schema.kind import kind, kinds
from khronika.values.sentence import N_

ABOUT = ("birth", "age", "citizenship", "occupation", "views", "affiliation")
CHARGES = ("charge",)
RULINGS = ("demand", "ruling")
ELSEWHERE = ("name", "membership", "portrait", "support")  # printed at the head, or not at all
SECTIONS = {
    "recognition": (N_("Recognition"), ("recognition",)),
    "words": (N_("Words"), ("own-words", "quotation")),
    "solidarity": (N_("Solidarity"), ("action",)),
    "false-reports": (N_("False reports"), ("false-report",)),
    "figures": (N_("Published figures"), ("figure",)),
}
QUOTED = frozenset({"words"})
_MAIN = {
    "affiliation": "organisation",
    "age": "value",
    "birth": "date",
    "citizenship": "value",
    "occupation": "value",
    "views": "value",
}
_IN_TIMELINE = {
    "charge": ("date", "article", "offence"),
    "ruling": ("date", "instance", "outcome", "term", "suspended", "total", "fine"),
    "demand": ("date", "instance", "term", "fine"),
}  # these have a part of their own, which says the rest
_TAKEN = {*ABOUT, *ELSEWHERE, *(name for _, names in SECTIONS.values() for name in names)}
TIMELINE = tuple(n for n, row in kinds().items() if row.rank is not None and n not in _TAKEN)
ALSO = tuple(n for n in kinds() if n not in {*_TAKEN, *TIMELINE})
_SECTIONS_AND_ALSO = {**SECTIONS, "also": (N_("Also known"), ALSO)}
_BEHIND = frozenset(
    name for _, names in _SECTIONS_AND_ALSO.values() for name in names if kind(name).fields
)  # what says nothing but that it happened is in no part behind the timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading and its entries."""

    id: str
    title: str
    events: tuple[EventView, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class AboutRow:
    """What is known of one trait, each entry on its own."""

    title: str
    events: tuple[EventView, ...]


def about(entries: Iterable[Entry], printer: EventPrinter, reader: Reader) -> tuple[AboutRow, ...]:
    """Who the person is, trait by trait."""
    found = _by_kind(entries, ABOUT)
    return tuple(
        AboutRow(
            reader.said(kind_name, name),
            tuple(printer.event(entry, main=_MAIN[name]) for entry in found[name]),
        )
        for name in ABOUT
        if name in found
    )


def records(
    entries: Iterable[Entry], names: Iterable[str], printer: EventPrinter
) -> tuple[EventView, ...]:
    """The entries of these kinds with all their fields."""
    wanted = set(names)
    return tuple(printer.event(entry) for entry in entries if entry.kind in wanted)


def timeline(entries: Iterable[Entry], printer: EventPrinter) -> tuple[EventView, ...]:
    """What happened, in the order the entries come in; accusations only where they have a date."""
    return tuple(
        printer.event(entry, only=_IN_TIMELINE.get(entry.kind, ()))
        for entry in entries
        if entry.kind in TIMELINE and (entry.kind not in CHARGES or entry.dates)
    )


def sections(
    entries: Iterable[Entry], printer: EventPrinter, reader: Reader
) -> tuple[Section, ...]:
    """The parts behind the timeline that have anything to say."""
    entries = [entry for entry in entries if entry.kind in _BEHIND]
    found = []
    for key, (title, names) in _SECTIONS_AND_ALSO.items() if entries else ():
        quoted = key in QUOTED
        events = tuple(
            printer.event(entry, quoted="text" if quoted else "")
            for entry in entries
            if entry.kind in names
        )
        if events:
            found.append(Section(key, reader.wording.gettext(title), events, quoted))
    return tuple(found)


def _by_kind(entries: Iterable[Entry], wanted: Collection[str]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind in wanted:
            found.setdefault(entry.kind, []).append(entry)
    return found
