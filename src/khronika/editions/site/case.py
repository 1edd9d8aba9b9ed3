"""A case's page, and the list of cases."""

from dataclasses import dataclass

from khronika.editions.dispute import DisputeView, dispute_views
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.listed import Listed, listed
from khronika.editions.naming import NameView, names
from khronika.editions.note import NoteRow, Notes
from khronika.editions.prose import TELLING, ProseView, prose_view
from khronika.editions.reader import Reader
from khronika.editions.section import Section, sections, timeline
from khronika.editions.site.press_link import press_href
from khronika.editions.support import SupportView, case_support
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything a case's page prints."""

    name: str
    names: tuple[NameView, ...]
    text: ProseView
    people: tuple[Listed, ...]
    support: SupportView
    timeline: tuple[EventView, ...]
    disputes: tuple[DisputeView, ...]
    sections: tuple[Section, ...]
    notes: tuple[NoteRow, ...]
    changed: str
    press: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list of cases."""

    name: str
    href: str
    count: str


def case_view(case: SubjectId, page: str, reader: Reader) -> CaseView:
    """The page of this case; only people with a page of their own are named on it."""
    publication = reader.publication
    file = publication.cases[case]
    notes = Notes(reader)
    printer = EventPrinter(reader, notes)
    changed = publication.changed.get(case)
    return CaseView(
        name=reader.case_names[case],
        names=names(file.entries, reader, notes),
        text=prose_view(reader, case, *TELLING),
        people=tuple(
            listed(one, page, reader, notes=notes) for one in reader.with_pages(file.people)
        ),
        support=case_support(file.entries, printer),
        timeline=timeline(file.entries, printer),
        disputes=dispute_views(file.disputes, printer, reader),
        sections=sections(file.entries, printer, reader),
        notes=notes.rows(),
        changed=reader.wording.day(changed) if changed else "",
        press=press_href(case, page, reader),
    )


def case_rows(page: str, reader: Reader) -> tuple[CaseRow, ...]:
    """Every case with a page, in the order of names."""
    return tuple(
        CaseRow(
            name=reader.case_names[case],
            href=reader.href(page, case),
            count=_count(case, reader),
        )
        for case in reader.case_names
        if reader.path_of(case)
    )


def _count(case: SubjectId, reader: Reader) -> str:
    number = len([one for one in reader.publication.cases[case].people if one in reader.names])
    said = reader.wording.ngettext("{count} person listed", "{count} persons listed", number)
    return said.format(count=reader.wording.number(number))
