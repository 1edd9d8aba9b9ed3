"""Adds a source: a file, an address, or a call somebody noted down.

Invariants:

- The bytes are in the vault before anything speaks of them.
- Adding the same bytes or the same address again finds the source that is there.
- A new source is closed, and a call is for the team, until somebody decides otherwise.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.slug import slug_of_title
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.casebook.yaml_form.pages import write_ledger
from khronika.errors import KhronikaError
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.source import Holding, Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

MAX_BYTES = 200_000_000  # a scanned case file of 6,200 pages fits; more is not one document
MARK = 4  # random characters behind a slug


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
    """The source, whether it is new, its bytes' hash, and the file that describes it, if any."""

    source: SubjectId
    is_new: bool
    sha256: str = ""
    file: str = ""


def add_file(
    casebook: Casebook,
    path: Path,
    *,
    described: Described,
    recorded: Recorded,
    visibility: Visibility | None = None,
) -> Added:
    """Take the file into the vault and describe it."""
    data = _bytes(path)
    titled = replace(described, title=described.title or path.stem)
    return _add(casebook, data, described=titled, recorded=recorded, visibility=visibility)


def add_address(
    casebook: Casebook,
    url: str,
    *,
    described: Described,
    recorded: Recorded,
    visibility: Visibility | None = None,
) -> Added:
    """Record the address; nothing is fetched."""
    for source in casebook.ledger().sources.values():
        if source.url == url:
            return Added(source.id, is_new=False)
    titled = replace(described, title=described.title or url, url=url)
    return _describe(casebook, titled, None, recorded=recorded, visibility=visibility)


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
    data = text.encode("utf-8")
    return _add(casebook, data, described=described, recorded=recorded, visibility=visibility)


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
    data: bytes,
    *,
    described: Described,
    recorded: Recorded,
    visibility: Visibility | None,
) -> Added:
    ledger = casebook.ledger()
    sha256 = casebook.vault.put(data)
    for holding in ledger.holdings.values():
        if holding.sha256 == sha256:
            return Added(holding.source, is_new=False, sha256=sha256)
    return _describe(casebook, described, sha256, recorded=recorded, visibility=visibility)


def _describe(
    casebook: Casebook,
    described: Described,
    sha256: str | None,
    *,
    recorded: Recorded,
    visibility: Visibility | None,
) -> Added:
    source = _source(casebook, described)
    held = Holding(source.id, sha256, recorded.day, url=described.url) if sha256 else None
    unset = Visibility.PUBLIC if casebook.standing else Visibility.TEAM
    batch = _batch(source, held, recorded, visibility or unset)
    file = ""
    if casebook.standing:
        for name, text in write_ledger(batch, house=casebook.settings.id).items():
            write_text(casebook.settings.folder / name, text)
            file = name
        casebook.level()
    else:
        casebook.store.append(batch)
    return Added(source.id, is_new=True, sha256=sha256 or "", file=file)


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
    source: Source, held: Holding | None, recorded: Recorded, visibility: Visibility
) -> Ledger:
    holdings = {held.entry_id(): held} if held else {}
    entries = [source.entry_id(), *holdings]
    return Ledger(
        sources={source.entry_id(): source},
        holdings=holdings,
        recorded={one: frozenset({recorded}) for one in entries},
        visibility=dict.fromkeys(entries, visibility),
    )
