"""`khronika propose`: what a document says of people, for somebody to accept or reject."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from khronika.casebook.kept_source import kept_of, known_people, source_called
from khronika.casebook.settings import NoCasebook
from khronika.cli import documents, options
from khronika.cli.output import print_lines, print_problems
from khronika.cli.proposal_lines import json_lines, proposal_lines
from khronika.cli.session import Session, pass_session
from khronika.errors import KhronikaError
from khronika.extraction.proposal import Context, KnownPerson
from khronika.extraction.propose import propose
from khronika.intake.reading import Part
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES
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


@click.command("propose")
@click.argument("what", metavar="FILE|SOURCE")
@click.option("--date", default="", metavar="DATE", help="When it was made: 2026 or 2026-03-01.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="The language it is in; found out unless given."
)
@options.as_json
@pass_session
def command(session: Session, what: str, date: str, lang: str | None, as_json: bool) -> None:
    """Propose the facts a document states, each with its words. Nothing is recorded.

    A SOURCE is the id or the slug of a source of the casebook; the text kept of it is read. With a
    casebook at hand its people are known by all their names.

    With --json: a line of JSON for each, places counted in characters of the text.
    """
    path = Path(what)
    document = _of_file(path) if path.is_file() else _of_source(session, what)
    made = PartialDate.parse(date) if date else document.date
    context = Context(made, lang or "", _known(session), document.parts)
    found = propose(document.text, context)
    called = document.called
    lines = json_lines(called, found) if as_json else proposal_lines(found, session.plain_wording)
    print_lines(lines)


def _of_file(path: Path) -> Document:
    return _read(path.read_bytes(), path.name)


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


def _known(session: Session) -> Sequence[KnownPerson]:
    """The people of the casebook at hand; nobody where there is none."""
    try:
        reading = session.reading()
    except NoCasebook:
        return ()
    return known_people(reading, session.language)
