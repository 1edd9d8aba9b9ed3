"""House arrest, a ban on certain actions, bail: orders under which printed words cost liberty.

While such an order stands, nothing the person said after it began leaves, and no letter address,
unless counsel agreed after it began.

Invariants:

- Where the record is vague the order stands: without an end, without a start, with a day that may
  lie after it.
- Only a public fact ends an order that has no end of its own.
"""

from datetime import date

from khronika.clearance.consent import COUNSEL, asked_on
from khronika.clearance.inquiry import Fact, Inquiry
from khronika.schema.claim import Claim, Speaker
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

ORDERS = frozenset({"house-arrest", "ban-on-actions", "bail"})
WORDS = frozenset({"quotation", "own-words"})
_ENDERS = {"custody": "start", "release": "date", "ruling": "in-force", "death": "date"}


def is_silenced(inquiry: Inquiry, claim: Claim) -> bool:
    """Whether the claim prints the person's words from under an order that stands."""
    if claim.kind not in WORDS and not (claim.speaker is Speaker.PRISONER and claim.passage.quote):
        return False
    latest = _said_by(inquiry, claim)
    return any(latest >= begun for begun in orders(inquiry, claim.subject))


def orders(inquiry: Inquiry, person: SubjectId) -> list[date]:
    """The days on which the orders that stand today began, but for those counsel agreed under."""
    found = [fact for fact in inquiry.facts(person, "custody") if _kind(fact) in ORDERS]
    begun = [_begun(fact) for fact in found if not _is_over(inquiry, fact)]
    return [day for day in begun if not _counsel_agreed(inquiry, person, day)]


def _said_by(inquiry: Inquiry, claim: Claim) -> date:
    """The last day on which the words can have been said."""
    said = claim.fields.get("date") if claim.kind in WORDS else None
    if isinstance(said, PartialDate):
        return said.last_day
    source = inquiry.source_of(claim)
    return source.date.last_day if source and source.date else date.max


def _begun(order: Fact) -> date:
    start = order.day("start")
    return start.first_day if start else date.min


def _is_over(inquiry: Inquiry, order: Fact) -> bool:
    end, start = order.day("end"), order.day("start")
    if end:
        return end.last_day < inquiry.today
    if not start:
        return False
    followed = inquiry.facts(order.claim.subject, *_ENDERS)
    return any(_ends(inquiry, fact, order, start=start) for fact in followed)


def _ends(inquiry: Inquiry, fact: Fact, order: Fact, *, start: PartialDate) -> bool:
    """Whether the fact is public, of the same case, surely later, and leaves no room for it."""
    day = fact.day(_ENDERS[fact.claim.kind])
    return (
        day is not None
        and start.last_day < day.first_day
        and day.last_day <= inquiry.today
        and fact.claim.case == order.claim.case
        and _kind(fact) not in ORDERS
        and inquiry.level(fact.id) is Visibility.PUBLIC
    )


def _counsel_agreed(inquiry: Inquiry, person: SubjectId, begun: date) -> bool:
    return any(
        decision.details.get("given_by", "") in COUNSEL and asked_on(decision) > begun
        for decision in inquiry.agreements(person)
    )


def _kind(fact: Fact) -> str:
    kind = fact.claim.fields.get("kind")
    return kind.choice if isinstance(kind, Choice) else ""
