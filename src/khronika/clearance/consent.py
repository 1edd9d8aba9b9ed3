"""What a person, or who may speak for them, answered for a use, as it counts on a day.

Invariants:

- Refused and withdrawn beat everything and never lapse; an answer that cannot be read counts as
  refused.
- What was given lapses: after its last day, and 90 days after a release that came later.
- Silence is not consent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from khronika.schema.decision import ConsentState, Decision
from khronika.schema.visibility import Use
from khronika.values.date import InvalidDate, PartialDate

ASK_AGAIN = timedelta(days=90)  # after release a person can be asked, so an older answer lapses
COUNSEL = frozenset({"counsel", "lawyer"})


@dataclass(frozen=True, slots=True)
class Freed:
    """The days on which a release can have happened: a source may know it to the year only."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Consent:
    """The state that counts, and the code of the reason."""

    state: ConsentState
    code: str


_STRICTNESS = (
    "consent-unreadable",
    "consent-withdrawn",
    "consent-refused",
    "consent-unknown",
    "consent-given",
    "consent-before-release",
    "consent-expired",
    "consent-not-yet",
)
_STATES = {
    "consent-unreadable": ConsentState.REFUSED,
    "consent-withdrawn": ConsentState.WITHDRAWN,
    "consent-refused": ConsentState.REFUSED,
    "consent-given": ConsentState.GIVEN,
}
NOT_ASKED = Consent(ConsentState.UNKNOWN, "consent-not-asked")


def consent_of(
    decisions: Iterable[Decision], use: Use, *, today: date, freed: Iterable[Freed] = ()
) -> Consent:
    """The answer that counts among these consent decisions in force about one person."""
    freed = tuple(freed)
    codes = [_code(one, today, freed) for one in decisions if _concerns(one, use)]
    if not codes:
        return NOT_ASKED
    code = min(codes, key=_STRICTNESS.index)
    return Consent(_STATES.get(code, ConsentState.UNKNOWN), code)


def _concerns(decision: Decision, use: Use) -> bool:
    """Whether the decision is about this use or about all."""
    return decision.details.get("use", "") in {"", use.value}


def gives(decision: Decision) -> bool:
    """Whether the decision says that consent was given, lapsed or not."""
    return decision.details.get("state") == ConsentState.GIVEN


def asked_on(decision: Decision) -> date:
    """The earliest day on which the answer can have been given; raises `InvalidDate`."""
    days = (decision.details.get("from", ""), decision.at[:10])
    return min((PartialDate.parse(day).first_day for day in days if day), default=date.min)


def _code(decision: Decision, today: date, freed: tuple[Freed, ...]) -> str:
    match decision.details.get("state"):
        case ConsentState.GIVEN:
            return _given(decision, today, freed)
        case ConsentState.REFUSED:
            return "consent-refused"
        case ConsentState.WITHDRAWN:
            return "consent-withdrawn"
        case ConsentState.UNKNOWN:
            return "consent-unknown"
        case _:
            return "consent-unreadable"


def _given(decision: Decision, today: date, freed: tuple[Freed, ...]) -> str:
    """A day known to the month is read to give less: from its last day on, until its first."""
    try:
        asked = asked_on(decision)
        begins = _bound(decision, "from", date.min).last_day
        ends = _bound(decision, "until", date.max).first_day
    except InvalidDate:
        return "consent-unreadable"
    if begins > today:
        return "consent-not-yet"
    if ends < today:
        return "consent-expired"
    if any(asked < one.last and today - one.first > ASK_AGAIN for one in freed):
        return "consent-before-release"
    return "consent-given"


def _bound(decision: Decision, name: str, default: date) -> PartialDate:
    text = decision.details.get(name, "")
    return PartialDate.parse(text) if text else PartialDate.of(default)
