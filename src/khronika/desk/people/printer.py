"""Entries and disputes as the pages of the desk print them, each with the passages behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.dossier.dossier import Dispute
from khronika.dossier.entry import Entry
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.label import field_name, kind_name
from khronika.editions.note import NoteRow, Notes
from khronika.editions.reader import Reader
from khronika.schema.claim import ClaimId
from khronika.schema.kind import kind


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, and the passages it stands in; `key` leads to its own page."""

    key: str
    event: EventView
    passages: tuple[NoteRow, ...]
    is_dated: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that clash; `claim` is who says it first."""

    text: str
    claim: ClaimId
    passages: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """What sources disagree on. `can_follow` is false where two facts break a rule.

    `entry` is the key of the entry it is in; `before` says that it was settled once, and why.
    """

    number: int
    entry: str
    title: str
    sentence: str
    versions: tuple[Version, ...]
    can_follow: bool
    before: str = ""


class Printer:
    """Prints entries with the passages behind them."""

    def __init__(self, reader: Reader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes
        self._printer = EventPrinter(reader, notes)

    def told(self, entry: Entry) -> Told:
        """An entry with all its fields."""
        spec = kind(entry.kind)
        event = self._printer.event(entry)
        return Told(entry.key, event, self._passages(entry.claims), is_dated=spec.rank is not None)

    def line(self, entry: Entry) -> str:
        """An entry in one line: when, what, and what it says first."""
        event = self._printer.event(entry)
        parts = [event.when, *event.facts]
        said = [value.text for one in parts if one for value in one.values]
        return ", ".join([event.title, *said[:3]])

    def clash(self, number: int, dispute: Dispute, *, before: str = "") -> Clash:
        """A dispute with its versions."""
        reader = self._reader
        title = reader.wording.gettext("{label}: {said}").format(
            label=kind_name(dispute.kind, reader),
            said=field_name(dispute.kind, dispute.field, reader),
        )
        versions = tuple(
            Version(
                self._printer.said(one, dispute.kind, dispute.field).text,
                one.claims[0],
                self._passages(one.claims),
            )
            for one in dispute.values
        )
        sentence = reader.wording.say(dispute.rule) if dispute.rule else ""
        can_follow = dispute.rule is None
        return Clash(number, dispute.entry, title, sentence, versions, can_follow, before)

    def _passages(self, claims: Iterable[ClaimId]) -> tuple[NoteRow, ...]:
        backing = self._notes.backing(claims)
        wanted = {number for one in backing for number in one.notes}
        return tuple(row for row in self._notes.rows() if row.number in wanted)
