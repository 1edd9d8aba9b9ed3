"""Puts what was read together into one ledger."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from khronika.casebook.yaml_form.drafts import Placed
from khronika.casebook.yaml_form.settle import Settled
from khronika.casebook.yaml_form.source_file import SourceDraft
from khronika.casebook.yaml_form.words import Who
from khronika.ledger.ledger import Ledger, Recorded, Tombstone
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.source import Holding, Source
from khronika.schema.visibility import Visibility, strictest


def assemble(
    sources: Iterable[SourceDraft],
    claims: Iterable[Placed],
    decisions: Iterable[Settled],
    *,
    tombstones: frozenset[Tombstone],
) -> Ledger:
    """One ledger; of an entry that stands twice the stricter visibility counts."""
    assembly = _Assembly()
    for source in sources:
        assembly.add_source(source)
    for placed in claims:
        assembly.add_claim(placed)
    for settled in decisions:
        assembly.add_decision(settled)
    return assembly.ledger(tombstones)


@dataclass(frozen=True, slots=True)
class _Assembly:
    """The parts of a ledger while they are being put together."""

    sources: dict[str, Source] = field(default_factory=dict)
    holdings: dict[str, Holding] = field(default_factory=dict)
    claims: dict[ClaimId, Claim] = field(default_factory=dict)
    decisions: dict[DecisionId, Decision] = field(default_factory=dict)
    recorded: dict[str, frozenset[Recorded]] = field(default_factory=dict)
    visibility: dict[str, Visibility] = field(default_factory=dict)

    def add_source(self, draft: SourceDraft) -> None:
        if draft.source:
            entry = draft.source.entry_id()
            self.sources[entry] = draft.source
            self._rows(entry, draft.level, draft.who)
        for one in draft.holdings:
            self.holdings[one.holding.entry_id()] = one.holding
            self._rows(one.holding.entry_id(), one.level, one.who)

    def add_claim(self, placed: Placed) -> None:
        draft = placed.draft
        entry = draft.claim.id()
        there = self.claims.get(entry)
        if there is None or not there.passage.text:
            self.claims[entry] = draft.claim
        self._rows(entry, draft.level, draft.who)

    def add_decision(self, settled: Settled) -> None:
        entry = settled.decision.id()
        self.decisions[entry] = settled.decision
        self._rows(entry, settled.draft.level, settled.draft.who)

    def _rows(self, entry: str, level: Visibility, who: Who) -> None:
        self.visibility[entry] = strictest(level, self.visibility.get(entry, level))
        if who.at:
            self.recorded[entry] = self.recorded.get(entry, frozenset()) | who.rows()

    def ledger(self, tombstones: frozenset[Tombstone]) -> Ledger:
        return Ledger(
            sources=self.sources,
            holdings=self.holdings,
            claims=self.claims,
            decisions=self.decisions,
            recorded=self.recorded,
            visibility=self.visibility,
            tombstones=tombstones,
        )
