"""Lays out one page of a document: its text with marks, its picture, and what it seems to say.

Invariants:

- However long a document is, one page of it is read and shown.
- A proposal points at the words, and the words are those of the text that is kept.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.urls import reverse

from khronika.casebook.cache import Cache
from khronika.casebook.text_pages import TextPage, kept_page, kept_pages
from khronika.desk.documents.kept import Document, text_of
from khronika.desk.visit import Visit
from khronika.editions.show import show
from khronika.extraction.proposal import Proposal
from khronika.ledger.in_force import InForce
from khronika.review.suggestion import State, Suggestion
from khronika.schema.decision import Verb
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label
from khronika.schema.value import Value
from khronika.values.sentence import N_

STATES = {
    State.OPEN: N_("open"),
    State.WAITING: N_("waits for somebody else"),
    State.ACCEPTED: N_("accepted"),
    State.CORRECTED: N_("corrected"),
    State.REJECTED: N_("rejected"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A proposal in the list of a page. `number` is its place in the whole document."""

    number: int
    id: str
    person: str
    kind: str
    said: str
    state: str
    state_words: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text; `begins` are the proposals that begin with it."""

    text: str
    is_marked: bool
    is_current: bool
    begins: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the picture, in points."""

    x: float
    y: float
    width: float
    height: float
    is_current: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it is read: `at` is the proposal that is looked at, and those around it."""

    page: TextPage
    count: int
    pieces: tuple[Piece, ...]
    items: tuple[Item, ...]
    proposals: tuple[Proposal, ...]
    at: Suggestion | None
    number: int
    of: int
    open: int
    before: str
    after: str


def suggestions_of(document: Document, visit: Visit) -> tuple[Suggestion, ...]:
    """What was proposed in the text, in its order, as the record knows it."""
    found = Cache(visit.archive.folder).suggestions(text=document.text)
    in_force = visit.snapshot.in_force
    return tuple(_as_recorded(one, in_force) for one in found)


def pages_in(document: Document, visit: Visit) -> tuple[TextPage, ...]:
    """The pages of the text; none where it is not laid out yet."""
    return kept_pages(visit.archive.folder, document.text) if document.text else ()


def reading(document: Document, visit: Visit, *, at: str, number: int) -> Reading | None:
    """The page with the proposal `at`, else that of this number; None where there is none."""
    pages, found = pages_in(document, visit), suggestions_of(document, visit)
    asked = next((place for place, one in enumerate(found) if one.id() == at), None)
    if asked is not None:
        number = page_of(found[asked].proposal.start, pages)
    if not 1 <= number <= len(pages):
        return None
    page = kept_page(visit.archive.folder, document.text, number) or pages[number - 1]
    here = [place for place, one in enumerate(found) if page.start <= one.proposal.start < page.end]
    if asked is None:
        open_here = [one for one in here if found[one].state is State.OPEN]
        asked = next(iter(open_here or here), None)
    shown = _Shown(document, visit, found, asked)
    items = tuple(map(shown.item, here))
    proposals = tuple(found[place].proposal for place in here)
    marked = list(zip(proposals, items, strict=True))
    return Reading(
        page=page,
        count=len(pages),
        pieces=tuple(_pieces(text_of(document, visit), page, marked)),
        items=items,
        proposals=proposals,
        at=None if asked is None else found[asked],
        number=0 if asked is None else asked + 1,
        of=len(found),
        open=sum(one.state is State.OPEN for one in found),
        before=shown.href(asked - 1) if asked else "",
        after=shown.href(asked + 1) if asked is not None and asked + 1 < len(found) else "",
    )


def page_of(start: int, pages: Sequence[TextPage]) -> int:
    """The number of the page that holds this place."""
    return bisect_right([one.start for one in pages], start)


def address_of(document: Document, *, at: str = "", page: int = 0) -> str:
    """Where a proposal or a page of a document is read."""
    query = f"?at={at}#current" if at else f"?page={page}" if page else ""
    return reverse("reader", args=[document.slug]) + query


def next_open(document: Document, visit: Visit, *, after: str) -> str:
    """Where to go on: the next proposal nobody has answered, or the one that was."""
    found = suggestions_of(document, visit)
    ids = [one.id() for one in found]
    turn = ids.index(after) if after in ids else -1
    ahead = [*range(turn + 1, len(found)), *range(turn + 1)]
    chosen = next((ids[one] for one in ahead if found[one].state is State.OPEN), after)
    return address_of(document, at=chosen)


def places(page: TextPage, at: Suggestion | None, found: Sequence[Proposal]) -> Iterator[Place]:
    """Where the words of the proposals stand on the picture; the current ones come last."""
    current = at.proposal if at else None
    for one in sorted(set(_spans(found)), key=lambda span: span == _span(current)):
        for box in page.boxes(*one):
            yield Place(
                box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, one == _span(current)
            )  # fmt: skip


def fields_of(proposal: Proposal, visit: Visit) -> tuple[tuple[str, str], ...]:
    """Each field of a proposal with its label, as the page prints it."""
    return tuple(
        (field_label(proposal.kind, name, visit.language), _said(proposal, name, value, visit))
        for name, value in proposal.fields.items()
    )


def _said(proposal: Proposal, name: str, value: Value, visit: Visit) -> str:
    spec = kind(proposal.kind).field(name)
    return show(value, spec, reader=visit.reader, said_in=proposal.lang).text


def _as_recorded(one: Suggestion, in_force: InForce) -> Suggestion:
    """What waited is settled where the record says so by now."""
    if one.state is not State.WAITING or one.claim is None:
        return one
    if in_force.about(Verb.REJECT, one.claim) or in_force.about(Verb.REDACT, one.claim):
        return replace(one, state=State.REJECTED)
    return replace(one, state=State.ACCEPTED) if one.claim in in_force.accepted else one


@dataclass(frozen=True)
class _Shown:
    """The proposals of one document as the visitor sees them."""

    document: Document
    visit: Visit
    found: Sequence[Suggestion]
    current: int | None

    def item(self, place: int) -> Item:
        one = self.found[place]
        said = [words for _, words in fields_of(one.proposal, self.visit)]
        return Item(
            number=place + 1,
            id=one.id(),
            person=one.proposal.person,
            kind=kind_label(one.proposal.kind, self.visit.language),
            said=", ".join(said),
            state=one.state.value,
            state_words=self.visit.wording.gettext(STATES[one.state]),
            href=self.href(place),
            is_current=place == self.current,
        )

    def href(self, place: int) -> str:
        return address_of(self.document, at=self.found[place].id())


def _pieces(text: str, page: TextPage, found: Sequence[tuple[Proposal, Item]]) -> Iterator[Piece]:
    """The page's text cut wherever a proposal begins or ends."""
    edges = {page.start, page.end}
    for one, _ in found:
        edges |= {max(one.start, page.start), min(one.end, page.end)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        over = [item for one, item in found if one.start <= start and end <= one.end]
        begins = tuple(item for one, item in found if one.start == start)
        current = any(item.is_current for item in over)
        yield Piece(text[start:end], bool(over), current, begins)


def _spans(found: Sequence[Proposal]) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in found)


def _span(one: Proposal | None) -> tuple[int, int] | None:
    return (one.start, one.end) if one else None
