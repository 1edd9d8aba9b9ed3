"""What the brochure says: of everybody what posters say, the beginning of their story, and help.

Invariants:

- Everybody with a page is in it, in the order of surnames; nobody is put with an organisation.
- The words of a charge are never in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.editions.advice import AdvicePart, advice_parts
from khronika.editions.event import EventPrinter
from khronika.editions.note import NoteRow, Notes
from khronika.editions.paper.brief import Brief, brief, brief_reader
from khronika.editions.paper.picture import picture_files
from khronika.editions.paper.qr import qr_code
from khronika.editions.paper.sheet import A5, Sheet, sheet_of
from khronika.editions.paper.story import Story, story
from khronika.editions.paper.support import support_of
from khronika.editions.paper.way import way_to
from khronika.editions.paper.word import words
from khronika.editions.prose import TELLING
from khronika.editions.reader import Reader
from khronika.editions.support import SupportView
from khronika.schema.subject import SubjectId
from khronika.values.sentence import N_

SUBTITLE = N_("A brochure: who they are, and what you can do")


@dataclass(frozen=True, slots=True)
class Short:
    """Somebody in short. `notes` say where it is said, once for all of it."""

    id: str
    brief: Brief
    story: Story
    support: SupportView
    notes: tuple[NoteRow, ...]
    qr: str


@dataclass(frozen=True, slots=True)
class Brochure:
    """Everything the template prints."""

    sheet: Sheet
    subtitle: str
    words: Mapping[str, str]
    contact: str
    foreword: Story
    people: tuple[Short, ...]
    advice: tuple[AdvicePart, ...]


def brochure(reader: Reader) -> tuple[Brochure, Mapping[str, bytes]]:
    """The brochure in this language, and the pictures in it."""
    plain = brief_reader(reader)
    people = [one for one in reader.names if one in reader.publication.addresses]
    shorts = tuple(_short(one, plain) for one in people)
    house = reader.publication.house
    made = Brochure(
        sheet=sheet_of(house.title.in_language(reader.language), reader, A5),
        subtitle=reader.wording.gettext(SUBTITLE),
        words=words(reader.wording),
        contact=house.contact,
        foreword=story(reader, None, "foreword", "about"),
        people=shorts,
        advice=advice_parts(reader),
    )
    codes = {one.qr: qr_code(way_to(who, reader)) for one, who in zip(shorts, people, strict=True)}
    drawn = {name: code for name, code in codes.items() if name}
    return made, {**drawn, **picture_files(people, plain)}


def _short(person: SubjectId, reader: Reader) -> Short:
    notes = Notes(reader)
    said = brief(person, reader, notes)
    address = reader.publication.addresses[person]
    return Short(
        id=f"person-{address}",
        brief=said,
        story=story(reader, person, *TELLING).beginning(),
        support=support_of(person, EventPrinter(reader, notes), reader),
        notes=notes.rows(),
        qr=f"qr-{address}.svg" if way_to(person, reader) else "",
    )
