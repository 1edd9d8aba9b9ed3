"""Whether a letter address can still be used: an institution's, confirmed, recent, not overtaken.

Invariants:

- Where the record is vague the address has lapsed: a move that may be later than the check counts.
- The longer time of a colony needs a public fact; the shorter one needs none.
"""

from datetime import date, timedelta

from khronika.clearance.inquiry import Fact, Inquiry
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.value import Choice, Key, Value, agree
from khronika.schema.visibility import Visibility
from khronika.solidarity.freshness import FRESH_COLONY, FRESH_PRE_TRIAL
from khronika.values.date import PartialDate

SERVING = frozenset(
    {
        "colony-general", "colony-strict", "colony-special", "settlement", "educational", "prison",
        "forced-labour",
    }
)  # fmt: skip
_WHEN = {"transfer": "date", "custody": "start", "release": "date", "death": "date"}
_UNDATED = frozenset({"transfer", "release", "death"})  # an undated custody is often an old one
_WHERE = {"transfer": "to", "custody": "facility"}


def is_address(claim: Claim) -> bool:
    """Whether the claim says where to write to."""
    return claim.kind == "support" and (
        claim.fields.get("kind") == Choice("address") or "address" in claim.fields
    )


def fault_of(inquiry: Inquiry, claim: Claim) -> str:
    """The code of what keeps a letter address from being used; empty when nothing does."""
    checked = claim.fields.get("checked")
    if not _is_institution(claim):
        return "address-not-institution"
    if "checked-by" not in claim.fields or not isinstance(checked, PartialDate):
        return "address-unconfirmed"
    if not timedelta(0) <= inquiry.today - checked.first_day <= _time(inquiry, claim.subject):
        return "address-stale"
    moves = inquiry.facts(claim.subject, "ruling", *_WHEN)
    if any(_overtakes(inquiry, fact, claim, checked=checked) for fact in moves):
        return "address-overtaken"
    return ""


def _is_institution(claim: Claim) -> bool:
    """A facility of the table, or its own address; a free text may be somebody's home."""
    return kind_of(claim.subject) is SubjectKind.FACILITY or isinstance(
        claim.fields.get("facility"), Key
    )


def _time(inquiry: Inquiry, subject: SubjectId) -> timedelta:
    if kind_of(subject) is SubjectKind.FACILITY:
        return FRESH_COLONY  # the institution's own address, whoever is held there
    spells = [
        (start.last_day, fact)
        for fact in inquiry.facts(subject, "custody")
        if (start := fact.day("start")) and start.first_day <= inquiry.today
    ]
    newest = max((start for start, _ in spells), default=None)
    latest = [fact for start, fact in spells if start == newest]
    serving = bool(latest) and all(_is_serving(inquiry, fact) for fact in latest)
    return FRESH_COLONY if serving else FRESH_PRE_TRIAL


def _is_serving(inquiry: Inquiry, fact: Fact) -> bool:
    kind = fact.claim.fields.get("kind")
    return (
        isinstance(kind, Choice)
        and kind.choice in SERVING
        and inquiry.level(fact.id) is Visibility.PUBLIC
    )


def _overtakes(inquiry: Inquiry, fact: Fact, claim: Claim, *, checked: PartialDate) -> bool:
    """Whether it can have happened by today and not before the check."""
    if _leads_there(fact, claim):
        return False
    day = _day(fact)
    if day is None:
        latest = inquiry.recorded_on(fact.id) or date.max
        return fact.claim.kind in _UNDATED and latest >= checked.first_day
    return day.first_day <= inquiry.today and day.last_day >= checked.first_day


def _day(fact: Fact) -> PartialDate | None:
    if fact.claim.kind == "ruling":
        return _in_force(fact)
    return fact.day(_WHEN[fact.claim.kind])


def _in_force(ruling: Fact) -> PartialDate | None:
    """The day a verdict came into force; one on appeal does at once."""
    at_once = ruling.claim.fields.get("instance") == Choice("appeal")
    return ruling.day("in-force") or (ruling.day("date") if at_once else None)


def _leads_there(move: Fact, claim: Claim) -> bool:
    """Whether the person came to the very institution the address names."""
    to = move.claim.fields.get(_WHERE.get(move.claim.kind, ""))
    return _same_place(to, claim.fields.get("facility"))


def _same_place(one: Value | None, other: Value | None) -> bool:
    return isinstance(one, Key) and isinstance(other, Key) and agree(one, other)
