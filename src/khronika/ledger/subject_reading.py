"""What of a ledger concerns some subjects: the same answer for every store.

A store on disk fetches the pieces by index, in the same steps.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from khronika.ledger.ledger import Ledger
from khronika.ledger.tombstone import names_of
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId

_Key = TypeVar("_Key", bound=str)
_Row = TypeVar("_Row")


def about_subjects(ledger: Ledger, subjects: Collection[SubjectId]) -> Ledger:
    """Claims about these or in these cases, their sources, and every decision about any of them."""
    claims = {
        one: row
        for one, row in ledger.claims.items()
        if row.subject in subjects or row.case in subjects
    }
    named = _with_repeated(
        ledger.sources.values(), {*subjects, *claims, *subjects_of(claims.values())}
    )
    sources = {one: row for one, row in ledger.sources.items() if row.id in named}
    holdings = {one: row for one, row in ledger.holdings.items() if row.source in named}
    decisions = _about(ledger.decisions, named)
    entries = {*claims, *sources, *holdings, *decisions}
    return Ledger(
        sources=sources,
        holdings=holdings,
        claims=claims,
        decisions=decisions,
        recorded=_of(ledger.recorded, entries),
        visibility=_of(ledger.visibility, entries),
        tombstones=ledger.tombstones,
    )


def subjects_of(claims: Iterable[Claim]) -> set[SubjectId]:
    """Whom and what the claims are about, their cases and the sources they stand in."""
    subjects: set[SubjectId] = set()
    for claim in claims:
        subjects.update((claim.subject, claim.passage.source))
        if claim.case:
            subjects.add(claim.case)
    return subjects


def _with_repeated(sources: Iterable[Source], named: set[str]) -> frozenset[str]:
    """The names, and the sources that a named source repeats, at any remove."""
    repeats: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        repeats[source.id].update({source.repeats} if source.repeats else ())
    found: set[str] = set()
    new = named
    while new:
        found |= new
        new = {repeated for one in new for repeated in repeats[one]} - found
    return frozenset(found)


def _about(
    decisions: Mapping[DecisionId, Decision], named: frozenset[str]
) -> dict[DecisionId, Decision]:
    """The decisions that name any of these, and those that replace one of them, at any remove."""
    replacing: dict[str, set[DecisionId]] = defaultdict(set)
    for decision_id, decision in decisions.items():
        for old in decision.replaces:
            replacing[old].add(decision_id)
    found: set[DecisionId] = set()
    new = {one for one, row in decisions.items() if names_of(row) & named}
    while new:
        found |= new
        new = {later for one in new for later in replacing[one]} - found
    return {one: decisions[one] for one in sorted(found)}


def _of(rows: Mapping[_Key, _Row], entries: Collection[str]) -> dict[_Key, _Row]:
    return {entry: row for entry, row in rows.items() if entry in entries}
