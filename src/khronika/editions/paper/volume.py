"""A book or brochure as values: what stands in it from the title page to the last index.

Invariants:

- Everything in it comes from what was cleared; the chapters, the indexes and the list of sources
  are worked out from it, so none of them can forget anybody.
- No sentence tells a time without its day: every page carries the day the facts are as of.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.editions.advice import AdvicePart, advice_parts
from khronika.editions.change import changes
from khronika.editions.change_line import change_lines, erratum_line, issue_line
from khronika.editions.count import counting_rule
from khronika.editions.facet import FacetName, Indexes
from khronika.editions.figure import FiguresView, figures_view
from khronika.editions.glossary import TermRow, glossary_rows
from khronika.editions.paper.entry import (
    CaseEntry,
    PersonEntry,
    case_entry,
    person_entry,
    place_of,
)
from khronika.editions.paper.index import IndexRow, facet_index, people_index
from khronika.editions.paper.order import Order, order
from khronika.editions.paper.qr import qr_code
from khronika.editions.paper.sheet import A5, Sheet, sheet_of
from khronika.editions.paper.source import SourceLine, source_lines
from khronika.editions.paper.story import Story, story
from khronika.editions.paper.word import words
from khronika.editions.reader import Reader

FIRST = ("foreword", "preface", "introduction", "about")
LAST = ("conclusion", "afterword", "appeal")
BACK = "back-cover"


@dataclass(frozen=True, slots=True)
class Essay:
    """A text about nobody: its title and what follows."""

    title: str
    story: Story


@dataclass(frozen=True, slots=True)
class Told:
    """What changed about somebody, or was wrong."""

    name: str
    place: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a reader may hold the edition to."""

    issue: str
    state: str
    contact: str
    rule: str
    counted: str


@dataclass(frozen=True, slots=True)
class Volume:
    """Everything the templates print."""

    sheet: Sheet
    subtitle: str
    words: Mapping[str, str]
    imprint: Imprint
    foreword: tuple[Essay, ...]
    figures: FiguresView
    cases: tuple[CaseEntry, ...]
    alone: tuple[PersonEntry, ...]
    without: tuple[PersonEntry, ...]
    afterword: tuple[Essay, ...]
    advice: tuple[AdvicePart, ...]
    glossary: tuple[TermRow, ...]
    sources: tuple[SourceLine, ...]
    since: str
    changed: tuple[Told, ...]
    errata: tuple[Told, ...]
    people: tuple[IndexRow, ...]
    places: tuple[IndexRow, ...]
    articles: tuple[IndexRow, ...]
    back: Story


def volume(reader: Reader, subtitle: str) -> Volume:
    """The volume in this language."""
    stands = order(reader)
    indexes = Indexes(reader.publication)
    house = reader.publication.house.title.in_language(reader.language)
    changed, errata = _told(reader)
    return Volume(
        sheet=sheet_of(house, reader, A5),
        subtitle=subtitle,
        words=words(reader.wording),
        imprint=_imprint(reader, stands),
        foreword=_essays(reader, first=True),
        figures=figures_view("", reader),
        cases=tuple(case_entry(case, people, reader) for case, people in stands.cases),
        alone=tuple(person_entry(one, reader) for one in stands.alone),
        without=tuple(person_entry(one, reader) for one in stands.without),
        afterword=_essays(reader, first=False),
        advice=advice_parts(reader),
        glossary=glossary_rows(reader),
        sources=source_lines(reader),
        since=_since(reader),
        changed=changed,
        errata=errata,
        people=people_index(stands, reader),
        places=facet_index(FacetName.PLACE, reader, indexes),
        articles=facet_index(FacetName.ARTICLE, reader, indexes),
        back=story(reader, None, BACK),
    )


def qr_codes(made: Volume) -> dict[str, bytes]:
    """The QR codes that entries name."""
    of_cases = [one for case in made.cases for one in case.people]
    entries = (*of_cases, *made.alone, *made.without)
    return {one.qr: qr_code(one.address) for one in entries if one.qr}


def _essays(reader: Reader, *, first: bool) -> tuple[Essay, ...]:
    """Texts about nobody: in front those that introduce and all with names of their own."""
    slots = sorted({one.slot for one in reader.publication.prose if one.subject is None} - {BACK})
    front = [*(one for one in FIRST if one in slots), *(set(slots) - {*FIRST, *LAST})]
    chosen = sorted(front, key=_place) if first else [one for one in LAST if one in slots]
    return tuple(_essay(slot, reader) for slot in chosen)


def _place(slot: str) -> tuple[int, str]:
    return (FIRST.index(slot) if slot in FIRST else len(FIRST), slot)


def _essay(slot: str, reader: Reader) -> Essay:
    text = story(reader, None, slot)
    named = {
        "about": reader.wording.gettext("About this archive"),
        "foreword": reader.wording.gettext("Foreword"),
        "afterword": reader.wording.gettext("Afterword"),
    }
    title = text.title or named.get(slot, slot.replace("-", " ").capitalize())
    return Essay(title, text.without_title())


def _imprint(reader: Reader, stands: Order) -> Imprint:
    publication, wording = reader.publication, reader.wording
    people = len(stands.people)
    counted = wording.ngettext("{count} person listed", "{count} persons listed", people)
    return Imprint(
        issue=issue_line(publication.issue, reader)
        if publication.issue
        else wording.gettext("Made between two issues"),
        state=publication.state,
        contact=publication.house.contact,
        rule=counting_rule(publication, wording),
        counted=counted.format(count=wording.number(people)),
    )


def _since(reader: Reader) -> str:
    since = reader.publication.since
    if since is None:
        return reader.wording.gettext("There is no earlier issue to compare this one with.")
    return reader.wording.gettext("Compared with issue “{name}” of {day}.").format(
        name=since.issue.name, day=reader.wording.day(since.issue.day)
    )


def _told(reader: Reader) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What changed since the last issue about whom, and what was wrong in it."""
    found = changes(reader.publication)
    if found is None:
        return (), ()
    names = reader.names | reader.case_names
    about = {one.subject: change_lines(one, reader) for one in found.about}
    wrong: dict[object, list[str]] = {}
    for one in found.errata:
        wrong.setdefault(one.subject, []).append(erratum_line(one, found.since, reader))
    return (
        tuple(
            Told(names[one], place_of(one, reader), about[one]) for one in reader.with_pages(about)
        ),
        tuple(
            Told(names[one], place_of(one, reader), tuple(wrong[one]))
            for one in reader.with_pages([one.subject for one in found.errata])
        ),
    )
