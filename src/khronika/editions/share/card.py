"""What a card says: one person, in the shapes that networks show.

Invariants:

- The words of a charge are never on a card, nor anything that somebody is said to have done.
- A card says as of which day it is true, and carries its words as a text inside the file.
"""

from dataclasses import dataclass

from khronika.editions.paper.brief import Brief, brief, brief_reader
from khronika.editions.paper.sheet import Sheet, sheet_of
from khronika.editions.paper.way import way_to
from khronika.editions.paper.word import words
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the template prints."""

    sheet: Sheet
    kicker: str
    colon: str
    brief: Brief
    address: str


def card(person: SubjectId, reader: Reader, size: tuple[int, int]) -> Card:
    """The card of this person in this language and size, in pixels."""
    plain = brief_reader(reader)
    said = brief(person, plain)
    return Card(
        sheet=sheet_of(said.name, plain, size),
        kicker=reader.wording.gettext("Political persecution"),
        colon=words(reader.wording)["colon"],
        brief=said,
        address=way_to(person, plain),
    )


def in_words(made: Card) -> str:
    """Everything on the card as a text."""
    parts = (made.brief.in_words, made.address, made.sheet.house, made.sheet.as_of)
    return "\n".join(part for part in parts if part)
