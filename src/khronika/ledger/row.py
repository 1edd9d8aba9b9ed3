"""The flat rows a ledger is kept in, each with the hash of its envelope.

Every store and the ledger state work on these rows, so that one ledger has one state wherever it
is kept.

Invariants:

- A row's hash covers all that the row says; what is only there to find rows is not hashed.
- An entry's id is the content id of its body: `["claim/1", body]` hashed in canonical form.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from khronika.ledger.ledger import Ledger, Recorded, Tombstone
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision
from khronika.schema.passage import Passage
from khronika.schema.source import Holding, Source
from khronika.schema.visibility import Visibility

EntryType: TypeAlias = Literal["source", "holding", "claim", "decision"]


class EntryRow(NamedTuple):
    """A source, holding, claim or decision; `subject` and `in_case` only find it again."""

    id: str
    type: EntryType
    body: str
    subject: str
    in_case: str
    row_hash: str


class RecordedRow(NamedTuple):
    """Who put an entry in, and when."""

    entry: str
    at: str
    by: str
    row_hash: str


class VisibilityRow(NamedTuple):
    """How far an entry could go when it came."""

    entry: str
    level: str
    row_hash: str


class PointerRow(NamedTuple):
    """Which characters of which text a claim's passage is."""

    entry: str
    text: str
    start: int | None
    end: int | None
    row_hash: str


class TombstoneRow(NamedTuple):
    """What stays of a destroyed claim."""

    mac: str
    salt: str
    reason: str
    on: str
    row_hash: str


class NamedRow(NamedTuple):
    """A decision names a claim, a subject or another decision; only finds the decision again."""

    name: str
    decision: str


def hashes_of(ledger: Ledger) -> Iterator[str]:
    """The hash of every row of the ledger, in no order."""
    for source in ledger.sources.values():
        yield source_row(source).row_hash
    for holding in ledger.holdings.values():
        yield holding_row(holding).row_hash
    for claim in ledger.claims.values():
        yield claim_row(claim).row_hash
    for decision in ledger.decisions.values():
        yield decision_row(decision).row_hash
    for row in rows_beside(ledger):
        yield row.row_hash


def rows_beside(
    ledger: Ledger,
) -> Iterator[RecordedRow | VisibilityRow | PointerRow | TombstoneRow]:
    """Every row that is not an entry."""
    yield from recorded_rows(ledger.recorded)
    yield from visibility_rows(ledger.visibility)
    yield from pointer_rows({str(one): claim.passage for one, claim in ledger.claims.items()})
    yield from (tombstone_row(one) for one in ledger.tombstones)


def source_row(source: Source) -> EntryRow:
    """The row of a source."""
    return entry_row("source", canonical_json(source.body()), subject=source.id)


def holding_row(holding: Holding) -> EntryRow:
    """The row of a holding, found by its source."""
    return entry_row("holding", canonical_json(holding.body()), subject=holding.source)


def claim_row(claim: Claim) -> EntryRow:
    """The row of a claim, found by its subject and its case."""
    text = canonical_json(claim.body())
    return entry_row("claim", text, subject=claim.subject, in_case=claim.case or "")


def decision_row(decision: Decision) -> EntryRow:
    """The row of a decision; `named_rows` find it."""
    return entry_row("decision", canonical_json(decision.body()))


def entry_row(
    entry_type: EntryType, body: str, *, subject: str = "", in_case: str = ""
) -> EntryRow:
    """The row with this canonical body."""
    entry = _sha256(f'["{entry_type}/1",{body}]')
    return EntryRow(entry, entry_type, body, subject, in_case, entry_hash(entry, entry_type, body))


def entry_hash(entry: str, entry_type: str, body: str) -> str:
    """The hash of an entry's envelope: its id, type and body."""
    return _sha256(f'["entry","{entry_type}","{entry}",{body}]')


def recorded_rows(recorded: Mapping[str, frozenset[Recorded]]) -> Iterator[RecordedRow]:
    """A row for each who and when."""
    # Written as `row_hash` would, but the part that is the same all through a batch only once.
    tail = cache(lambda one: canonical_json([one.at, one.by])[1:])
    for entry, rows in recorded.items():
        for one in rows:
            envelope = f'["recorded","{entry}",{tail(one)}'
            yield RecordedRow(entry, one.at, one.by, _sha256(envelope))


def visibility_rows(visibility: Mapping[str, Visibility]) -> Iterator[VisibilityRow]:
    """A row for each first visibility."""
    for entry, level in visibility.items():
        word = level.value
        yield VisibilityRow(entry, word, _sha256(f'["visibility","{entry}","{word}"]'))


def pointer_rows(passages: Mapping[str, Passage]) -> Iterator[PointerRow]:
    """A row for each passage that points into a text, by claim."""
    for entry, passage in passages.items():
        if passage.text:
            yield pointer_row(entry, passage)


def pointer_row(entry: str, passage: Passage) -> PointerRow:
    """The row of a passage that points into a text."""
    parts = (entry, passage.text, passage.start, passage.end)
    return PointerRow(*parts, row_hash("pointer", *parts))


def tombstone_row(tombstone: Tombstone) -> TombstoneRow:
    """The row of a tombstone."""
    parts = (tombstone.mac, tombstone.salt, tombstone.reason, tombstone.on)
    return TombstoneRow(*parts, row_hash("tombstone", *parts))


def named_rows(entry: str, decision: Decision) -> Iterator[NamedRow]:
    """A row for each thing the decision names: targets, what it puts aside, what it replaces."""
    for name in sorted({*decision.targets, *decision.over, *decision.replaces}):
        yield NamedRow(name, entry)


def row_hash(table: str, *parts: str | int | None) -> str:
    """The hash of the envelope of a row that is not an entry; what is absent is left out."""
    return _sha256(canonical_json([table, *(part for part in parts if part is not None)]))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
