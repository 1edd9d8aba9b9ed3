"""What may stand in a ledger: checked once, the same way for every store.

Invariants:

- An entry's id is the content id of its body, and its body is one the schema reads.
- A claim's source is described in the ledger or arrives with it.
- A row beside an entry has its entry.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TypeVar

from khronika.errors import KhronikaError
from khronika.ledger.inadmissible import (
    Inadmissible,
    SealedRefused,
    StrayRow,
    UndescribedSource,
    UnreadableEntry,
    WrongId,
)
from khronika.ledger.ledger import Ledger, Recorded
from khronika.ledger.meaning import check_meaning
from khronika.ledger.row import EntryRow, EntryType, entry_row
from khronika.ledger.tombstone import check_tombstone
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision
from khronika.schema.decode import decode_claim, decode_decision, decode_holding, decode_source
from khronika.schema.kind import choices, kind
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.source import Holding, Source
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, read_subject
from khronika.schema.visibility import Visibility

MAX_WHO = 200  # a random key or a role word; anything longer is not one

_Id = TypeVar("_Id", bound=str)
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Checked:
    """A batch as any store gives it back, and the rows of its entries by id."""

    ledger: Ledger
    entries: Mapping[str, EntryRow]


def check(batch: Ledger) -> Checked:
    """The batch in the form that every store keeps; raises for the first entry that is wrong."""
    rows: dict[str, EntryRow] = {}
    ledger = Ledger(
        sources=_read_all("source", batch.sources, _source, rows),
        holdings=_read_all("holding", batch.holdings, _holding, rows),
        claims=_read_all("claim", batch.claims, _claim, rows),
        decisions=_read_all("decision", batch.decisions, _decision, rows),
        recorded={entry: whole for entry, whole in batch.recorded.items() if whole},
        visibility=batch.visibility,
        tombstones=batch.tombstones,
    )
    for recorded in {one for whole in batch.recorded.values() for one in whole}:
        _check_recorded(recorded)
    for tombstone in batch.tombstones:
        check_tombstone(tombstone)
    return Checked(ledger, rows)


def check_references(
    batch: Ledger, *, described: Iterable[SubjectId], known: Iterable[str]
) -> None:
    """Raise unless every claim has its source and every row beside has its entry.

    `described` and `known` are the sources and entries the store holds already.
    """
    sources = {source.id for source in batch.sources.values()}.union(described)
    for claim_id, claim in batch.claims.items():
        if claim.passage.source not in sources:
            raise UndescribedSource(claim_id, claim.passage.source)
    held = {*batch.sources, *batch.holdings, *batch.claims, *batch.decisions}.union(known)
    for entry in (batch.recorded.keys() | batch.visibility.keys()) - held:
        raise StrayRow(entry)


def refuse_sealed(batch: Ledger) -> None:
    """Raise `SealedRefused` if anything in the batch is sealed by its first level or by nature."""
    for entry, level in batch.visibility.items():
        if level is Visibility.SEALED:
            raise SealedRefused(entry)
    for claim_id, claim in batch.claims.items():
        if _can_be_sealed(claim.kind) and nature(claim).least is Visibility.SEALED:
            raise SealedRefused(claim_id)


@cache
def _can_be_sealed(kind_name: str) -> bool:
    """Whether any claim of the kind is: asked first, as it is asked of every claim."""
    spec = kind(kind_name)
    fields = spec.fields.values()
    answers = [row.least for one in fields for row in choices().get(one.of, {}).values()]
    return Visibility.SEALED in {spec.least, *(one.least for one in fields), *answers}


def _read_all(
    entry_type: EntryType,
    entries: Mapping[_Id, _Entry],
    read: Callable[[_Entry], tuple[EntryRow, _Entry]],
    rows: dict[str, EntryRow],
) -> dict[_Id, _Entry]:
    kept = {}
    for entry_id, entry in entries.items():
        try:
            rows[entry_id], kept[entry_id] = read(entry)
        except KhronikaError as error:
            raise UnreadableEntry(entry_type, entry_id, str(error)) from error
        except (ValueError, TypeError, AttributeError) as error:
            why = "it does not fit the schema. Record it again."
            raise UnreadableEntry(entry_type, entry_id, why) from error
        if rows[entry_id].id != entry_id:
            raise WrongId(entry_type, entry_id)
    return kept


def _source(source: Source) -> tuple[EntryRow, Source]:
    _subject_kind(source.id, SubjectKind.SOURCE)
    body = source.body()
    return entry_row("source", canonical_json(body), subject=source.id), decode_source(body)


def _holding(holding: Holding) -> tuple[EntryRow, Holding]:
    _subject_kind(holding.source, SubjectKind.SOURCE)
    body = holding.body()
    row = entry_row("holding", canonical_json(body), subject=holding.source)
    return row, decode_holding(body)


def _claim(claim: Claim) -> tuple[EntryRow, Claim]:
    _subject_kind(claim.subject, *_about(claim.kind))
    if claim.case:
        _subject_kind(claim.case, SubjectKind.CASE)
    body = claim.body()
    row = entry_row("claim", canonical_json(body), subject=claim.subject, in_case=claim.case or "")
    return row, pointing(decode_claim(body), claim.passage)


def _decision(decision: Decision) -> tuple[EntryRow, Decision]:
    body = decision.body()
    read = decode_decision(body)
    check_meaning(read)
    return entry_row("decision", canonical_json(body)), read


def pointing(claim: Claim, pointer: Passage) -> Claim:
    """The claim with the offsets of this passage, which are no part of its body."""
    text, start, end = pointer.text, pointer.start, pointer.end
    if not text and start is None and end is None:
        return claim
    if not _is_whole(text, start, end):
        raise Inadmissible("offsets are a text, a start and an end after it, or a text alone.")
    return replace(claim, passage=replace(claim.passage, text=text, start=start, end=end))


def _is_whole(text: str, start: int | None, end: int | None) -> bool:
    if start is None or end is None:
        return bool(text) and start is end
    return bool(text) and 0 <= start < end


@cache
def _about(kind_name: str) -> tuple[SubjectKind, ...]:
    return tuple(SubjectKind(one) for one in kind(kind_name).about)


@lru_cache(maxsize=65_536)  # the same people, cases and sources come again and again
def _subject_kind(subject: SubjectId, *allowed: SubjectKind) -> None:
    if kind_of(read_subject(subject)) not in allowed:
        kinds = " or ".join(allowed)
        raise Inadmissible(f"{subject!r} is no {kinds}.")


def _check_recorded(recorded: Recorded) -> None:
    whole = recorded.at + recorded.by
    if not recorded.at or not recorded.by or not whole.isprintable() or len(whole) > MAX_WHO:
        raise Inadmissible(
            "Who and when are a key or a role word and a UTC time, in one line. Give both."
        )
