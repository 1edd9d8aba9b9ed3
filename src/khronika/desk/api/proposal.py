"""Takes a proposal apart: a document, and what it says of a person, each with the words for it.

Invariants:

- Nothing is recorded before all of it was understood, and what is recorded waits for an editor.
- Every statement names words that stand in the document. An address is kept and never fetched.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.casebook.adding import Described, add_text, note_call
from khronika.casebook.recording import stated
from khronika.casebook.sealed import sealed_in
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.desk.archive import ReadOnly
from khronika.desk.visit import Visit
from khronika.errors import KhronikaError
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.value import Value
from khronika.schema.visibility import Visibility

MOST = 50  # statements in one proposal
_TITLE = 300


class NotUnderstood(KhronikaError):
    """What was sent is no proposal; the sentence says which part, and what it should be."""


@dataclass(frozen=True, slots=True)
class _Said:
    kind: str
    fields: Mapping[str, Value]
    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a program proposes: about whom, what the document is, what it says."""

    person: SubjectId
    title: str
    words: str
    url: str
    is_published: bool
    said: tuple[_Said, ...]


def read_proposal(sent: object, visit: Visit) -> Proposal:
    """The proposal in this JSON; raises `NotUnderstood` and what a value raises."""
    body = _mapping(sent, "The proposal")
    document = _mapping(body.get("document"), "document")
    words = _text(document, "words")
    claims = body.get("claims")
    if not isinstance(claims, list) or not 0 < len(claims) <= MOST:
        raise NotUnderstood(f"claims is a list of 1 to {MOST} statements.")
    url = str(document.get("url") or "")
    if url and not url.startswith(("https://", "http://")):
        raise NotUnderstood("document.url begins with https:// or http://.")
    return Proposal(
        person=_person(_text(body, "person"), visit),
        title=_text(document, "title")[:_TITLE],
        words=words,
        url=url,
        is_published=document.get("published") is True,
        said=tuple(_said(_mapping(one, "A statement"), words) for one in claims),
    )


def record(proposal: Proposal, visit: Visit) -> tuple[ClaimId, ...]:
    """Record the document and what it says; nothing of it is accepted. Raises `ReadOnly`."""
    if not visit.may_write:
        raise ReadOnly
    visibility = Visibility.PUBLIC if proposal.is_published else Visibility.TEAM
    drafts = _claims(proposal, Passage(SubjectId("")))
    batch = stated(drafts, visibility=visibility, recorded=visit.recorded, mint=random_nonce)
    if sealed_in(batch):
        raise NotUnderstood("A statement of this kind is kept in sealed files and not taken here.")
    level = SourceLevel.OPEN if proposal.is_published else SourceLevel.CLOSED
    described = Described(title=proposal.title, url=proposal.url, level=level)
    casebook, recorded = visit.archive.casebook, visit.recorded
    if proposal.is_published:
        added = add_text(casebook, proposal.words, described=described, recorded=recorded,
                         visibility=visibility)  # fmt: skip
    else:
        added = note_call(casebook, proposal.words, described=described, recorded=recorded)
    claims = _claims(proposal, Passage(added.source, text=added.sha256))
    batch = stated(claims, visibility=visibility, recorded=recorded, mint=random_nonce)
    visit.archive.record(batch)
    return tuple(batch.claims)


def _claims(proposal: Proposal, where: Passage) -> list[Claim]:
    return [
        Claim(
            proposal.person,
            one.kind,
            dict(one.fields),
            Passage(where.source, quote=one.quote, text=where.text, start=one.start,
                    end=one.start + len(one.quote)) if where.text else where,
        )
        for one in proposal.said
    ]  # fmt: skip


def _said(sent: Mapping[str, object], words: str) -> _Said:
    spec = kind(_text(sent, "kind"))
    if SubjectKind.PERSON not in spec.about:
        raise NotUnderstood(f"{spec.name!r} is no kind of statement about a person.")
    raw = _mapping(sent.get("fields"), "fields")
    fields = {name: read_value(spec.field(name), value) for name, value in raw.items()}  # type: ignore[arg-type]
    quote = _text(sent, "quote")
    start = words.find(quote)
    if start < 0 or not fields:
        raise NotUnderstood("quote repeats words of the document, letter by letter.")
    return _Said(spec.name, fields, quote, start)


def _person(named: str, visit: Visit) -> SubjectId:
    found = visit.snapshot.find(named.rpartition("/")[2])
    if found is None or kind_of(found) is not SubjectKind.PERSON:
        raise NotUnderstood("person is nobody this token may see. Name a slug or an id.")
    return found


def _mapping(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise NotUnderstood(f"{name} is an object with named parts.")
    return value


def _text(sent: Mapping[str, object], name: str) -> str:
    value = sent.get(name)
    if not isinstance(value, str) or not value.strip():
        raise NotUnderstood(f"{name} is missing, or no text.")
    return value
