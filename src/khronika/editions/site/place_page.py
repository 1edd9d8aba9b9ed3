"""The page of one place: who was arrested, held or tried there, and by which facts."""

from collections.abc import Mapping

from khronika.editions.facet import Heading, Indexes
from khronika.editions.heading import heading_title
from khronika.editions.note import Notes
from khronika.editions.path import Link, facility_page, link, page_path
from khronika.editions.place import places_of, stands_in
from khronika.editions.reader import Reader
from khronika.editions.site.facility import facilities, facility_label
from khronika.editions.site.listing import Head, ListView, count_line, one_group, up
from khronika.editions.site.reason import Reasons
from khronika.schema.subject import SubjectId


def place_view(
    heading: Heading,
    people: Mapping[SubjectId, bool],
    *,
    page: str,
    indexes: Indexes,
    reader: Reader,
) -> ListView:
    """The page of a place: who was arrested, held or tried there, by which facts."""
    notes = Notes(reader)
    say = Reasons(reader, notes)
    reasons = {
        person: tuple(
            say.of_value(one.entry, one.field, one.value, claims=one.claims, disputed=one.disputed)
            for one in places_of(reader.publication.people[person], indexes.own_places)
            if one.key == heading.meaning
        )
        for person in reader.with_pages(people)
    }
    lines = (
        reader.wording.gettext(
            "People who were arrested here, held in an institution here, or tried by a court that "
            "sits here, as far as sources say. Homes are never listed."
        ),
    )
    return ListView(
        title=heading_title(heading, reader),
        count=count_line(people, indexes, reader),
        head=Head(lines=lines, links=_facilities(heading.slug, page, indexes, reader)),
        groups=(one_group(people, page, reader, reasons),),
        up=up(page, reader),
        notes=notes.rows(),
    )


def _facilities(key: str, page: str, indexes: Indexes, reader: Reader) -> tuple[Link, ...]:
    """The places of detention here that have a page."""
    return tuple(
        Link(
            facility_label(one, reader).text,
            link(page, page_path(reader.language, facility_page(one))),
        )
        for one in facilities(indexes)
        if key in stands_in("facility", one)
    )
