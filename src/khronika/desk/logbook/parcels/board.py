"""Everybody who can be sent something, and what is on its way, on one page."""

from dataclasses import dataclass

from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.parcels.reads import free_for, left_in_words, rows_by_person
from khronika.desk.logbook.subject import named
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Possible
from khronika.schema.subject import SubjectId, slug_of
from khronika.solidarity.parcels import ParcelKind

SHOWN = 60  # people on the page; the file has them all


@dataclass(frozen=True, slots=True)
class Line:
    """A person and what is left for them, or what is on its way to them."""

    slug: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Board:
    """Who can be sent something, how many more than are shown, and what is on its way."""

    free: tuple[Line, ...]
    more: int
    on_the_way: tuple[tuple[Line, str], ...]


def board(visit: Visit) -> Board:
    """The page's rows, in the order of names; those of parcels the oldest first."""
    people, noted = visit.snapshot.people, rows_by_person()
    able = [one for one in visit.reader.names if people[one].status.parcels is Possible.YES]
    free: list[Line] = []
    for person in able[:SHOWN]:
        rows = [row for one in people[person].joined for row in noted.get(one, ())]
        if found := free_for(people[person], ParcelKind.PARCEL, rows, on=visit.today):
            said = left_in_words(*found, visit.wording)
            free.append(Line(slug_of(person), visit.reader.name(person), said))
    moving = Parcel.objects.filter(state__in=[Parcel.State.RESERVED, Parcel.State.SENT])
    on_the_way = tuple((_line(one, visit), one.state) for one in moving.order_by("reserved", "pk"))
    return Board(tuple(free), max(0, len(able) - SHOWN), on_the_way)


def _line(parcel: Parcel, visit: Visit) -> Line:
    slug, name = named(SubjectId(parcel.person), visit)
    return Line(slug, name, visit.wording.day(parcel.sent or parcel.reserved))
