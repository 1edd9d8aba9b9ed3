"""Takes a person out of everything that is published.

Invariants:

- Two decisions are written: consent to publication is withdrawn, which also covers what is
  recorded later, and what is public now is restricted to the team, which also keeps it out of
  exports. Neither says why.
- Unpublishing again writes nothing that stands already.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import CLAIMS, Area
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.load import subjects_of
from khronika.casebook.yaml_form.writer import Page, write_subject
from khronika.dossier.sameness import sameness
from khronika.errors import KhronikaError
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import ClaimId
from khronika.schema.decision import ConsentState, Decision, Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.visibility import Use, Visibility


class UnknownPerson(KhronikaError):
    """Nobody of this id is in the record."""

    def __init__(self, person: str) -> None:
        super().__init__(f"Nobody in the record has the id {person!r}. Check it.")


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Everybody the person is, how many claims were restricted, and the file written, if any."""

    people: tuple[SubjectId, ...]
    restricted: int
    decisions: int
    file: str = ""


def unpublish(
    casebook: Casebook, person: SubjectId, *, recorded: Recorded, dry_run: bool = False
) -> Withdrawn:
    """Withdraw the person, and whoever they turned out to be, from publication."""
    in_force = casebook.in_force()
    people = _everybody(in_force, person)
    claims = sorted(
        one
        for one, claim in in_force.ledger.claims.items()
        if claim.subject in people and _is_public(in_force, one)
    )
    decisions = [*_withdrawals(in_force, people, recorded), *_restrictions(claims, recorded)]
    file = ""
    if decisions and not dry_run:
        file = _record(casebook, decisions, recorded, person=people[0])
    return Withdrawn(people, restricted=len(claims), decisions=len(decisions), file=file)


def _everybody(in_force: InForce, person: SubjectId) -> tuple[SubjectId, ...]:
    same = sameness(in_force.decisions)
    known = {one for one in subjects_of(in_force.ledger) if kind_of(one) is SubjectKind.PERSON}
    if person not in known:
        raise UnknownPerson(person)
    return tuple(sorted(one for one in known if same.of(one) == same.of(person)))


def _is_public(in_force: InForce, claim: ClaimId) -> bool:
    return in_force.claim_level(claim, Use.PUBLIC) is Visibility.PUBLIC


def _withdrawals(
    in_force: InForce, people: Iterable[SubjectId], recorded: Recorded
) -> list[Decision]:
    return [
        Decision(
            verb=Verb.CONSENT,
            targets=(one,),
            by=recorded.by,
            at=recorded.day,
            details={"use": Use.PUBLIC.value, "state": ConsentState.WITHDRAWN.value},
        )
        for one in people
        if not _is_withdrawn(in_force, one)
    ]


def _is_withdrawn(in_force: InForce, person: SubjectId) -> bool:
    public = {"", Use.PUBLIC.value}
    consents = in_force.about(Verb.CONSENT, person)
    states = {one.details.get("state") for one in consents if one.details.get("use", "") in public}
    return ConsentState.WITHDRAWN.value in states


def _restrictions(claims: Sequence[ClaimId], recorded: Recorded) -> list[Decision]:
    if not claims:
        return []
    level = {"level": Visibility.TEAM.value}
    return [
        Decision(
            verb=Verb.RESTRICT,
            targets=tuple(claims),
            by=recorded.by,
            at=recorded.day,
            details=level,
        )
    ]


def _record(
    casebook: Casebook, decisions: Sequence[Decision], recorded: Recorded, *, person: SubjectId
) -> str:
    rows = {one.id(): one for one in decisions}
    # In the public half, so that it holds wherever the files are: a copy of them that lacked the
    # decision would publish the person again.
    batch = Ledger(
        decisions=rows,
        recorded={one: frozenset({recorded}) for one in rows},
        visibility=dict.fromkeys(rows, Visibility.PUBLIC),
    )
    if not casebook.standing:
        casebook.store.append(batch)
        return ""
    page = Page(batch, casebook.settings.id, Area.PUBLIC, decisions=tuple(rows))
    moment = "".join(sign for sign in recorded.at if sign.isdigit())
    name = f"{CLAIMS}/{slug_of(person)}.unpublished.{moment}.yaml"
    write_text(casebook.settings.folder / name, write_subject(person, page))
    casebook.level()
    return name
