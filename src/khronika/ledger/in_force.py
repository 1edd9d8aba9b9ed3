"""What the decisions amount to: which are in force, and what they say about an entry.

Invariants:

- In force is what no other decision replaces, whatever order the decisions came in.
- Between concurrent decisions the more protective wins: reject over accept, restrict over open,
  refusal over consent, "do not list" over "list", not the same over same.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from khronika.ledger.ledger import Ledger
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision, Stance, Verb
from khronika.schema.nature import nature
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility, strictest

_PROTECTION = {Stance.LIST: 0, Stance.MENTION_ONLY: 1, Stance.DO_NOT_LIST: 2}


@dataclass(frozen=True)
class InForce:
    """A ledger read through its decisions in force.

    `standing` is true where a claim that stands in the record counts as accepted, as in a
    casebook whose truth is its YAML files.
    """

    ledger: Ledger
    standing: bool = False

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision that no other replaces, ordered by id."""
        rows = self.ledger.decisions
        replaced = {old for decision in rows.values() for old in decision.replaces}
        return tuple(rows[one] for one in sorted(rows) if one not in replaced)

    def of(self, verb: Verb) -> tuple[Decision, ...]:
        """The decisions in force with this verb, ordered by id."""
        return self._by_verb.get(verb, ())

    def about(self, verb: Verb, target: str) -> tuple[Decision, ...]:
        """The decisions in force with this verb that name the target, ordered by id."""
        return self._by_target.get((verb, target), ())

    def is_accepted(self, claim: ClaimId) -> bool:
        """Whether the claim counts: accepted (or standing), and not rejected or redacted."""
        if self.about(Verb.REJECT, claim) or self.about(Verb.REDACT, claim):
            return False
        return self.standing or bool(self.about(Verb.ACCEPT, claim))

    @cached_property
    def accepted(self) -> frozenset[ClaimId]:
        """The ids of all claims that count."""
        return frozenset(one for one in self.ledger.claims if self.is_accepted(one))

    @cached_property
    def sources(self) -> Mapping[SubjectId, Source]:
        """The description in force of every source: the one recorded last, then the greatest id."""
        latest: dict[SubjectId, tuple[str, str]] = {}
        for entry, source in self.ledger.sources.items():
            first = self.ledger.first_recorded(entry)
            order = (first.at if first else "", entry)
            latest[source.id] = max(latest.get(source.id, ("", "")), order)
        return {sid: self.ledger.sources[entry] for sid, (_, entry) in sorted(latest.items())}

    def claim_level(self, claim_id: ClaimId, use: Use) -> Visibility:
        """How far the claim may go for this use: the stricter of claim, source and nature."""
        claim = self.ledger.claims[claim_id]
        return strictest(
            self._decided(claim_id, use, self.ledger.visibility.get(claim_id, Visibility.TEAM)),
            self.source_level(claim.passage.source, use),
            nature(claim).least,
        )

    def source_level(self, source: SubjectId, use: Use) -> Visibility:
        """How far what the source says may go for this use; a source never described is team."""
        first = self._source_visibility.get(source, Visibility.TEAM)
        return self._decided(source, use, first)

    def stance(self, person: SubjectId) -> Stance:
        """How the group stands to the person; unset is mention-only, which no edition lists."""
        stances = [Stance(d.details["value"]) for d in self.about(Verb.STANCE, person)]
        return max(stances, key=_PROTECTION.__getitem__, default=Stance.MENTION_ONLY)

    def is_ready(self, person: SubjectId) -> bool:
        """Whether somebody read the dossier and found it fit to publish."""
        return bool(self.about(Verb.READY, person))

    def _decided(self, target: str, use: Use, first: Visibility) -> Visibility:
        """The first level, moved by the open and restrict decisions for this use or for all."""
        opened = self._levels(Verb.OPEN, target, use)
        restricted = self._levels(Verb.RESTRICT, target, use)
        if restricted:
            return strictest(*restricted, *(opened or [first]))
        return strictest(*opened) if opened else first

    def _levels(self, verb: Verb, target: str, use: Use) -> list[Visibility]:
        decisions = self.about(verb, target)
        uses = {"", use.value}
        return [
            Visibility(d.details["level"]) for d in decisions if d.details.get("use", "") in uses
        ]

    @cached_property
    def _source_visibility(self) -> Mapping[SubjectId, Visibility]:
        levels: dict[SubjectId, Visibility] = {}
        for entry, source in self.ledger.sources.items():
            level = self.ledger.visibility.get(entry, Visibility.TEAM)
            levels[source.id] = strictest(levels.get(source.id, level), level)
        return levels

    @cached_property
    def _by_verb(self) -> Mapping[Verb, tuple[Decision, ...]]:
        grouped: dict[Verb, list[Decision]] = defaultdict(list)
        for decision in self.decisions:
            grouped[decision.verb].append(decision)
        return {verb: tuple(rows) for verb, rows in grouped.items()}

    @cached_property
    def _by_target(self) -> Mapping[tuple[Verb, str], tuple[Decision, ...]]:
        grouped: dict[tuple[Verb, str], list[Decision]] = defaultdict(list)
        for decision in self.decisions:
            for target in decision.targets:
                grouped[decision.verb, target].append(decision)
        return {key: tuple(rows) for key, rows in grouped.items()}


def recorded_by(ledger: Ledger, entries: Collection[str], *, at: str) -> frozenset[str]:
    """Those of the entries that stood in the ledger at this time (UTC, ISO 8601).

    An entry without any record of when is taken to have always stood.
    """
    return frozenset(
        entry
        for entry in entries
        if (first := ledger.first_recorded(entry)) is None or first.at <= at
    )
