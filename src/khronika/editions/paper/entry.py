"""A person and a case as a book prints them: everything their pages say, with the same notes.

Invariants:

- Every printed fact carries the number of a note, and the entry has every note.
- Fields are declared and filled in the order in which they are printed, so notes number in it.
- A person stands once in a book, under the first of their cases; elsewhere stands the page.
"""

from dataclasses import dataclass

from khronika.dossier.dossier import Dossier
from khronika.editions.dispute import DisputeView, dispute_views
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.listed import StatusView, status_view
from khronika.editions.naming import NameView, names
from khronika.editions.note import NoteRow, Notes
from khronika.editions.paper.letters import cut_short
from khronika.editions.paper.picture import Picture, picture_of
from khronika.editions.paper.story import Story, story
from khronika.editions.paper.support import support_of
from khronika.editions.paper.way import way_to
from khronika.editions.prose import TELLING
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
from khronika.editions.support import SupportView, case_support
from khronika.schema.subject import SubjectId

PUBLIC_GAPS = frozenset({"hearing-without-outcome", "no-word-of-appeal", "order-over"})


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Everything a book prints of a person; `id` names the place of the entry in the book."""

    id: str
    name: str
    names: tuple[NameView, ...]
    status: StatusView
    about: tuple[AboutRow, ...]
    note: str
    picture: Picture | None
    story: Story
    support: SupportView
    charges: tuple[EventView, ...]
    rulings: tuple[EventView, ...]
    timeline: tuple[EventView, ...]
    disputes: tuple[DisputeView, ...]
    unknown: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[NoteRow, ...]
    changed: str
    address: str
    qr: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody whose entry stands in another place of the book."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A case with the people whose entries stand under it, and those who stand elsewhere."""

    id: str
    name: str
    names: tuple[NameView, ...]
    story: Story
    support: SupportView
    timeline: tuple[EventView, ...]
    disputes: tuple[DisputeView, ...]
    sections: tuple[Section, ...]
    notes: tuple[NoteRow, ...]
    people: tuple[PersonEntry, ...]
    elsewhere: tuple[Elsewhere, ...]


def person_entry(person: SubjectId, reader: Reader) -> PersonEntry:
    """The entry of this person; notes are numbered in the order in which a reader meets them."""
    publication = reader.publication
    dossier = publication.people[person]
    notes = Notes(reader)
    printer = EventPrinter(reader, notes)
    changed = publication.changed.get(person)
    address = way_to(person, reader)
    return PersonEntry(
        id=place_of(person, reader),
        name=cut_short(reader.names[person]),
        names=names(dossier.entries, reader, notes),
        status=status_view(dossier.status, reader, notes),
        about=about(dossier.entries, printer, reader),
        note=publication.notes.get(person, ""),
        picture=picture_of(person, reader),
        story=story(reader, person, *TELLING),
        support=support_of(person, printer, reader),
        charges=records(dossier.entries, CHARGES, printer),
        rulings=records(dossier.entries, RULINGS, printer),
        timeline=timeline(dossier.entries, printer),
        disputes=dispute_views(dossier.disputes, printer, reader),
        unknown=_unknown(dossier, reader),
        sections=sections(dossier.entries, printer, reader),
        notes=notes.rows(),
        changed=reader.wording.day(changed) if changed else "",
        address=address,
        qr=f"qr-{publication.addresses[person]}.svg" if address else "",
    )


def case_entry(case: SubjectId, people: tuple[SubjectId, ...], reader: Reader) -> CaseEntry:
    """The entry of this case, with those of these people below it."""
    file = reader.publication.cases[case]
    notes = Notes(reader)
    printer = EventPrinter(reader, notes)
    elsewhere = [one for one in reader.with_pages(file.people) if one not in people]
    return CaseEntry(
        id=place_of(case, reader),
        name=cut_short(reader.case_names[case]),
        names=names(file.entries, reader, notes),
        story=story(reader, case, *TELLING),
        support=case_support(file.entries, printer),
        timeline=timeline(file.entries, printer),
        disputes=dispute_views(file.disputes, printer, reader),
        sections=sections(file.entries, printer, reader),
        notes=notes.rows(),
        people=tuple(person_entry(one, reader) for one in people),
        elsewhere=tuple(
            Elsewhere(place_of(one, reader), cut_short(reader.names[one])) for one in elsewhere
        ),
    )


def place_of(subject: SubjectId, reader: Reader) -> str:
    """What the entry is called inside the file: no two of a book are alike."""
    kind = "person" if subject in reader.publication.people else "case"
    return f"{kind}-{reader.publication.addresses[subject]}"


def _unknown(dossier: Dossier, reader: Reader) -> tuple[str, ...]:
    return tuple(reader.wording.say(gap.say) for gap in dossier.gaps if gap.code in PUBLIC_GAPS)
