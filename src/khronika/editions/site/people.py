"""The list of people, under the letters of their surnames."""

from dataclasses import dataclass
from itertools import groupby

from khronika.editions.facet import Indexes
from khronika.editions.listed import Listed, listed
from khronika.editions.path import FILTER, LISTS, link, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.filter import Choose, choices_of, marks_of
from khronika.editions.sorting import first_letter

MANY = 30  # below this many people an index of letters is longer than the list it leads through


@dataclass(frozen=True, slots=True)
class Marked:
    """One line of the list, with the values by which it can be narrowed."""

    person: Listed
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The people whose surname begins with one letter."""

    id: str
    letter: str
    people: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everything the list of people prints; `letters` is empty for a short list."""

    groups: tuple[Letter, ...]
    letters: tuple[Letter, ...]
    choices: tuple[Choose, ...]
    lists: str
    script: str


def people_view(page: str, reader: Reader, indexes: Indexes) -> PeopleView:
    """Everybody with a page, in the order of surnames."""
    groups = tuple(
        Letter(
            id=f"letter-{number}",
            letter=letter,
            people=tuple(
                Marked(listed(one, page, reader), marks_of(one, indexes)) for one in people
            ),
        )
        for number, (letter, people) in enumerate(
            groupby(reader.names, key=lambda one: first_letter(reader.names[one])), start=1
        )
    )
    return PeopleView(
        groups=groups,
        letters=groups if len(reader.names) > MANY else (),
        choices=choices_of(indexes, reader),
        lists=link(page, page_path(reader.language, LISTS)),
        script=link(page, FILTER),
    )
