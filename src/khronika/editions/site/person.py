"""A person's page."""

from dataclasses import dataclass

from khronika.dossier.dossier import Dossier
from khronika.editions.dispute import DisputeView, dispute_views
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.label import choice_name
from khronika.editions.listed import StatusView, status_view
from khronika.editions.naming import NameView, names
from khronika.editions.note import Backing, NoteRow, Notes
from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.editions.section import (
    CHARGES,
    RULINGS,
    AboutRow,
    Section,
    about,
    records,
    sections,
    timeline,
)
from khronika.editions.site.computed import ComputedView, computed_views
from khronika.editions.site.portrait import PortraitView, portrait_view
from khronika.editions.site.press_link import press_href
from khronika.editions.site.see_also import see_also
from khronika.editions.site.story import StoryView, story_view
from khronika.editions.support import SupportView, person_support
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice

_PUBLIC_GAPS = frozenset({"hearing-without-outcome", "no-word-of-appeal", "order-over"})
# The other open questions are work for the editors, and some would tell too much.


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A case the person is in, and as what."""

    name: str
    href: str
    role: str
    backing: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything a person's page prints."""

    name: str
    portrait: PortraitView
    names: tuple[NameView, ...]
    status: StatusView
    cases: tuple[CaseLink, ...]
    note: str
    biography: StoryView
    support: SupportView
    about: tuple[AboutRow, ...]
    charges: tuple[EventView, ...]
    rulings: tuple[EventView, ...]
    computed: tuple[ComputedView, ...]
    timeline: tuple[EventView, ...]
    disputes: tuple[DisputeView, ...]
    unknown: tuple[str, ...]
    sections: tuple[Section, ...]
    also: tuple[Link, ...]
    notes: tuple[NoteRow, ...]
    changed: str
    press: str


def person_view(person: SubjectId, page: str, reader: Reader) -> PersonView:
    """The page of this person; notes are numbered in the order in which a reader meets them."""
    publication = reader.publication
    dossier = publication.people[person]
    notes = Notes(reader)
    printer = EventPrinter(reader, notes)
    changed = publication.changed.get(person)
    of_cases = [
        entry
        for case in dossier.cases
        if case in publication.cases
        for entry in publication.cases[case].entries
        if entry.kind == "support"
    ]
    return PersonView(
        name=reader.name(person),
        portrait=portrait_view(dossier, printer, reader),
        names=names(dossier.entries, reader, notes),
        status=status_view(dossier.status, reader, notes),
        cases=_cases(dossier, page, reader, notes),
        note=publication.notes.get(person, ""),
        biography=story_view(person, reader),
        support=person_support(dossier, of_cases, printer, reader),
        about=about(dossier.entries, printer, reader),
        charges=records(dossier.entries, CHARGES, printer),
        rulings=records(dossier.entries, RULINGS, printer),
        computed=computed_views(dossier, reader),
        timeline=timeline(dossier.entries, printer),
        disputes=dispute_views(dossier.disputes, printer, reader),
        unknown=tuple(
            reader.wording.say(gap.say) for gap in dossier.gaps if gap.code in _PUBLIC_GAPS
        ),
        sections=sections(dossier.entries, printer, reader),
        also=see_also(dossier, page, reader),
        notes=notes.rows(),
        changed=reader.wording.day(changed) if changed else "",
        press=press_href(person, page, reader),
    )


def _cases(dossier: Dossier, page: str, reader: Reader, notes: Notes) -> tuple[CaseLink, ...]:
    links = []
    for case in (one for one in dossier.cases if one in reader.publication.cases):
        membership = [e for e in dossier.of_kind("membership") if e.case == case]
        roles = [v.choice for e in membership for v in e.values("role") if isinstance(v, Choice)]
        claims = [one for e in membership for one in e.claims]
        links.append(
            CaseLink(
                name=reader.case_name(case),
                href=reader.href(page, case),
                role=", ".join(reader.said(choice_name, "case-role", one) for one in roles),
                backing=notes.backing(claims) if roles else (),
            )
        )
    return tuple(links)
