"""Short ways to send a few claims through the door and to look at what came out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from builders import a_claim, a_decision, a_ledger, person
from khronika.clearance.clear import clear
from khronika.clearance.cleared import Cleared
from khronika.clearance.policy import Policy
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId
from khronika.schema.value import Key
from khronika.schema.visibility import Use, Visibility

TODAY = date(2024, 6, 1)
ASKED = "2024-05-01T00:00:00Z"  # after whatever happens in the tests that are not about consent
ALREADY_PUBLIC = Policy(already_public=True)


def on_list(who: SubjectId | None = None, **stance: str) -> list[Decision]:
    """The person stands on the list and was found ready; nobody asked for consent."""
    who = who or person()
    return [a_decision(Verb.STANCE, who, value="list", **stance), a_decision(Verb.READY, who)]


def consented(who: SubjectId | None = None, at: str = ASKED, **details: str) -> list[Decision]:
    """The person stands on the list, was found ready and consented to everything."""
    who = who or person()
    return [*on_list(who), a_decision(Verb.CONSENT, who, at=at, state="given", **details)]


def cleared(
    *claims: Claim,
    decisions: Iterable[Decision] | None = None,
    sources: Iterable[Source] | None = None,
    levels: Mapping[ClaimId, Visibility] | None = None,
    use: Use = Use.PUBLIC,
    policy: Policy | None = None,
    known_at: str | None = None,
    at: str = "2022-10-01T00:00:00Z",
) -> Cleared:
    """What leaves of these claims; by default of a person who consented to everything."""
    decided = consented() if decisions is None else decisions
    ledger = a_ledger(claims, sources=sources, decisions=decided, levels=levels, at=at)
    return cleared_of(ledger, use=use, policy=policy, known_at=known_at)


def cleared_of(
    ledger: Ledger,
    *,
    use: Use = Use.PUBLIC,
    policy: Policy | None = None,
    known_at: str | None = None,
) -> Cleared:
    """What leaves of a ledger in which standing is acceptance."""
    in_force = InForce(ledger, standing=True)
    return clear(in_force, use=use, policy=policy or Policy(), today=TODAY, known_at=known_at)


def code(claim: Claim, *others: Claim, **given: object) -> str:
    """Why the first claim stays, with the others on record; empty when it leaves."""
    outcome = cleared(claim, *others, **given)  # type: ignore[arg-type]
    return {one.claim: one.code for one in outcome.refused}.get(claim.id(), "")


def restricted(*claims: Claim, level: Visibility = Visibility.TEAM) -> dict[ClaimId, Visibility]:
    """The levels that hold these claims back."""
    return {claim.id(): level for claim in claims}


def at_facility(claim: Claim, **keys: str) -> Claim:
    """The claim with facilities of the table in these fields."""
    found = {name.rstrip("_"): Key("facility", key) for name, key in keys.items()}
    return replace(claim, fields={**claim.fields, **found})


def an_address(facility: str = "sizo-2", checked: str = "2024-05-20") -> Claim:
    """A letter address that is an institution's, fresh and confirmed."""
    claim = a_claim("support", kind_="address", checked=checked, checked_by="relative")
    return at_facility(claim, facility=facility)


def in_arrest() -> Claim:
    """A fact that gives a person a page."""
    return a_claim("arrest", date="2022-03-01")
