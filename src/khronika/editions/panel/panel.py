"""What an exhibition panel shows of a person: name, story, the way so far, and a word of theirs.

Invariants:

- The words of a charge are on no panel. Every panel says as of which day it is true.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khronika.editions.event import EventPrinter, EventView
from khronika.editions.note import Notes
from khronika.editions.paper.brief import Brief, brief, brief_reader
from khronika.editions.paper.picture import picture_files
from khronika.editions.paper.qr import qr_code
from khronika.editions.paper.sheet import A2, Sheet, sheet_of
from khronika.editions.paper.story import Story, story
from khronika.editions.paper.way import way_to
from khronika.editions.paper.word import words
from khronika.editions.prose import TELLING
from khronika.editions.reader import Reader
from khronika.editions.section import CHARGES, timeline
from khronika.editions.spoken import spoken_words
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel; `spoken` is empty where nothing they said may stand on a wall."""

    brief: Brief
    story: Story
    happened: tuple[EventView, ...]
    spoken: str
    address: str
    qr: str


@dataclass(frozen=True, slots=True)
class Panels:
    """Everything the template prints."""

    sheet: Sheet
    words: Mapping[str, str]
    kicker: str
    panels: tuple[Panel, ...]


def panels(people: Sequence[SubjectId], reader: Reader) -> tuple[Panels, Mapping[str, bytes]]:
    """The panels of these people in this order, and the pictures on them."""
    reader = brief_reader(reader)
    gettext = reader.wording.gettext
    made = tuple(_panel(one, reader) for one in people)
    codes = {one.qr: qr_code(one.address) for one in made if one.qr}
    return (
        Panels(
            sheet=sheet_of(gettext("Exhibition panels"), reader, A2),
            words=words(reader.wording),
            kicker=gettext("Political persecution"),
            panels=made,
        ),
        {**codes, **picture_files(people, reader)},
    )


def _panel(person: SubjectId, reader: Reader) -> Panel:
    dossier = reader.publication.people[person]
    printer = EventPrinter(reader, Notes(reader))
    entries = [one for one in dossier.entries if one.kind not in CHARGES]
    address = way_to(person, reader)
    return Panel(
        brief=brief(person, reader),
        story=story(reader, person, *TELLING),
        happened=timeline(entries, printer),
        spoken=next(iter(sorted(spoken_words(person, reader), key=len)), ""),
        address=address,
        qr=f"qr-{reader.publication.addresses[person]}.svg" if address else "",
    )
