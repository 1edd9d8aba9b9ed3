"""What `propose` reads: a file, or what is kept of a source, and the people known already."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.kept_source import kept_of, known_people, source_called
from khronika.casebook.settings import NoCasebook
from khronika.cli import documents
from khronika.cli.output import print_problems
from khronika.cli.session import Session
from khronika.errors import KhronikaError
from khronika.extraction.proposal import KnownPerson
from khronika.intake.reading import Part
from khronika.values.date import PartialDate
from khronika.values.wording import Wording


class NothingToRead(KhronikaError):
    """Neither a file nor a source of the casebook goes by this name."""

    def __init__(self, named: str, wording: Wording) -> None:
        said = wording.gettext("No file and no source here is called {name}.")
        super().__init__(said.format(name=named))


class NothingKept(KhronikaError):
    """The vault has nothing of a source."""

    def __init__(self, source: str, wording: Wording) -> None:
        said = wording.gettext("Nothing is kept of {source}. Add its file: khronika add FILE.")
        super().__init__(said.format(source=source))


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be read, called as it was asked for, with what is known of it."""

    called: str
    text: str
    date: PartialDate | None
    parts: Sequence[Part] = ()


def document_called(session: Session, what: str) -> Document:
    """The file of this name, else what is kept of the source that is called so."""
    path = Path(what)
    if path.is_file():
        return _read(path.read_bytes(), path.name)
    return _of_source(session, what)


def _of_source(session: Session, named: str) -> Document:
    try:
        casebook = session.casebook
    except NoCasebook as missing:
        raise NothingToRead(named, session.plain_wording) from missing
    ledger = casebook.ledger()
    source = source_called(ledger, named)
    if source is None:
        raise NothingToRead(named, session.wording)
    kept = kept_of(casebook, ledger, source)
    if kept is None:
        raise NothingKept(source.id, session.wording)
    if kept.is_text:
        return Document(source.id, kept.data.decode("utf-8", "replace"), source.date)
    document = _read(kept.data, source.id)
    date = source.date or document.date
    return Document(source.id, document.text, date, parts=document.parts)


def _read(untrusted: bytes, called: str) -> Document:
    with documents.reading() as read:
        reading = read(untrusted).at(called)
    print_problems(reading.problems)
    parts = () if reading.format == "text" else reading.parts
    return Document(called, reading.text, reading.date, parts=parts)


def known(session: Session) -> Sequence[KnownPerson]:
    """The people of the casebook at hand; nobody where there is none."""
    try:
        reading = session.reading()
    except NoCasebook:
        return ()
    return known_people(reading, session.language)
