"""A document beside what it seems to say of a person: ten proposals at most.

Invariants:

- A proposal points at the words, and the words are those of the text that is kept.
- What the record says already with the same words is proposed to nobody again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khronika.desk.visit import Visit
from khronika.editions.show import show
from khronika.extraction.proposal import Context, KnownPerson, Proposal
from khronika.extraction.propose import propose
from khronika.identity.candidates import candidates
from khronika.schema.claim import Claim
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId, SubjectKind, slug_of, subject_id
from khronika.schema.value import Value
from khronika.schema.visibility import Visibility

MOST = 10


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is kept for a source, and its hash."""

    source: Source
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal; `mark` names it among those of this text."""

    mark: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text; marked where a proposal points."""

    text: str
    marked: bool


def find_document(slug: str, visit: Visit) -> Document | None:
    """The text that was pasted for the source of this slug; None where none is kept."""
    in_force = visit.snapshot.in_force
    house = visit.archive.casebook.settings.id
    source = in_force.sources.get(subject_id(house, SubjectKind.SOURCE, slug))
    vault = visit.archive.casebook.vault
    for holding in in_force.ledger.holdings.values():
        if source and holding.source == source.id and vault.has(holding.sha256):
            text = _decoded(vault.get(holding.sha256))
            return Document(source, text, holding.sha256) if text else None
    return None


def proposals(document: Document, person: SubjectId, visit: Visit) -> tuple[Proposal, ...]:
    """What the text says of this person, the surest first, and nothing that is known."""
    names = visit.snapshot.names.get(person, ())
    known = [KnownPerson(names[0], tuple(names[1:]))] if names else []
    found = propose(document.text, Context(document.source.date, people=known))
    fitting = [one for one in found if _is_about(one, names) and _may_stand(one, person, document)]
    new = [one for one in fitting if not _is_known(one, person, visit)]
    return tuple(sorted(new, key=lambda one: (-one.confidence, one.start))[:MOST])


def has_proposals(source: SubjectId, person: SubjectId, visit: Visit) -> bool:
    """Whether the words kept for the source seem to say more of this person."""
    document = find_document(slug_of(source), visit)
    return document is not None and bool(proposals(document, person, visit))


def mark_of(proposal: Proposal) -> str:
    """What names a proposal among those of a text."""
    return f"{proposal.start}-{proposal.end}-{proposal.kind}"


def shown(found: Sequence[Proposal], visit: Visit) -> tuple[Proposed, ...]:
    """The proposals as the page prints them."""
    language = visit.language
    return tuple(
        Proposed(
            mark_of(one),
            kind_label(one.kind, language),
            tuple(
                (field_label(one.kind, name, language), _said(one, name, value, visit))
                for name, value in one.fields.items()
            ),
            one.quote,
        )
        for one in found
    )


def pieces(document: Document, found: Sequence[Proposal]) -> Iterator[Piece]:
    """The text cut where proposals point."""
    at = 0
    for start, end in sorted((one.start, one.end) for one in found):
        if start >= at:
            yield Piece(document.text[at:start], marked=False)
            yield Piece(document.text[start:end], marked=True)
            at = end
    yield Piece(document.text[at:], marked=False)


def passage_of(proposal: Proposal, document: Document) -> Passage:
    """The place in the kept text."""
    return Passage(
        document.source.id,
        quote=proposal.quote,
        text=document.sha256,
        start=proposal.start,
        end=proposal.end,
    )


def claim_of(proposal: Proposal, person: SubjectId, document: Document) -> Claim:
    """What the record will say if somebody takes the proposal."""
    return Claim(
        person,
        proposal.kind,
        dict(proposal.fields),
        passage_of(proposal, document),
        speaker=proposal.speaker,
        certainty=proposal.certainty,
        lang=proposal.lang,
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _is_about(proposal: Proposal, names: Sequence[str]) -> bool:
    return bool(candidates(proposal.person, {"one": names}))


def _may_stand(proposal: Proposal, person: SubjectId, document: Document) -> bool:
    """What is sealed by its nature is proposed on no screen."""
    return nature(claim_of(proposal, person, document)).least is not Visibility.SEALED


def _is_known(proposal: Proposal, person: SubjectId, visit: Visit) -> bool:
    claims = visit.snapshot.in_force.ledger.claims.values()
    joined = visit.snapshot.people[person].joined
    return any(
        one.subject in joined and one.kind == proposal.kind and one.fields == proposal.fields
        for one in claims
    )


def _said(proposal: Proposal, name: str, value: Value, visit: Visit) -> str:
    spec = kind(proposal.kind).field(name)
    return show(value, spec, reader=visit.reader, said_in=proposal.lang).text
