"""Takes in documents: files, addresses, pasted words, calls; and says what they are."""

from dataclasses import replace
from pathlib import Path

from django.core.files.uploadedfile import TemporaryUploadedFile

from khronika.casebook.adding import (
    Added,
    Described,
    add_address,
    add_file,
    add_text,
    find_address,
    note_call,
)
from khronika.casebook.arriving import after
from khronika.casebook.recording import decided
from khronika.desk.archive import ReadOnly
from khronika.desk.documents.kept import Document
from khronika.desk.people.forms import PUBLISHED
from khronika.desk.visit import Visit
from khronika.ledger.ledger import Ledger
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility
from khronika.values.date import PartialDate


def keep_file(file: TemporaryUploadedFile, how: str, visit: Visit, *, title: str) -> Added:
    """Keep the bytes of a file as a source; it is called as the file was, unless somebody says."""
    _may(visit)
    named = title or Path(file.name or "").stem
    return add_file(
        visit.archive.casebook,
        Path(file.temporary_file_path()),
        described=_described(how, named or _noted(visit)),
        recorded=visit.recorded,
        visibility=visibility_of(how),
    )


def keep_address(url: str, how: str, visit: Visit, *, title: str) -> Added:
    """Keep an address; nothing is fetched by this."""
    _may(visit)
    casebook = visit.archive.casebook
    return find_address(casebook, url) or add_address(
        casebook,
        url,
        described=_described(how, title),
        recorded=visit.recorded,
        visibility=visibility_of(how),
    )


def keep_words(words: str, how: str, visit: Visit, *, described: Described) -> Added:
    """Keep a text that was pasted."""
    _may(visit)
    named = replace(
        described, title=described.title or _noted(visit), level=_described(how, "").level
    )
    return add_text(
        visit.archive.casebook, words, described=named, recorded=visit.recorded,
        visibility=visibility_of(how),
    )  # fmt: skip


def keep_call(words: str, visit: Visit, *, described: Described) -> Added:
    """Keep what was said in a call, for the team."""
    _may(visit)
    title = described.title or visit.wording.gettext("A call on {day}").format(
        day=visit.wording.day(visit.today)
    )
    return note_call(
        visit.archive.casebook, words, described=replace(described, title=title),
        recorded=visit.recorded,
    )  # fmt: skip


def describe(document: Document, said: Source, how: str, visit: Visit) -> None:
    """Say what the document is; the description before stays on record."""
    _may(visit)
    level = SourceLevel.OPEN if how == PUBLISHED else SourceLevel.CLOSED
    told = replace(said, level=level)
    batch = _description(told, document.source, visit)
    if decision := _moved(document.source.id, how, visit):
        batch |= decided([decision], recorded=visit.recorded)
    visit.archive.record(batch)


def visibility_of(how: str) -> Visibility:
    """How far a document may go that is known in this way."""
    return Visibility.PUBLIC if how == PUBLISHED else Visibility.TEAM


def _description(told: Source, before: Source, visit: Visit) -> Ledger:
    if told == before:
        return Ledger()
    entry, ledger = told.entry_id(), visit.snapshot.in_force.ledger
    level = ledger.visibility.get(before.entry_id(), Visibility.TEAM)
    return Ledger(
        sources={entry: told},
        recorded={entry: frozenset({after(visit.recorded, told.id, ledger)})},
        visibility={entry: level},
    )


def _moved(source: SubjectId, how: str, visit: Visit) -> Decision | None:
    """The decision that moves a source to where somebody says it belongs; None where it is."""
    in_force, wanted = visit.snapshot.in_force, visibility_of(how)
    if in_force.source_level(source, Use.PUBLIC) is wanted:
        return None
    before = [
        one.id()
        for verb in (Verb.OPEN, Verb.RESTRICT)
        for one in in_force.about(verb, source)
        if not one.details.get("use")
    ]
    verb = Verb.OPEN if wanted is Visibility.PUBLIC else Verb.RESTRICT
    return Decision(
        verb, (source,), by=visit.recorded.by, at=visit.recorded.day,
        details={"level": wanted.value}, replaces=tuple(before),
    )  # fmt: skip


def _described(how: str, title: str) -> Described:
    level = SourceLevel.OPEN if how == PUBLISHED else SourceLevel.CLOSED
    return Described(title=title, level=level)


def dated(said: PartialDate | None) -> str:
    """A date as descriptions hold it."""
    return str(said) if said else ""


def _noted(visit: Visit) -> str:
    return visit.wording.gettext("Noted on {day}").format(day=visit.wording.day(visit.today))


def _may(visit: Visit) -> None:
    if not visit.may_write:
        raise ReadOnly
