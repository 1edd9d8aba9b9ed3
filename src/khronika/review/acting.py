"""What becomes of a suggestion when a person acts on it: claims and decisions, or nothing.

Invariants:

- Nothing enters the record but by one of these functions, each called by a person.
- A claim quotes the words it rests on and points at them in the text that was read.
- What needs a second reader is recorded as a claim, and accepted only when somebody else confirms.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from khronika.errors import Say
from khronika.review.second_reader import check_second, why_second
from khronika.review.suggestion import NotOpen, State, Suggestion
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.value import Value


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who acts, and when (UTC, ISO 8601); `by` is a random key or a role word."""

    by: str
    at: str

    @property
    def day(self) -> str:
        """The day alone: what is hashed tells no minutes."""
        return f"{self.at[:10]}T00:00:00Z"


@dataclass(frozen=True, slots=True)
class About:
    """What only a person knows of a proposal: whom it is about, the case, how it is kept.

    `nonce` is handed in for what is not public. `known` are the people in the record.
    """

    person: SubjectId
    known: frozenset[SubjectId]
    case: SubjectId | None = None
    event: str = ""
    page: str = ""
    section: str = ""
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be recorded, and the suggestion as it is from now on.

    `second` says why a second reader has to confirm before it counts.
    """

    suggestion: Suggestion
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    second: Say | None = None


def claim_of(suggestion: Suggestion, about: About) -> Claim:
    """The claim the suggestion would become; what `effect` is asked about."""
    one = suggestion.proposal
    place = Passage(
        source=suggestion.source,
        section=about.section,
        page=about.page,
        quote=one.quote,
        text=suggestion.text,
        start=one.start,
        end=one.end,
    )
    return Claim(
        subject=about.person,
        kind=kind(one.kind).name,
        fields=dict(one.fields),
        passage=place,
        case=about.case,
        event=about.event,
        speaker=one.speaker,
        certainty=one.certainty,
        lang=one.lang,
        nonce=about.nonce,
    )


def accept(suggestion: Suggestion, about: About, reviewer: Reviewer) -> Act:
    """Record what was proposed as it was proposed."""
    claim = claim_of(suggestion, about)
    return _recorded(suggestion, claim, about, reviewer, state=State.ACCEPTED)


def correct(
    suggestion: Suggestion, about: About, reviewer: Reviewer, *, fields: Mapping[str, Value]
) -> Act:
    """Record what the words say where the proposal has it wrong: other fields, the same words."""
    claim = replace(claim_of(suggestion, about), fields=dict(fields))
    return _recorded(suggestion, claim, about, reviewer, state=State.CORRECTED)


def reject(suggestion: Suggestion, reviewer: Reviewer, *, reason: str = "") -> Act:
    """Put the suggestion away; nothing is recorded of it."""
    moved = suggestion.moved(State.REJECTED, by=reviewer.by, at=reviewer.at)
    return Act(replace(moved, reason=reason))


def confirm(suggestion: Suggestion, reviewer: Reviewer) -> Act:
    """Accept what somebody else recorded; raises `SamePerson` for who recorded it."""
    if suggestion.state is not State.WAITING or suggestion.claim is None:
        raise NotOpen(suggestion.state)
    check_second(suggestion.by, reviewer.by)
    accepted = _decision(Verb.ACCEPT, suggestion.claim, reviewer)
    moved = replace(suggestion, state=State.ACCEPTED, second=reviewer.by)
    return Act(moved, decisions=(accepted,))


def refuse(suggestion: Suggestion, reviewer: Reviewer, *, reason: str) -> Act:
    """Reject what somebody recorded and nobody confirmed."""
    if suggestion.state is not State.WAITING or suggestion.claim is None:
        raise NotOpen(suggestion.state)
    rejected = _decision(Verb.REJECT, suggestion.claim, reviewer, reason=reason)
    moved = replace(suggestion, state=State.REJECTED, second=reviewer.by, reason=reason)
    return Act(moved, decisions=(rejected,))


def _recorded(
    suggestion: Suggestion, claim: Claim, about: About, reviewer: Reviewer, *, state: State
) -> Act:
    second = why_second(claim, known=about.known)
    moved = suggestion.moved(
        State.WAITING if second else state, by=reviewer.by, at=reviewer.at, claim=claim.id()
    )
    decisions = () if second else (_decision(Verb.ACCEPT, claim.id(), reviewer),)
    return Act(moved, (claim,), decisions, second)


def _decision(verb: Verb, claim: str, reviewer: Reviewer, *, reason: str = "") -> Decision:
    return Decision(verb, (claim,), by=reviewer.by, at=reviewer.day, reason=reason)
