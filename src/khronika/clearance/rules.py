"""Why a claim does not leave: one small function a reason, the most protective first.

| code | the claim stays because |
|---|---|
| rejected | an editor rejected or redacted it |
| not-accepted | nobody accepted it |
| later | it was not yet known on the day asked for |
| misplaced | its kind is not about such a subject |
| do-not-list | the person is not to be listed |
| consent-refused, consent-withdrawn, consent-unreadable | the person said no, or no longer |
| mention-only | the person is named in texts at most |
| not-ready | nobody found the person's page fit to publish |
| sealed | it is sealed |
| informer | it would call somebody an informer or collaborator |
| flight | it tells where or how somebody fled |
| team | it is for the team, and this use is public or has no consent |
| gag | it prints words, or an address, from under house arrest, a ban or bail |
| minor | the person may be under 18, and did not consent |
| delicate | it is delicate, and there is no consent for the use |
| affiliation | it is neither own public words nor the accusation, and there is no consent |
| faces | not every face in the picture is agreed or masked |
| address-not-institution, address-unconfirmed, address-stale, address-overtaken | see `address` |
| closed-words | it repeats words that only a closed source holds |
| source-not-public | consent is unknown, and the source is not open to everybody |
| consent-not-asked, consent-unknown, consent-expired, consent-not-yet, consent-before-release | \
consent is unknown |
| only-searched | the person was searched or released, and nothing more is known of them |
| name-withheld | the person's name may not leave, so neither may the rest |
"""

from collections.abc import Callable
from datetime import date

from khronika.clearance.address import fault_of, is_address
from khronika.clearance.inquiry import Fact, Inquiry
from khronika.clearance.silence import WORDS, is_silenced, orders
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import ConsentState, Stance, Verb
from khronika.schema.kind import kind
from khronika.schema.nature import nature
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.value import Choice
from khronika.schema.visibility import Use, Visibility

ADULT = 18
_SAID_NO = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN})
_INFORMERS = frozenset({"informant", "cooperation"})
_SHOWABLE = frozenset({"agreed", "masked"})
_AFFILIATION_BASES = frozenset({"own-words", "accusation"})

_OWN_PAGE_ONLY = frozenset({"affiliation", "views"})

Rule = Callable[[Inquiry, ClaimId, Claim], str]


def reason_to_stay(inquiry: Inquiry, claim_id: ClaimId) -> str:
    """The code of the first rule that keeps the claim here; empty when it may leave."""
    claim = inquiry.in_force.ledger.claims[claim_id]
    for rule in _RULES if kind_of(claim.subject) is SubjectKind.PERSON else _IMPERSONAL:
        if code := rule(inquiry, claim_id, claim):
            return code
    return ""


def is_mistaken(inquiry: Inquiry, claim_id: ClaimId) -> bool:
    """Whether the claim was rejected, and nothing else keeps it here: errata may name it.

    What is delicate is in no erratum, even with consent: nobody agreed to have it told twice. Nor
    is what tells of beliefs and belonging, which stands on the person's own page or nowhere.
    """
    claim = inquiry.in_force.ledger.claims[claim_id]
    if not inquiry.in_force.about(Verb.REJECT, claim_id) or claim.kind in _OWN_PAGE_ONLY:
        return False
    if inquiry.in_force.about(Verb.REDACT, claim_id) or nature(claim).delicate:
        return False
    rules = _RULES if kind_of(claim.subject) is SubjectKind.PERSON else _IMPERSONAL
    return not any(rule(inquiry, claim_id, claim) for rule in rules if rule is not _undecided)


def _undecided(inquiry: Inquiry, claim_id: ClaimId, _: Claim) -> str:
    in_force = inquiry.in_force
    if in_force.about(Verb.REJECT, claim_id) or in_force.about(Verb.REDACT, claim_id):
        return "rejected"
    return "" if in_force.is_accepted(claim_id) else "not-accepted"


def _misplaced(_: Inquiry, _id: ClaimId, claim: Claim) -> str:
    """A claim about a case that belongs to a person would slip past that person's rules."""
    return "" if kind_of(claim.subject).value in kind(claim.kind).about else "misplaced"


def _unlisted(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    return "do-not-list" if inquiry.stance(claim.subject) is Stance.DO_NOT_LIST else ""


def _refused(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    consent = inquiry.consent(claim.subject)
    return consent.code if consent.state in _SAID_NO else ""


def _mentioned(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    return "" if inquiry.stance(claim.subject) is Stance.LIST else "mention-only"


def _unready(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    return "" if inquiry.is_ready(claim.subject) else "not-ready"


def _sealed(inquiry: Inquiry, claim_id: ClaimId, _: Claim) -> str:
    return "sealed" if inquiry.level(claim_id) is Visibility.SEALED else ""


def _informer(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    said = claim.kind == "incident" and _choice(claim, "kind") in _INFORMERS
    return "informer" if said and inquiry.use is Use.PUBLIC else ""


def _flight(_: Inquiry, _id: ClaimId, claim: Claim) -> str:
    """That somebody left may be for the team; where and how is for nobody."""
    left = claim.kind == "incident" and _choice(claim, "kind") == "left-country"
    return "flight" if left and {"place", "facility", "text"} & claim.fields.keys() else ""


def _team(inquiry: Inquiry, claim_id: ClaimId, claim: Claim) -> str:
    if inquiry.level(claim_id) is Visibility.PUBLIC:
        return ""
    is_public_use = inquiry.use is Use.PUBLIC
    return "team" if is_public_use or not _consents(inquiry, claim) else ""


def _silenced(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    under_order = is_address(claim) and bool(orders(inquiry, claim.subject))
    return "gag" if under_order or is_silenced(inquiry, claim) else ""


def _minor(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    if _consents(inquiry, claim) or not _may_be_minor(inquiry, claim.subject):
        return ""
    return "minor"


def _delicate(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    return "delicate" if nature(claim).delicate and not _consents(inquiry, claim) else ""


def _affiliation(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    """What others report of somebody's membership is evidence against them."""
    if claim.kind != "affiliation" or _choice(claim, "basis") in _AFFILIATION_BASES:
        return ""
    return "" if _consents(inquiry, claim) else "affiliation"


def _faces(_: Inquiry, _id: ClaimId, claim: Claim) -> str:
    shown = claim.kind == "portrait" and _choice(claim, "faces") not in _SHOWABLE
    return "faces" if shown else ""


def _address(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    return fault_of(inquiry, claim) if is_address(claim) else ""


def _closed_words(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    """What a closed source says leaves without its words, and here the words are all there is."""
    quoted = claim.kind in WORDS and not inquiry.names_source(claim)
    return "closed-words" if quoted else ""


def _unknown(inquiry: Inquiry, _: ClaimId, claim: Claim) -> str:
    consent = inquiry.consent(claim.subject)
    if consent.state is ConsentState.GIVEN:
        return ""
    if not inquiry.policy.already_public or inquiry.refused_publication(claim.subject):
        return consent.code
    return "" if inquiry.is_printed_elsewhere(claim) else "source-not-public"


_RULES: tuple[Rule, ...] = (
    _undecided,
    _misplaced,
    _unlisted,
    _refused,
    _mentioned,
    _unready,
    _sealed,
    _informer,
    _flight,
    _team,
    _silenced,
    _minor,
    _delicate,
    _affiliation,
    _faces,
    _address,
    _closed_words,
    _unknown,
)
# Nobody's consent can be asked for a case, an organisation, a place or a facility.
_IMPERSONAL: tuple[Rule, ...] = (_undecided, _misplaced, _sealed, _team, _address)


def _consents(inquiry: Inquiry, claim: Claim) -> bool:
    if kind_of(claim.subject) is not SubjectKind.PERSON:
        return False
    return inquiry.consent(claim.subject).state is ConsentState.GIVEN


def _choice(claim: Claim, name: str) -> str:
    value = claim.fields.get(name)
    return value.choice if isinstance(value, Choice) else ""


def _may_be_minor(inquiry: Inquiry, person: SubjectId) -> bool:
    """Whether any birth or age on record leaves it open that the person is under 18 today."""
    born = (_born_by(fact) for fact in inquiry.facts(person, "birth", "age"))
    return any(day and _years_later(day) > inquiry.today for day in born)


def _born_by(fact: Fact) -> date | None:
    """The latest day on which the person can have been born, by this fact."""
    if birth := fact.day("date"):
        return birth.last_day
    at, years = fact.day("at"), fact.claim.fields.get("value")
    if at and isinstance(years, int):
        return _years_later(at.last_day, years=-years)
    return None


def _years_later(day: date, *, years: int = ADULT) -> date:
    """The first day by which so many years have surely passed."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:  # born on 29 February
        return date(year, 3, 1)
