"""What the decisions amount to: which are in force, and what they say about an entry.

Invariants:

- In force is what no other decision replaces, whatever order the decisions came in.
- Between concurrent decisions the more protective wins: reject over accept, restrict over open,
  refusal over consent, "do not list" over "list", not the same over same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from khronika.ledger.decided import Decided, decide
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim, ClaimId
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
    def decided(self) -> Decided:
        """The decisions in force."""
        return decide(self.ledger.decisions)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision that no other replaces, ordered by id."""
        return self.decided.of(*Verb)

    def of(self, verb: Verb) -> tuple[Decision, ...]:
        """The decisions in force with this verb, ordered by id."""
        return self.decided.of(verb)

    def about(self, verb: Verb, target: str) -> tuple[Decision, ...]:
        """The decisions in force with this verb that name the target, ordered by id."""
        return self.decided.about(verb, target)

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
    def undecided(self) -> frozenset[ClaimId]:
        """The claims that nobody accepted, rejected or destroyed."""
        return frozenset(one for one in self.ledger.claims if self.is_undecided(one))

    def is_undecided(self, claim: ClaimId) -> bool:
        """Whether nobody accepted (or let stand), rejected or destroyed it."""
        decided = (Verb.ACCEPT, Verb.REJECT, Verb.REDACT)
        return not self.standing and not any(self.about(verb, claim) for verb in decided)

    def claims_about(self, subjects: Iterable[SubjectId]) -> Iterator[tuple[ClaimId, Claim]]:
        """Every claim about these, accepted or not, in no order."""
        for subject in subjects:
            for one in self.by_subject.get(subject, ()):
                yield one, self.ledger.claims[one]

    @cached_property
    def by_subject(self) -> Mapping[SubjectId, tuple[ClaimId, ...]]:
        """The claims about each subject, accepted or not, in no order."""
        found: dict[SubjectId, list[ClaimId]] = defaultdict(list)
        for one, claim in self.ledger.claims.items():
            found[claim.subject].append(one)
        return {subject: tuple(claims) for subject, claims in found.items()}

    @cached_property
    def sources(self) -> Mapping[SubjectId, Source]:
        """The description in force of every source: the one recorded last, then the greatest id."""
        return {one: self.description(one) for one in sorted(self.descriptions)}

    @cached_property
    def descriptions(self) -> Mapping[SubjectId, tuple[str, ...]]:
        """The entries that describe each source, in no order."""
        found: dict[SubjectId, list[str]] = defaultdict(list)
        for entry, source in self.ledger.sources.items():
            found[source.id].append(entry)
        return {one: tuple(entries) for one, entries in found.items()}

    def description(self, source: SubjectId) -> Source:
        """The description in force of a source that has any."""
        return self.ledger.sources[max(self.descriptions[source], key=self._recorded_then_id)]

    def _recorded_then_id(self, entry: str) -> tuple[str, str]:
        first = self.ledger.first_recorded(entry)
        return first.at if first else "", entry

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
        level = self._source_levels.get((source, use))
        if level is None:  # hundreds of claims stand in one source
            described = self.descriptions.get(source, ())
            levels = [self.ledger.visibility.get(entry, Visibility.TEAM) for entry in described]
            first = strictest(*levels) if levels else Visibility.TEAM
            level = self._source_levels[source, use] = self._decided(source, use, first)
        return level

    @cached_property
    def _source_levels(self) -> dict[tuple[SubjectId, Use], Visibility]:
        return {}

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
        uses = ("", use.value)
        return [
            Visibility(d.details["level"])
            for d in self.about(verb, target)
            if d.details.get("use", "") in uses
        ]


def recorded_by(ledger: Ledger, entries: Collection[str], *, at: str) -> frozenset[str]:
    """Those of the entries that stood in the ledger at this time (UTC, ISO 8601).

    An entry without any record of when is taken to have always stood.
    """
    return frozenset(
        entry
        for entry in entries
        if (first := ledger.first_recorded(entry)) is None or first.at <= at
    )
