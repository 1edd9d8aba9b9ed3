"""Reads rows back into a ledger: the whole, or what concerns some subjects."""

import json
from collections.abc import Collection, Iterable, Sequence, Set
from functools import cache
from sys import intern
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, Table, or_, select

from khronika.errors import KhronikaError
from khronika.ledger.admit import pointing
from khronika.ledger.inadmissible import Inadmissible
from khronika.ledger.ledger import Ledger, Recorded, Tombstone
from khronika.ledger.sql_rows import chunks, rows_beside
from khronika.ledger.subject_reading import subjects_of
from khronika.ledger.tables import ENTRY, NAMED, POINTER, RECORDED, TOMBSTONE, VISIBILITY
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.decode import decode_claim, decode_decision, decode_holding, decode_source
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility

if TYPE_CHECKING:
    from khronika.schema.source import Holding, Source

_BODIES = select(ENTRY.c.id, ENTRY.c.type, ENTRY.c.body)
_LEVELS = {level.value: level for level in Visibility}


class DamagedEntry(KhronikaError):
    """A row holds what cannot be read."""

    def __init__(self, entry: str) -> None:
        super().__init__(
            f"The entry {entry} cannot be read: it is damaged, or a later Khronika wrote it. "
            "Run `khronika verify`, and restore a backup if it finds damage."
        )


def read_whole(connection: Connection) -> Ledger:
    """The whole ledger."""
    found = _Found(connection)
    found.take(_BODIES)
    return found.ledger(None)


def read_about(connection: Connection, subjects: Collection[SubjectId]) -> Ledger:
    """What concerns these subjects, in the steps of `about_subjects`."""
    found = _Found(connection)
    for some in chunks(subjects):
        is_about = or_(ENTRY.c.subject.in_(some), ENTRY.c.in_case.in_(some))
        found.take(_BODIES.where(ENTRY.c.type == "claim", is_about))
    named = {*subjects, *found.claims, *subjects_of(found.claims.values())}
    found.take_decisions(found.take_sources(named))
    return found.ledger({*found.claims, *found.sources, *found.holdings, *found.decisions})


def read_entries(connection: Connection, entries: Set[str]) -> Ledger:
    """These entries and the rows beside them, and nothing else."""
    if not entries:
        return Ledger()
    found = _Found(connection)
    for some in chunks(entries):
        found.take(_BODIES.where(ENTRY.c.id.in_(some)))
    return found.ledger(entries)


def read_tombstones(connection: Connection) -> frozenset[Tombstone]:
    """Every tombstone."""
    columns = (TOMBSTONE.c.mac, TOMBSTONE.c.salt, TOMBSTONE.c.reason, TOMBSTONE.c.on)
    return frozenset(Tombstone(*row) for row in connection.execute(select(*columns)))


def decisions_about(connection: Connection, names: Iterable[str]) -> set[DecisionId]:
    """The decisions that name any of these."""
    found: set[DecisionId] = set()
    for some in chunks(names):
        named = select(NAMED.c.decision).where(NAMED.c.name.in_(some))
        found.update(DecisionId(one) for one in connection.scalars(named))
    return found


class _Found:
    """What has been read so far."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.sources: dict[str, Source] = {}
        self.holdings: dict[str, Holding] = {}
        self.claims: dict[ClaimId, Claim] = {}
        self.decisions: dict[DecisionId, Decision] = {}

    def take(self, bodies: Select[str, str, str]) -> None:
        """Decode what the statement finds."""
        for entry, entry_type, body in self._connection.execute(bodies):
            try:
                self._decode(entry, entry_type, body)
            except (KhronikaError, ValueError, KeyError, TypeError, AttributeError) as error:
                raise DamagedEntry(entry) from error

    def take_sources(self, named: Set[str]) -> set[str]:
        """Take the named sources and what they repeat; the names of all of these."""
        seen: set[str] = set()
        new = set(named)
        while new:
            for some in chunks(new):
                is_one = ENTRY.c.type.in_(("source", "holding"))
                self.take(_BODIES.where(is_one, ENTRY.c.subject.in_(some)))
            seen |= new
            new = {str(one.repeats) for one in self.sources.values() if one.repeats} - seen
        return seen

    def take_decisions(self, names: Set[str]) -> None:
        """Take every decision about these, and those that replace one of them."""
        new = decisions_about(self._connection, names)
        while new:
            for some in chunks(new):
                self.take(_BODIES.where(ENTRY.c.id.in_(some)))
            new = decisions_about(self._connection, new) - self.decisions.keys()

    def ledger(self, entries: Set[str] | None) -> Ledger:
        """The ledger of what was found; None reads the rows beside every entry."""
        return Ledger(
            sources=self.sources,
            holdings=self.holdings,
            claims=self._pointed(entries),
            decisions=self.decisions,
            recorded=self._recorded(entries),
            visibility=self._visibility(entries),
            tombstones=read_tombstones(self._connection),
        )

    def _decode(self, entry: str, entry_type: str, body: str) -> None:
        parts, entry = json.loads(body), intern(entry)  # decisions and rows beside it name it too
        match entry_type:
            case "claim":
                self.claims[ClaimId(entry)] = decode_claim(parts)
            case "decision":
                self.decisions[DecisionId(entry)] = decode_decision(parts)
            case "source":
                self.sources[entry] = decode_source(parts)
            case "holding":
                self.holdings[entry] = decode_holding(parts)
            case _:
                raise DamagedEntry(entry)

    def _pointed(self, entries: Set[str] | None) -> dict[ClaimId, Claim]:
        claims = dict(self.claims)
        for entry, text, start, end, _ in self._beside(POINTER, entries):
            claim = claims.get(ClaimId(entry))
            if not claim:
                raise DamagedEntry(entry)
            pointer = Passage(claim.passage.source, text=text, start=start, end=end)
            try:
                claims[ClaimId(entry)] = pointing(claim, pointer)
            except (Inadmissible, TypeError) as error:
                raise DamagedEntry(entry) from error
        return claims

    def _recorded(self, entries: Set[str] | None) -> dict[str, frozenset[Recorded]]:
        # Most rows of a batch say the same who and when, so each is made once and shared.
        one = cache(lambda at, by: frozenset({Recorded(at, by)}))
        recorded: dict[str, frozenset[Recorded]] = {}
        for entry, at, by, _ in self._beside(RECORDED, entries):
            rows = one(at, by)
            recorded[intern(entry)] = recorded[entry] | rows if entry in recorded else rows
        return recorded

    def _visibility(self, entries: Set[str] | None) -> dict[str, Visibility]:
        levels = {}
        for entry, level, _ in self._beside(VISIBILITY, entries):
            if level not in _LEVELS:
                raise DamagedEntry(entry)
            levels[intern(entry)] = _LEVELS[level]
        return levels

    def _beside(self, table: Table, entries: Set[str] | None) -> Iterable[Sequence[Any]]:
        if entries is None:
            return self._connection.execute(select(table))
        return rows_beside(self._connection, table, entries)
