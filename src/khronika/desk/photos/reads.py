"""The photos of a person, and whether each may leave."""

from dataclasses import dataclass

from khronika.casebook.pictures import PORTRAIT
from khronika.casebook.settings import PolicyName
from khronika.clearance.inquiry import Inquiry
from khronika.clearance.policy import Policy
from khronika.clearance.rules import reason_to_stay
from khronika.desk.rules import Role
from khronika.desk.statement import Statement, statements_of
from khronika.desk.visit import Visit
from khronika.errors import Say
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Text
from khronika.schema.visibility import Use

_SHOWN_OUTSIDE = frozenset({"agreed", "masked"})


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo the team sees. `stays` says why it may not leave, empty where it may."""

    claim: ClaimId
    statement: Statement
    stays: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo as the person's page shows it."""

    claim: ClaimId


def shown(person: SubjectId, visit: Visit) -> tuple[Shown, ...]:
    """What counts and this visitor may see, the latest known first."""
    dossier, claims = visit.snapshot.people[person], visit.snapshot.reading.material.claims
    found = [one for entry in dossier.of_kind(PORTRAIT) for one in entry.claims]
    return tuple(
        Shown(one) for one in found if may_see(claims[one], visit) and file_of(claims[one])
    )


def may_see(claim: Claim, visit: Visit) -> bool:
    """The team sees all; a support group, no face that nobody agreed to show."""
    if visit.role is not Role.SUPPORT:
        return True
    faces = claim.fields.get("faces")
    return isinstance(faces, Choice) and faces.choice in _SHOWN_OUTSIDE


def photos(person: SubjectId, visit: Visit) -> tuple[Photo, ...]:
    """Every photo that counts or waits."""
    in_force, joined = visit.snapshot.in_force, visit.snapshot.people[person].joined
    found = [
        one
        for one, claim in in_force.claims_about(joined)
        if claim.kind == PORTRAIT and not in_force.about(Verb.REJECT, one)
    ]
    return tuple(
        Photo(one.claim, one, stays(one.claim, visit)) for one in statements_of(found, visit)
    )


def find(person: SubjectId, claim: str, visit: Visit) -> Claim | None:
    """The photo's claim, if it is one of this person that this visitor may see."""
    one, joined = ClaimId(claim), visit.snapshot.people[person].joined
    known = visit.snapshot.reading.material.claims
    if visit.role is not Role.SUPPORT:
        known = visit.snapshot.in_force.ledger.claims
    found = known.get(one)
    if found is None or found.kind != PORTRAIT or found.subject not in joined:
        return None
    return found if may_see(found, visit) else None


def file_of(claim: Claim) -> str:
    """The name of its file in `media/`."""
    name = claim.fields.get("file")
    return name.text if isinstance(name, Text) else ""


def stays(claim: ClaimId, visit: Visit) -> str:
    """Why a statement may not be published as things are; empty where it may."""
    already = visit.snapshot.settings.policy is PolicyName.ALREADY_PUBLIC
    inquiry = Inquiry(
        visit.snapshot.in_force, Use.PUBLIC, Policy(already_public=already), visit.today
    )
    code = reason_to_stay(inquiry, claim)
    return visit.wording.say(Say(f"clearance.{code}")) if code else ""
