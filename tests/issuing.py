"""Short ways to put out an issue of a ledger, and to publish a later ledger beside it."""

from collections.abc import Iterable
from datetime import date

from builders import CASEBOOK, a_claim, a_ledger, a_source, case, person
from clearing import consented
from khronika.clearance.clear import clear
from khronika.clearance.cleared import Cleared
from khronika.clearance.issue import Issue, Issued
from khronika.clearance.policy import Policy
from khronika.clearance.publication import House, Publication
from khronika.clearance.publish import publication
from khronika.clearance.since import with_issues
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Use
from khronika.values.language import LANGUAGES, Labels

ALENA, BORIS, VERA = person("belova-alena"), person("lesnoy-boris"), person("yezhova-vera")
SQUARE = case("square")
SPRING = Issue("spring", date(2024, 3, 1))
TODAY = date(2024, 6, 1)
PAPER, DIARY = a_source(), a_source("diary", title="A diary")
HOUSE = House(
    CASEBOOK, Labels({"en": "Archive"}), "a@example.org", "CC0", "https://archive.example"
)
ARREST = a_claim("arrest", subject=ALENA, case=SQUARE, date="2022-08")
NINE = a_claim("ruling", subject=ALENA, case=SQUARE, instance="first", term="9y", section="p. 2")
SIX = a_claim("ruling", subject=ALENA, case=SQUARE, instance="first", term="6y", section="p. 3")


def named(who: SubjectId) -> Claim:
    """The name that a page needs."""
    return a_claim("name", subject=who, text=slug_of(who), section="the name")


BASE = (named(ALENA), ARREST, named(BORIS), a_claim("arrest", subject=BORIS, date="2023-01-02"))


def held(*claims: Claim, decisions: Iterable[Decision] = (), **given: object) -> Ledger:
    """A ledger of these claims about people who consented to everything."""
    agreed = [one for who in (ALENA, BORIS, VERA) for one in consented(who)]
    given = {"sources": (PAPER, DIARY), **given}
    return a_ledger(claims, decisions=[*agreed, *decisions], **given)  # type: ignore[arg-type]


def out(ledger: Ledger) -> tuple[InForce, Cleared, Publication]:
    """The ledger in force, what leaves of it, and what an edition sees without other issues."""
    in_force = InForce(ledger, standing=True)
    cleared = clear(in_force, use=Use.PUBLIC, policy=Policy(), today=TODAY)
    subjects = {one for c in cleared.material.claims.values() for one in (c.subject, c.case) if one}
    seen = publication(
        cleared,
        house=HOUSE,
        languages=LANGUAGES,
        as_of=TODAY,
        today=TODAY,
        addresses={one: slug_of(one) for one in subjects},
    )
    return in_force, cleared, seen


def issued(ledger: Ledger, issue: Issue = SPRING) -> Issued:
    """What is recorded when this ledger goes out."""
    _, cleared, _ = out(ledger)
    material = cleared.material
    decisions = frozenset(one.id() for one in material.decisions)
    return Issued(issue, frozenset(material.claims), decisions, material.left_out)


def beside(ledger: Ledger, *before: Issued, going_out: Issue | None = None) -> Publication:
    """The publication of the ledger after these issues, oldest first."""
    in_force, cleared, seen = out(ledger)
    return with_issues(seen, cleared, in_force, before=before, going_out=going_out)


def after(then: Ledger, now: Ledger) -> Publication:
    """The publication of a ledger after an issue of an earlier one."""
    return beside(now, issued(then))
