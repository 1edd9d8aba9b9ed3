"""What posters say: one person to a page, and where to read more.

Invariants:

- The words of a charge and what somebody is said to have done are never on a poster.
- Every page says as of which day it is true.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khronika.editions.paper.brief import Brief, brief, brief_reader
from khronika.editions.paper.picture import picture_files
from khronika.editions.paper.qr import qr_code
from khronika.editions.paper.sheet import Sheet, sheet_of
from khronika.editions.paper.way import way_to
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Poster:
    """One page; `qr` names a picture, and is empty where there is no address to lead to."""

    brief: Brief
    address: str
    qr: str


@dataclass(frozen=True, slots=True)
class Posters:
    """Everything the template prints."""

    sheet: Sheet
    kicker: str
    appeal: str
    posters: tuple[Poster, ...]


def posters(
    people: Sequence[SubjectId], reader: Reader, size: tuple[int, int]
) -> tuple[Posters, Mapping[str, bytes]]:
    """The posters of these people in this order, and the pictures on them."""
    gettext = reader.wording.gettext
    plain = brief_reader(reader)
    made = [_poster(one, plain) for one in people]
    codes = {one.qr: qr_code(one.address) for one in made if one.qr}
    title = gettext("Posters") if len(made) > 1 else made[0].brief.name
    return (
        Posters(
            sheet=sheet_of(title, reader, size),
            kicker=gettext("Political persecution"),
            appeal=gettext("Write. Ask. Tell others."),
            posters=tuple(made),
        ),
        {**codes, **picture_files(people, reader)},
    )


def _poster(person: SubjectId, reader: Reader) -> Poster:
    address = way_to(person, reader)
    qr = f"qr-{reader.publication.addresses[person]}.svg" if address else ""
    return Poster(brief(person, reader), address, qr)
