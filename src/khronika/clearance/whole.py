"""What only all claims of a person together can tell: whether there may be a page at all.

Invariants:

- Nobody who was only searched, questioned or released is named.
- Where a name is known and may not leave, nothing leaves: the address of a page would tell it.
"""

from collections.abc import Iterable

from khronika.clearance.inquiry import Inquiry
from khronika.schema.claim import Certainty, Claim
from khronika.schema.subject import SubjectId

_ASKED_ABOUT = ("search", "release")
_PERSECUTED = frozenset(
    {
        "arrest", "custody", "charge", "ruling", "listing", "incident", "wanted", "demand",
        "transfer",
    }
)  # fmt: skip


def reason_for_no_page(inquiry: Inquiry, person: SubjectId, leaving: Iterable[Claim]) -> str:
    """The code of why the person has no page, given what would leave; empty when there may be."""
    told = {claim.kind for claim in leaving if claim.certainty is not Certainty.DENIED}
    if inquiry.facts(person, *_ASKED_ABOUT) and not told & _PERSECUTED:
        return "only-searched"
    if inquiry.facts(person, "name") and "name" not in told:
        return "name-withheld"
    return ""
