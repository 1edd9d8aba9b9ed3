"""A statement as the team reads it: what it says, in which words, where it stands, how far it goes.

Invariants:

- It is made for the team alone: nothing here asks how far a statement may go.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from khronika.desk.visit import Visit
from khronika.desk.who import Who
from khronika.editions.show import link_to, show
from khronika.schema.claim import Certainty, Claim, ClaimId
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label
from khronika.schema.visibility import Use, Visibility
from khronika.values.sentence import N_

LEVELS = {
    Visibility.PUBLIC: N_("may be published"),
    Visibility.TEAM: N_("for the team"),
    Visibility.SEALED: N_("sealed"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. `lang` is that of the quote, where known."""

    title: str
    href: str = ""
    section: str = ""
    page: str = ""
    quote: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim. `by` is who recorded it, in words; `counts` says whether it is accepted."""

    claim: ClaimId
    kind: str
    fields: tuple[tuple[str, str], ...]
    place: Place
    level: str
    level_words: str
    by: str
    on: str
    own: bool
    counts: bool
    denied: bool

    @property
    def line(self) -> str:
        """All it says in one line."""
        said = ", ".join(text for _, text in self.fields)
        return f"{self.kind}: {said}" if said else self.kind


def statement_of(claim_id: ClaimId, visit: Visit, who: Who) -> Statement:
    """The statement of this claim."""
    in_force = visit.snapshot.in_force
    claim = in_force.ledger.claims[claim_id]
    first = in_force.ledger.first_recorded(claim_id)
    level = in_force.claim_level(claim_id, Use.PUBLIC)
    return Statement(
        claim=claim_id,
        kind=kind_label(claim.kind, visit.language),
        fields=fields_of(claim, visit),
        place=place_of(claim, visit),
        level=level.value,
        level_words=visit.wording.gettext(LEVELS[level]),
        by=who(first.by) if first else "",
        on=day_words(first.at, visit) if first else "",
        own=visit.known.hand in hands_of(claim_id, visit),
        counts=claim_id in in_force.accepted,
        denied=claim.certainty is Certainty.DENIED,
    )


def statements_of(claims: Iterable[ClaimId], visit: Visit) -> tuple[Statement, ...]:
    """The statements of these claims, the earliest first."""
    who, ledger = Who(visit), visit.snapshot.in_force.ledger
    firsts = {one: ledger.first_recorded(one) for one in claims}
    ordered = sorted(firsts, key=lambda one: (row.at if (row := firsts[one]) else "", one))
    return tuple(statement_of(one, visit, who) for one in ordered)


def hands_of(entry: str, visit: Visit) -> frozenset[str]:
    """The keys of everybody who recorded this entry."""
    return frozenset(row.by for row in visit.snapshot.in_force.ledger.recorded.get(entry, ()))


def fields_of(claim: Claim, visit: Visit) -> tuple[tuple[str, str], ...]:
    """Each field that says something: its label and what it says."""
    spec = kind(claim.kind)
    return tuple(
        (
            field_label(claim.kind, name, visit.language),
            show(value, spec.field(name), reader=visit.reader, said_in=claim.lang).text,
        )
        for name, value in claim.fields.items()
    )


def place_of(claim: Claim, visit: Visit) -> Place:
    """The passage of the claim."""
    passage = claim.passage
    source = visit.snapshot.in_force.sources.get(passage.source)
    return Place(
        title=source.title or source.url if source else "",
        href=link_to(source.url) if source else "",
        section=passage.section,
        page=passage.page,
        quote=passage.quote,
        lang=claim.lang or (source.lang if source else ""),
    )


def day_words(at: str, visit: Visit) -> str:
    """The day of a moment (UTC, ISO 8601) where the archive is kept, in words."""
    moment = datetime.fromisoformat(at)
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return visit.wording.day(visit.archive.today(zoned))
