"""The free slots as a file for partner groups.

Invariants:

- Only people whom the check before publishing lets out to partners are in it, under the name and
  by the facts that go out to them.
- Nobody of the group is named, and not who took a slot.
"""

from collections.abc import Iterator, Mapping

from khronika.casebook.proposing import propose
from khronika.casebook.publishing import Request
from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.parcels.reads import free_for, rows_by_person, rule_in_words
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier, Possible
from khronika.editions.data.sheet import to_csv
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use
from khronika.solidarity.parcels import ParcelKind
from khronika.values.sentence import N_

_HEADER = (N_("Name"), N_("Kind"), N_("Free slots"), N_("Rule"), N_("As of"))
_KINDS = {ParcelKind.PARCEL: N_("parcel"), ParcelKind.PACKET: N_("small packet")}


def free_for_partners(visit: Visit) -> bytes:
    """A table of everybody who can be sent something, one line for each kind."""
    casebook = visit.archive.casebook
    publication = propose(casebook, Request(use=Use.PARTNER), today=visit.today).publication
    reader = Reader(publication, visit.language)
    noted = rows_by_person()
    rows = [
        line
        for person in reader.names
        for line in _lines(person, reader, visit, rows=_rows(publication.people[person], noted))
    ]
    return to_csv([visit.wording.gettext(one) for one in _HEADER], rows)


def _rows(dossier: Dossier, noted: Mapping[str, list[Parcel]]) -> list[Parcel]:
    return [row for one in dossier.joined for row in noted.get(one, ())]


def _lines(
    person: SubjectId, reader: Reader, visit: Visit, *, rows: list[Parcel]
) -> Iterator[tuple[str, ...]]:
    dossier = reader.publication.people[person]
    if dossier.status.parcels is Possible.NO:
        return
    for kind in ParcelKind:
        found = free_for(dossier, kind, rows, on=visit.today)
        if found is not None and found[1].slots:
            quota, free = found
            left = visit.wording.gettext("any number") if free.left is None else str(free.left)
            yield (
                reader.name(person),
                visit.wording.gettext(_KINDS[kind]),
                left,
                rule_in_words(quota, visit.wording),
                visit.today.isoformat(),
            )
