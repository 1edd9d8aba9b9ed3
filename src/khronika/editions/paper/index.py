"""The indexes of a book: who and what stands on which page.

Invariants:

- Everybody with an entry is in the index of people. No index puts people together by organisation.
- An index of places or articles leads to entries; in print it names pages and nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.editions.facet import NOT_RECORDED, FacetName, Indexes
from khronika.editions.heading import heading_label, in_order
from khronika.editions.paper.entry import place_of
from khronika.editions.paper.letters import cut_short
from khronika.editions.paper.order import Order
from khronika.editions.reader import Reader
from khronika.editions.sorting import first_letter
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One line: what is looked up, and the places of the entries it leads to."""

    text: str
    places: tuple[str, ...]
    letter: str = ""


def people_index(order: Order, reader: Reader) -> tuple[IndexRow, ...]:
    """Everybody with an entry by surname, and the cases their names stand in."""
    publication = reader.publication
    rows = []
    for person, name in ((one, reader.names[one]) for one in reader.names if one in order.people):
        cases = [one for one, _ in order.cases if person in publication.cases[one].people]
        places = (place_of(person, reader), *(place_of(one, reader) for one in cases))
        rows.append(IndexRow(_by_surname(cut_short(name)), places, first_letter(name)))
    return tuple(rows)


def facet_index(name: FacetName, reader: Reader, indexes: Indexes) -> tuple[IndexRow, ...]:
    """The headings of a facet with the entries that stand under them."""
    people = {
        heading: of_heading
        for facet in indexes.facets
        if facet.name is name
        for heading, of_heading in facet.people.items()
    }
    return tuple(
        IndexRow(heading_label(one, reader), _places(people[one], reader))
        for one in in_order(people, reader)
        if one.slug != NOT_RECORDED and one.meaning is not None
    )


def _places(people: Mapping[SubjectId, bool], reader: Reader) -> tuple[str, ...]:
    return tuple(place_of(one, reader) for one in reader.names if one in people)


def _by_surname(name: str) -> str:
    """The name as indexes have it: the surname, which editions print last, first."""
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if given else family
