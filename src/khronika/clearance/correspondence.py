"""What whoever prepares letters is told of addresses that did not leave: a code, and a number.

Invariants:

- It is made for the use letters alone, and goes into no other edition.
- It names nobody who has no page there: of those who want no letters there is only the number.
"""

from collections.abc import Collection, Mapping

from khronika.clearance.address import is_address
from khronika.clearance.inquiry import Inquiry
from khronika.schema.claim import ClaimId
from khronika.schema.decision import ConsentState
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.visibility import Use
from khronika.values.date import PartialDate

_TOLD = frozenset(
    {
        "address-not-institution", "address-unconfirmed", "address-stale", "address-overtaken",
        "gag", "delicate", "minor", "team",
    }
)  # fmt: skip
_SAID_NO = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN})


def unsent(
    inquiry: Inquiry, codes: Mapping[ClaimId, str], people: Collection[SubjectId]
) -> dict[SubjectId, str]:
    """Why the address of each of these people does not leave: that of the newest one."""
    if inquiry.use is not Use.LETTERS:
        return {}
    found = {}
    for person in sorted(people):
        code = _code(inquiry, codes, person)
        if code in _TOLD:
            found[person] = code
    return found


def _code(inquiry: Inquiry, codes: Mapping[ClaimId, str], person: SubjectId) -> str:
    facts = [fact for fact in inquiry.facts(person, "support") if is_address(fact.claim)]
    if not facts or any(not codes[fact.id] for fact in facts):
        return ""
    newest = max(facts, key=lambda fact: (_day(fact.day("checked")), fact.id))
    return codes[newest.id]


def _day(checked: PartialDate | None) -> str:
    return checked.last_day.isoformat() if checked else ""


def unwilling(inquiry: Inquiry, people: Collection[SubjectId]) -> int:
    """How many of those without a page said no to this use."""
    if inquiry.use is not Use.LETTERS:
        return 0
    subjects = {claim.subject for claim in inquiry.in_force.ledger.claims.values()}
    return sum(
        kind_of(one) is SubjectKind.PERSON
        and one not in people
        and inquiry.consent(one).state in _SAID_NO
        for one in subjects
    )
