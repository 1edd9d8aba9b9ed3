"""The list of what came in, the latest first, and how much of each is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khronika.casebook.cache import Cache
from khronika.desk.documents import jobs
from khronika.desk.documents.kept import may_read
from khronika.desk.visit import Visit
from khronika.review.suggestion import State
from khronika.schema.source import Holding, Source
from khronika.schema.subject import SubjectId, slug_of
from khronika.values.date import PartialDate

A_PAGE = 50  # documents


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list; `is_read` is false where no text is laid out yet."""

    slug: str
    title: str
    about: str
    added: str
    is_open: bool
    is_read: bool
    has_bytes: bool
    open: int
    of: int
    reading: str


def rows(visit: Visit, *, page: int) -> tuple[tuple[Row, ...], int]:
    """The documents of this page of the list, and how many pages it has."""
    in_force = visit.snapshot.in_force
    added = _added(visit)
    sources = [one for one in in_force.sources.values() if may_read(one.id, in_force)]
    ordered = sorted(sources, key=lambda one: (added.get(one.id, ""), one.id), reverse=True)
    pages = max(1, -(-len(ordered) // A_PAGE))
    chosen = ordered[(page - 1) * A_PAGE : page * A_PAGE]
    counts = Cache(visit.archive.folder).counts()
    held = _held(visit)
    return tuple(_row(one, held.get(one.id, []), counts, added, visit) for one in chosen), pages


def _row(
    source: Source,
    held: list[Holding],
    counts: Mapping[str, Mapping[State, int]],
    added: Mapping[SubjectId, str],
    visit: Visit,
) -> Row:
    wording = visit.wording
    read = [one for one in held if one.read_from] or held
    text = max(read, key=lambda one: one.got_at).sha256 if read else ""
    counted = counts.get(text, {})
    about = [source.publisher, wording.date(source.date) if source.date else ""]
    day = added.get(source.id, "")[:10]
    return Row(
        slug=slug_of(source.id),
        title=source.title,
        about=", ".join(filter(None, about)),
        added=wording.date(PartialDate.parse(day)) if day else "",
        is_open=source.level.value == "open",
        is_read=any(one.read_from for one in held) or bool(counted),
        has_bytes=bool(held),
        open=counted.get(State.OPEN, 0),
        of=sum(counted.values()),
        reading=_reading(source, visit),
    )


def _reading(source: Source, visit: Visit) -> str:
    job = jobs.of_source(source.id, visit)
    if job is None or job.is_over:
        return ""
    gettext = visit.wording.gettext
    if not job.of:
        return gettext("being read")
    return gettext("being read: page {done} of {of}").format(done=job.done, of=job.of)


def _added(visit: Visit) -> Mapping[SubjectId, str]:
    ledger, found = visit.snapshot.in_force.ledger, dict[SubjectId, str]()
    for entry, source in ledger.sources.items():
        first = ledger.first_recorded(entry)
        if first:
            found[source.id] = min(found.get(source.id, first.at), first.at)
    return found


def _held(visit: Visit) -> Mapping[SubjectId, list[Holding]]:
    found: dict[SubjectId, list[Holding]] = {}
    for one in _holdings(visit):
        found.setdefault(one.source, []).append(one)
    return found


def _holdings(visit: Visit) -> Iterator[Holding]:
    yield from visit.snapshot.in_force.ledger.holdings.values()
