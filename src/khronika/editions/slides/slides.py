"""What the slides of a case show: twelve pages, each of them also where nothing is recorded.

Invariants:

- There are always twelve. A page without anything to show says so, so that nobody takes silence for
  a thing that was looked into.
- The words of a charge are on none of them, nor words that serve an accusation.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from khronika.dossier.entry import Entry
from khronika.editions.advice import advice_parts
from khronika.editions.dispute import dispute_views
from khronika.editions.event import EventPrinter, EventView, FactView
from khronika.editions.line import apart, labelled
from khronika.editions.note import NoteRow, Notes
from khronika.editions.paper.brief import Brief, brief, brief_reader
from khronika.editions.paper.qr import qr_code
from khronika.editions.paper.sheet import SLIDE, Sheet, sheet_of
from khronika.editions.paper.story import Story, story
from khronika.editions.paper.way import way_to
from khronika.editions.paper.word import words
from khronika.editions.prose import TELLING
from khronika.editions.reader import Reader
from khronika.editions.section import CHARGES, RULINGS, records, timeline
from khronika.editions.spoken import spoken_words
from khronika.editions.support import SupportView, case_support
from khronika.schema.subject import SubjectId

PAGES = 12
_TO_DO = 3  # pieces of advice on the last page


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page: whose or when, and what."""

    head: str
    said: str


@dataclass(frozen=True, slots=True)
class Slides:
    """Everything the template prints."""

    sheet: Sheet
    words: Mapping[str, str]
    story: Story
    count: str
    people: tuple[Brief, ...]
    articles: tuple[Row, ...]
    happened: tuple[Row, ...]
    rulings: tuple[Row, ...]
    disputes: tuple[Row, ...]
    spoken: tuple[Row, ...]
    support: SupportView
    sources: tuple[str, ...]
    advice: tuple[str, ...]
    contact: str
    address: str
    qr: str


def slides(case: SubjectId, reader: Reader) -> tuple[Slides, Mapping[str, bytes]]:
    """The slides of this case, and the pictures on them."""
    reader = brief_reader(reader)
    file = reader.publication.cases[case]
    people = reader.with_pages(file.people)
    notes = Notes(reader)
    printer = EventPrinter(reader, notes)
    briefs = tuple(brief(one, reader, notes) for one in people)
    number = len(people)
    counted = reader.wording.ngettext("{count} person listed", "{count} persons listed", number)
    address = way_to(case, reader)
    made = Slides(
        sheet=sheet_of(reader.case_names[case], reader, SLIDE),
        words=words(reader.wording),
        story=story(reader, case, *TELLING).beginning(),
        count=counted.format(count=reader.wording.number(number)),
        people=briefs,
        articles=tuple(_articles(briefs)),
        happened=_happened((case, *people), reader, printer),
        rulings=tuple(_rulings(people, reader, printer)),
        disputes=tuple(_disputes((case, *people), reader, printer)),
        spoken=_spoken(people, reader),
        support=case_support(file.entries, printer),
        sources=_sources(notes.rows()),
        advice=tuple(one.text for part in advice_parts(reader) for one in part.rows)[:_TO_DO],
        contact=reader.publication.house.contact,
        address=address,
        qr="qr.svg" if address else "",
    )
    return made, {"qr.svg": qr_code(address)} if address else {}


def _articles(briefs: Iterable[Brief]) -> Iterator[Row]:
    """Each article once with what it covers."""
    for said in dict.fromkeys(said for one in briefs for said in one.meanings):
        head, _, rest = said.partition(": ")
        yield Row(head, rest)


def _happened(about: Iterable[SubjectId], reader: Reader, printer: EventPrinter) -> tuple[Row, ...]:
    """What happened in the case and to its people, in the order of time; without a date last."""
    found: list[tuple[date, int, Row]] = []
    for subject in about:
        name = reader.names.get(subject, "")
        for entry in _entries(subject, reader):
            if entry.kind not in CHARGES:
                day = min((one.first_day for one in entry.dates), default=date.max)
                for row in _rows(timeline([entry], printer), reader):
                    said = labelled(name, row.said, reader) if name else row.said
                    found.append((day, len(found), replace(row, said=said)))
    return tuple(row for _, _, row in sorted(found, key=lambda one: one[:2]))


def _entries(subject: SubjectId, reader: Reader) -> tuple[Entry, ...]:
    publication = reader.publication
    file = publication.people.get(subject) or publication.cases[subject]
    return file.entries


def _rows(events: Iterable[EventView], reader: Reader) -> Iterator[Row]:
    for one in events:
        when = _said(one.when) if one.when else ""
        facts = (_labelled(fact, reader) for fact in one.facts)
        yield Row(when, apart((one.title, *facts), reader))


def _spoken(people: Iterable[SubjectId], reader: Reader) -> tuple[Row, ...]:
    said = ((one, words) for one in people for words in spoken_words(one, reader))
    return tuple(Row(reader.names[one], words) for one, words in said)


def _rulings(people: Iterable[SubjectId], reader: Reader, printer: EventPrinter) -> Iterator[Row]:
    for person in people:
        entries = reader.publication.people[person].entries
        for row in _rows(records(entries, RULINGS, printer), reader):
            said = labelled(row.head, row.said, reader) if row.head else row.said
            yield Row(reader.names[person], said)


def _disputes(about: Iterable[SubjectId], reader: Reader, printer: EventPrinter) -> Iterator[Row]:
    publication = reader.publication
    for subject in about:
        file = publication.people.get(subject) or publication.cases[subject]
        name = reader.names.get(subject) or reader.case_names[subject]
        for one in dispute_views(file.disputes, printer, reader):
            values = " / ".join(value.text for value in one.values)
            yield Row(name, labelled(one.title, values or one.sentence, reader))


def _labelled(fact: FactView, reader: Reader) -> str:
    return labelled(fact.label, _said(fact), reader) if fact.label else _said(fact)


def _said(fact: FactView) -> str:
    return " / ".join(value.text for value in fact.values)


def _sources(rows: Iterable[NoteRow]) -> tuple[str, ...]:
    """Every source once: its title and what follows it, or that the editors know."""
    return tuple(dict.fromkeys(one.known or f"{one.title}{one.published}" for one in rows))
