"""Adds a source: a file, an address, or a call somebody noted down.

Invariants:

- The bytes are in the vault before anything speaks of them, and the text read from them beside
  them, under its own hash, with its reader.
- What a document says of itself (title, day, language) fills only what nobody said.
- Adding the same bytes or the same address again finds the source that is there.
- A new source is closed, and a call is for the team, until somebody decides otherwise.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.near_source import near_sources
from khronika.casebook.slug import slug_of_title
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.casebook.yaml_form.pages import write_ledger
from khronika.errors import KhronikaError, Problem
from khronika.intake.reading import Reading
from khronika.ledger.ledger import Ledger, Recorded
from khronika.review.near import Near
from khronika.schema.source import Holding, Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

MAX_BYTES = 200_000_000  # a scanned case file of 6,200 pages fits; more is not one document
MARK = 4  # random characters behind a slug

Reads = Callable[[bytes], Reading]
"""Reads a document, in a process that it cannot take the program with."""


class NotAdded(KhronikaError):
    """The document could not be taken; nothing was recorded."""


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a new source."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    lang: str = ""
    url: str = ""
    level: SourceLevel = SourceLevel.CLOSED


@dataclass(frozen=True, slots=True)
class Added:
    """The source, whether it is new, its bytes' hash, and the file that describes it, if any.

    `text` is the hash of the text read from the bytes; `problems` tells what could not be read.
    `near` names sources whose text is nearly this one: a reprint is no second witness.
    """

    source: SubjectId
    is_new: bool
    sha256: str = ""
    file: str = ""
    text: str = ""
    problems: tuple[Problem, ...] = ()
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the web as it was saved: where from, and the archive of how it was answered."""

    url: str
    archive: bytes


def add_file(  # noqa: PLR0913 - what a source is made of
    casebook: Casebook,
    path: Path,
    *,
    described: Described,
    recorded: Recorded,
    reads: Reads | None = None,
    visibility: Visibility | None = None,
) -> Added:
    """Take the file into the vault, read it, and describe it."""
    arrived = _Arrived(_bytes(path), place=path.name, title=path.stem, reads=reads)
    return _add(casebook, arrived, described=described, recorded=recorded, visibility=visibility)


def find_address(casebook: Casebook, url: str) -> Added | None:
    """The source that has this address, if one is recorded."""
    for source in casebook.ledger().sources.values():
        if source.url == url:
            return Added(source.id, is_new=False)
    return None


def add_address(
    casebook: Casebook,
    url: str,
    *,
    described: Described,
    recorded: Recorded,
    visibility: Visibility | None = None,
) -> Added:
    """Record the address; nothing is fetched."""
    titled = replace(described, title=described.title or url, url=url)
    return find_address(casebook, url) or _describe(
        casebook, titled, (), recorded=recorded, visibility=visibility
    )


def add_page(
    casebook: Casebook,
    page: Page,
    *,
    described: Described,
    recorded: Recorded,
    reads: Reads | None = None,
) -> Added:
    """Take a saved page into the vault, read it, and describe it under its address."""
    arrived = _Arrived(page.archive, place=page.url, title=page.url, reads=reads)
    named = replace(described, url=described.url or page.url)
    return _add(casebook, arrived, described=named, recorded=recorded)


def note_call(casebook: Casebook, text: str, *, described: Described, recorded: Recorded) -> Added:
    """Keep the words of a call as a closed source for the team."""
    closed = replace(described, level=SourceLevel.CLOSED, title=described.title or "Call")
    team = Visibility.TEAM
    return add_text(casebook, text, described=closed, recorded=recorded, visibility=team)


def add_text(
    casebook: Casebook,
    text: str,
    *,
    described: Described,
    recorded: Recorded,
    visibility: Visibility | None = None,
) -> Added:
    """Keep a text that somebody pasted, as they pasted it."""
    if not text.strip():
        raise NotAdded("The note is empty; nothing was recorded.")
    arrived = _Arrived(text.encode("utf-8"), title=described.title)
    return _add(casebook, arrived, described=described, recorded=recorded, visibility=visibility)


@dataclass(frozen=True, slots=True)
class _Arrived:
    """Bytes that came in, where from, what they are called, and what reads them."""

    data: bytes
    place: str = ""
    title: str = ""
    reads: Reads | None = None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotAdded(f"{path} is larger than {MAX_BYTES:,} bytes. Add its parts.")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotAdded(f"{path} cannot be read: {reason}. Nothing was recorded.") from error
    if not data:
        raise NotAdded(f"{path} is empty; nothing was recorded.")
    return data


def _add(
    casebook: Casebook,
    arrived: _Arrived,
    *,
    described: Described,
    recorded: Recorded,
    visibility: Visibility | None = None,
) -> Added:
    ledger = casebook.ledger()
    sha256 = casebook.vault.put(arrived.data)
    for holding in ledger.holdings.values():
        if holding.sha256 == sha256:
            return Added(holding.source, is_new=False, sha256=sha256)
    reading = arrived.reads(arrived.data).at(arrived.place) if arrived.reads else None
    held = [_Held(sha256)]
    if reading and reading.text:
        text = casebook.vault.put(reading.text.encode("utf-8"))
        held.append(_Held(text, read_from=sha256, reader=f"{reading.reader} {reading.version}"))
    whole = _filled(described, reading, arrived.title)
    added = _describe(casebook, whole, held, recorded=recorded, visibility=visibility)
    problems = reading.problems if reading else ()
    text = held[1].sha256 if held[1:] else ""
    near = near_sources(casebook, ledger, text) if text else ()
    return replace(added, sha256=sha256, text=text, problems=problems, near=near)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a holding will say of bytes in the vault."""

    sha256: str
    read_from: str = ""
    reader: str = ""


def _filled(described: Described, reading: Reading | None, title: str) -> Described:
    """What somebody said of the source, else what the document says of itself."""
    if reading is None:
        return replace(described, title=described.title or title)
    return replace(
        described,
        title=described.title or reading.title or title,
        date=described.date or str(reading.date or ""),
        lang=described.lang or reading.lang,
    )


def _describe(
    casebook: Casebook,
    described: Described,
    held: Sequence[_Held],
    *,
    recorded: Recorded,
    visibility: Visibility | None,
) -> Added:
    source = _source(casebook, described)
    holdings = [
        Holding(
            source.id,
            one.sha256,
            recorded.day,
            url="" if one.read_from else described.url,
            read_from=one.read_from,
            reader=one.reader,
        )
        for one in held
    ]
    unset = Visibility.PUBLIC if casebook.standing else Visibility.TEAM
    batch = _batch(source, holdings, recorded, visibility or unset)
    file = ""
    if casebook.standing:
        for name, text in write_ledger(batch, house=casebook.settings.id).items():
            write_text(casebook.settings.folder / name, text)
            file = name
        casebook.level()
    else:
        casebook.store.append(batch)
    return Added(source.id, is_new=True, file=file)


def _source(casebook: Casebook, described: Described) -> Source:
    mark = (casebook.mint or random_nonce)()[:MARK]
    slug = slug_of_title(described.title, mark=mark)
    return Source(
        id=subject_id(casebook.settings.id, SubjectKind.SOURCE, slug),
        title=described.title,
        publisher=described.publisher,
        date=PartialDate.parse(described.date) if described.date else None,
        lang=described.lang,
        url=described.url,
        level=described.level,
    )


def _batch(
    source: Source, held: Sequence[Holding], recorded: Recorded, visibility: Visibility
) -> Ledger:
    holdings = {one.entry_id(): one for one in held}
    entries = [source.entry_id(), *holdings]
    return Ledger(
        sources={source.entry_id(): source},
        holdings=holdings,
        recorded={one: frozenset({recorded}) for one in entries},
        visibility=dict.fromkeys(entries, visibility),
    )
