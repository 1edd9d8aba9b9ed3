"""In which order people and cases stand in a book.

Invariants:

- Everybody with a page stands in it exactly once: under the first of their cases that has a page,
  or in one of the two chapters for those without.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from khronika.editions.paper.prosecution import has_criminal_case
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Order:
    """Cases with those who stand under them; then people of no such case, and of none at all."""

    cases: tuple[tuple[SubjectId, tuple[SubjectId, ...]], ...]
    alone: tuple[SubjectId, ...]
    without: tuple[SubjectId, ...]

    @property
    def people(self) -> tuple[SubjectId, ...]:
        """Everybody, in the order of the book."""
        of_cases = [one for _, people in self.cases for one in people]
        return (*of_cases, *self.alone, *self.without)


def order(reader: Reader) -> Order:
    """The order in this language: cases by name, people by surname."""
    publication = reader.publication
    people = [one for one in reader.names if one in publication.addresses]
    accused = [one for one in people if has_criminal_case(publication.people[one])]
    home = {one: _home(one, reader) for one in accused}
    cases = tuple(
        (case, tuple(one for one in accused if home[one] == case))
        for case in reader.case_names
        if case in publication.addresses
    )
    return Order(
        cases=tuple(row for row in cases if row[1] or _has_people(row[0], people, reader)),
        alone=tuple(one for one in accused if home[one] is None),
        without=tuple(one for one in people if one not in home),
    )


def _home(person: SubjectId, reader: Reader) -> SubjectId | None:
    publication = reader.publication
    cases = publication.people[person].cases
    found = [one for one in cases if one in publication.cases and one in publication.addresses]
    return found[0] if found else None


def _has_people(case: SubjectId, people: Sequence[SubjectId], reader: Reader) -> bool:
    return any(one in people for one in reader.publication.cases[case].people)
