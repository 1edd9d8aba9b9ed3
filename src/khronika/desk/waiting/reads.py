"""The statements that wait for an editor, each with the words it rests on."""

from dataclasses import dataclass

from khronika.desk.visit import Visit
from khronika.editions.show import show
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Verb
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.value import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim nobody has accepted or rejected. `slug` is empty where the person has no page yet."""

    claim: ClaimId
    slug: str
    name: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    source: str
    quote: str
    own: bool


def statements(visit: Visit) -> tuple[Statement, ...]:
    """All that wait, the oldest first; `own` marks what this visitor stated."""
    in_force = visit.snapshot.in_force
    ledger = in_force.ledger
    waiting = [
        one
        for one in ledger.claims
        if one not in in_force.accepted
        and not in_force.about(Verb.REJECT, one)
        and not in_force.about(Verb.REDACT, one)
    ]
    ordered = sorted(waiting, key=lambda one: (_recorded(one, ledger), one))
    return tuple(_statement(one, visit) for one in ordered)


def _recorded(claim: ClaimId, ledger: Ledger) -> str:
    first = ledger.first_recorded(claim)
    return first.at if first else ""


def _statement(claim_id: ClaimId, visit: Visit) -> Statement:
    in_force = visit.snapshot.in_force
    claim = in_force.ledger.claims[claim_id]
    first = in_force.ledger.first_recorded(claim_id)
    source = in_force.sources.get(claim.passage.source)
    person = visit.snapshot.find(slug_of(claim.subject))
    return Statement(
        claim=claim_id,
        slug=slug_of(person) if person else "",
        name=_name(claim.subject, person, visit),
        kind=kind_label(claim.kind, visit.language),
        fields=_fields(claim, visit),
        source=source.title if source else "",
        quote=claim.passage.quote,
        own=first is not None and first.by == visit.known.hand,
    )


def _name(subject: SubjectId, person: SubjectId | None, visit: Visit) -> str:
    if person is not None and person in visit.snapshot.people:
        return visit.reader.name(person)
    claims = visit.snapshot.in_force.ledger.claims.values()
    named = [one.fields.get("text") for one in claims if one.subject == subject]
    return next((one.text for one in named if isinstance(one, Text)), slug_of(subject))


def _fields(claim: Claim, visit: Visit) -> tuple[tuple[str, str], ...]:
    spec = kind(claim.kind)
    return tuple(
        (
            field_label(claim.kind, name, visit.language),
            show(value, spec.field(name), reader=visit.reader, said_in=claim.lang).text,
        )
        for name, value in claim.fields.items()
    )
