"""What the rules of clearance may ask of the record: one use, one day, every decision of today.

Invariants:

- What protects is shared by all ids that were ever called one person: a refusal or a "do not list"
  given under one spelling holds for the others.
- What permits is shared only where no decision tells two of them apart.
- Facts that protect count whatever their level; facts that permit count only if they are public,
  so that a restricted claim can never let anything out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from khronika.clearance.consent import Consent, Freed, consent_of, gives
from khronika.clearance.policy import Policy
from khronika.dossier.connected import connected
from khronika.dossier.sameness import Sameness, sameness
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Certainty, Claim, ClaimId
from khronika.schema.decision import ConsentState, Decision, Stance, Verb
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility
from khronika.values.date import PartialDate

_PROTECTION = (Stance.LIST, Stance.MENTION_ONLY, Stance.DO_NOT_LIST)


@dataclass(frozen=True, slots=True)
class Fact:
    """An accepted claim that is not denied."""

    id: ClaimId
    claim: Claim

    def day(self, name: str) -> PartialDate | None:
        """The date in this field."""
        value = self.claim.fields.get(name)
        return value if isinstance(value, PartialDate) else None


@dataclass(frozen=True)
class Inquiry:
    """A ledger in force, asked for one use on one day."""

    in_force: InForce
    use: Use
    policy: Policy
    today: date

    def level(self, claim: ClaimId) -> Visibility:
        """How far the claim may go for the use."""
        return self.in_force.claim_level(claim, self.use)

    def source_of(self, claim: Claim) -> Source | None:
        """The source in force; None when nobody described it."""
        return self.in_force.sources.get(claim.passage.source)

    def names_source(self, claim: Claim) -> bool:
        """Whether the source itself may be named for the use."""
        return self._is_open(claim, self.use)

    def is_printed_elsewhere(self, claim: Claim) -> bool:
        """Whether the source is open and public for everybody, not for this use alone."""
        return self._is_open(claim, Use.PUBLIC)

    def everyone(self, person: SubjectId) -> frozenset[SubjectId]:
        """All ids called one person with this one, itself included."""
        return self._joined.get(person, frozenset({person}))

    def trusted(self, person: SubjectId) -> frozenset[SubjectId]:
        """The ids whose permissions hold for this one."""
        everyone = self.everyone(person)
        joined = {self._sameness.of(one) for one in everyone}
        return everyone if len(joined) == 1 else frozenset({person})

    def stance(self, person: SubjectId) -> Stance | None:
        """How the group stands to the person, by all ids; None when nobody said."""
        said = {_stance(d) for one in self.everyone(person) for d in self._about(Verb.STANCE, one)}
        strictest = max(said, key=_PROTECTION.index, default=None)
        if strictest is Stance.LIST and not any(
            self._about(Verb.STANCE, one) for one in self.trusted(person)
        ):
            return None
        return strictest

    def is_ready(self, person: SubjectId) -> bool:
        """Whether somebody read what is recorded and found it fit to publish."""
        return any(self._about(Verb.READY, one) for one in self.trusted(person))

    def consent(self, person: SubjectId) -> Consent:
        """The answer that counts for the use today."""
        if person not in self._answers:
            self._answers[person] = self._weigh(person, self._asked(person))
        return self._answers[person]

    def refused_publication(self, person: SubjectId) -> bool:
        """Whether the person said no to publication: nothing is "already public" then."""
        state = self._for_everybody.consent(person).state
        return state in {ConsentState.REFUSED, ConsentState.WITHDRAWN}

    def agreements(self, person: SubjectId) -> list[Decision]:
        """The answers that give consent for the use today, if in all it is given."""
        if self.consent(person).state is not ConsentState.GIVEN:
            return []
        asked = self._asked(person)
        return [one for one in asked if self._weigh(person, [one]).state is ConsentState.GIVEN]

    def facts(self, person: SubjectId, *kinds: str) -> list[Fact]:
        """The accepted claims of these kinds about the person under any id, ordered by id."""
        found = (
            fact
            for one in self.everyone(person)
            for fact in self._facts_of(one)
            if fact.claim.kind in kinds
        )
        return sorted(found, key=lambda fact: fact.id)

    def recorded_on(self, claim: ClaimId) -> date | None:
        """The day the claim was first recorded."""
        first = self.in_force.ledger.first_recorded(claim)
        return date.fromisoformat(first.at[:10]) if first else None

    def _is_open(self, claim: Claim, use: Use) -> bool:
        source = self.source_of(claim)
        return (
            source is not None
            and source.level is SourceLevel.OPEN
            and self.in_force.source_level(source.id, use) is Visibility.PUBLIC
        )

    def _asked(self, person: SubjectId) -> list[Decision]:
        """The answers for the use: refusals given under any id, consent under a trusted one."""
        trusted = self.trusted(person)
        return [
            decision
            for one in sorted(self.everyone(person))
            for decision in self._about(Verb.CONSENT, one)
            if one in trusted or not gives(decision)
        ]

    def _weigh(self, person: SubjectId, asked: Iterable[Decision]) -> Consent:
        return consent_of(asked, self.use, today=self.today, freed=self._freed(person))

    def _freed(self, person: SubjectId) -> list[Freed]:
        """When the person was released; undated, it was at the latest when it was recorded."""
        found = []
        for fact in self.facts(person, "release"):
            day = fact.day("date")
            latest = self.recorded_on(fact.id) or date.max
            found.append(Freed(day.first_day, day.last_day) if day else Freed(date.min, latest))
        return found

    def _about(self, verb: Verb, target: str) -> tuple[Decision, ...]:
        return self.in_force.about(verb, target)

    @cached_property
    def _for_everybody(self) -> "Inquiry":
        return self if self.use is Use.PUBLIC else replace(self, use=Use.PUBLIC)

    @cached_property
    def _answers(self) -> dict[SubjectId, Consent]:
        return {}

    @cached_property
    def _sameness(self) -> Sameness:
        return sameness((*self.in_force.of(Verb.SAME), *self.in_force.of(Verb.NOT_SAME)))

    @cached_property
    def _joined(self) -> Mapping[SubjectId, frozenset[SubjectId]]:
        """Everybody in a chain of *same*, even one that contradicts itself at a distance."""
        links = self._pairs(Verb.SAME) - self._pairs(Verb.NOT_SAME)
        return {
            SubjectId(one): frozenset(SubjectId(member) for member in group)
            for group in connected(links)
            for one in group
        }

    def _pairs(self, verb: Verb) -> set[tuple[str, str]]:
        return {
            (one, other)
            for decision in self.in_force.of(verb)
            for one in decision.targets
            for other in decision.targets
            if one < other
        }

    def _facts_of(self, subject: SubjectId) -> tuple[Fact, ...]:
        """What was accepted about this id and is not denied."""
        if subject not in self._told:
            self._told[subject] = tuple(
                Fact(one, claim)
                for one, claim in self.in_force.claims_about([subject])
                if one in self.in_force.accepted and claim.certainty is not Certainty.DENIED
            )
        return self._told[subject]

    @cached_property
    def _told(self) -> dict[SubjectId, tuple[Fact, ...]]:
        return {}


def _stance(decision: Decision) -> Stance:
    """The stance; one that cannot be read protects."""
    try:
        return Stance(decision.details.get("value", ""))
    except ValueError:
        return Stance.DO_NOT_LIST
