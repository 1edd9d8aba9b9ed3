"""Reads documents while nobody waits: fetches a page, reads its text, lays the text out.

Invariants:

- No document is read in the desk's own process; a request waits for a reading a moment and no more.
- A job is nothing of the record: when the desk ends, it is begun again by whoever opens the page.
"""

import hashlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import cache

from khronika.casebook.arriving import keep_page, keep_text
from khronika.casebook.suggesting import Kept, keep_aside, plain
from khronika.desk import clock
from khronika.desk.archive import Archive, ReadOnly
from khronika.desk.documents.kept import Document
from khronika.desk.visit import Visit
from khronika.errors import KhronikaError, Problem
from khronika.extraction.proposal import KnownPerson
from khronika.intake.capture import Door, capture
from khronika.intake.limits import Limits
from khronika.intake.reading import Reading
from khronika.intake.worker import Pool
from khronika.ledger.ledger import Recorded
from khronika.schema.subject import SubjectId

AT_ONCE = 2  # documents read side by side: a book stops no letter
PATIENCE = 3.0  # seconds a request waits before it says how far the reading is
DOOR: Callable[[], Door] = lambda: Door(now=_now, clock=time.monotonic)  # noqa: E731
_LOG = logging.getLogger(__name__)


@dataclass
class Job:
    """One document being read: how many pages of how many, and what could not be read."""

    done: int = 0
    of: int = 0
    problems: tuple[Problem, ...] = ()
    trouble: str = ""
    has_failed: bool = False
    future: "Future[None] | None" = field(default=None, repr=False)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.future is None or self.future.done()

    @property
    def may_begin_again(self) -> bool:
        """Whether it ended well, so that another try could find what is missing since."""
        return self.is_over and not (self.trouble or self.has_failed or self.problems)

    def tell(self, done: int, of: int) -> None:
        """How far the reader is."""
        self.done, self.of = done, of


@dataclass(frozen=True)
class _Work:
    """What a job needs of the request that began it."""

    archive: Archive
    document: Document
    known: tuple[KnownPerson, ...]
    recorded: Recorded
    fetch: bool
    is_file: bool
    is_unnamed: bool


_JOBS: dict[tuple[Archive, str], Job] = {}


def begin(
    document: Document,
    visit: Visit,
    *,
    fetch: bool = False,
    is_file: bool = False,
    is_unnamed: bool = False,
) -> Job:
    """Begin to read this document, unless it is being read; waits for it a moment.

    What was pasted is its own text; `is_file` says that it was not, whatever it looks like.
    `is_unnamed` says that nobody named it, so that it may say itself what it is called.
    """
    key = (visit.archive, str(document.source.id))
    job = _JOBS.get(key)
    if job is None or job.is_over:
        job = _JOBS[key] = Job()
        work = _Work(
            visit.archive, document, known_to(visit), visit.recorded, fetch, is_file, is_unnamed
        )
        job.future = _threads().submit(_run, job, work)
    if job.future:
        wait([job.future], timeout=PATIENCE)
    return job


def job_of(document: Document, visit: Visit) -> Job | None:
    """The job that reads or read this document since the desk began; None for none."""
    return of_source(document.source.id, visit)


def of_source(source: SubjectId, visit: Visit) -> Job | None:
    """The same, by the id of the source."""
    return _JOBS.get((visit.archive, str(source)))


def known_to(visit: Visit) -> tuple[KnownPerson, ...]:
    """The people of the archive, so that a bare family name in a text is not lost."""
    rows = visit.snapshot.names.values()
    return tuple(KnownPerson(names[0], tuple(names[1:])) for names in rows if names)


@cache
def readers() -> Pool:
    """The processes documents are read in."""
    return Pool(Limits(), size=AT_ONCE)


@cache
def drawers() -> Pool:
    """The process pages are drawn in; a long reading keeps nobody from looking at a page."""
    return Pool(Limits(seconds=20.0))


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="reading")


def _run(job: Job, work: _Work) -> None:
    try:
        _read(job, work)
    except KhronikaError as why:
        job.trouble = str(why)
    except Exception:  # noqa: BLE001 - nobody else hears of it: this is where a thread ends
        _LOG.exception("reading")
        job.has_failed = True


def _read(job: Job, work: _Work) -> None:
    document, casebook = work.document, work.archive.casebook
    sha256 = document.sha256 or (_fetched(work) if work.fetch else "")
    if not sha256:
        return
    if not document.text and work.archive.is_read_only:
        raise ReadOnly
    reading, text = _reading(job, work, sha256)
    if not text:
        text = keep_text(
            casebook, document.source.id, sha256, reading=reading, recorded=work.recorded,
            is_unnamed=work.is_unnamed,
        )  # fmt: skip
    if text:
        kept = Kept(document.source.id, text, document.source.date)
        keep_aside(casebook, kept, reading=reading, known=work.known)


def _fetched(work: _Work) -> str:
    source = work.document.source
    page = capture(source.url, DOOR())
    return keep_page(
        work.archive.casebook, source.id, page.warc, url=page.url, recorded=work.recorded
    )


def _reading(job: Job, work: _Work, sha256: str) -> tuple[Reading, str]:
    """What the document says, and the hash of its text where that is kept already."""
    vault, kept = work.archive.casebook.vault, work.document.text
    if work.is_file and kept == sha256:
        kept = ""
    if kept == sha256:
        return plain(vault.get(kept).decode("utf-8", "replace")), kept
    reading = readers().read(vault.get(sha256), tell=job.tell)
    job.problems = reading.problems
    if kept and hashlib.sha256(reading.text.encode()).hexdigest() != kept:
        return plain(vault.get(kept).decode("utf-8", "replace")), kept
    return reading, kept


def _now() -> str:
    return f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
