"""The calendar as an edition: one for everybody, one for each person and each case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from khronika.clearance.publication import Publication
from khronika.editions.calendar.event import Event, events
from khronika.editions.calendar.ical import ical
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use

FOLDER = "calendar"

Found = Callable[[], list[Event]]


@dataclass(frozen=True, slots=True)
class CalendarEdition:
    """Birthdays, hearings, ends of orders, anniversaries, days of the year, in every language."""

    name: str = "calendar"
    uses: frozenset[Use] = frozenset({Use.PUBLIC, Use.LETTERS, Use.PARTNER})

    def files(self, publication: Publication) -> Iterator[File]:
        """By language: the whole calendar, then cases, then people."""
        everything = Dependencies(publication).everything()
        for language in publication.languages:
            reader = Reader(publication, language)
            found = cache(partial(events, reader))
            for path, people, name in _calendars(reader):
                made = partial(_file, reader, found, people, name)
                yield File(f"{FOLDER}/{language}/{path}", made, digest(everything, path, language))


def _calendars(reader: Reader) -> Iterator[tuple[str, frozenset[SubjectId] | None, str]]:
    """Each calendar's file, the people in it (None: everybody, and the days of all), its name."""
    publication = reader.publication
    yield "calendar.ics", None, publication.house.title.in_language(reader.language)
    for case, name in reader.case_names.items():
        if case in publication.addresses:
            people = frozenset(publication.cases[case].people)
            yield f"cases/calendar-{publication.addresses[case]}.ics", people, name
    for person, name in reader.names.items():
        if person in publication.addresses and person not in publication.unindexed:
            file = f"people/calendar-{publication.addresses[person]}.ics"
            yield file, frozenset({person}), name


def _file(reader: Reader, found: Found, people: frozenset[SubjectId] | None, name: str) -> bytes:
    chosen = [one for one in found() if people is None or one.person in people]
    return ical(chosen, name=name, language=reader.language, as_of=reader.publication.as_of)
