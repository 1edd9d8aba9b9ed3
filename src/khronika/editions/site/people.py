"""The list of people, under the letters of their surnames."""

from dataclasses import dataclass
from itertools import groupby

from khronika.editions.site.listed import Listed, listed
from khronika.editions.site.reader import Reader
from khronika.editions.site.sorting import first_letter

MANY = 30  # below this many people an index of letters is longer than the list it leads through


@dataclass(frozen=True, slots=True)
class Letter:
    """The people whose surname begins with one letter."""

    id: str
    letter: str
    people: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everything the list of people prints; `letters` is empty for a short list."""

    groups: tuple[Letter, ...]
    letters: tuple[Letter, ...]


def people_view(page: str, reader: Reader) -> PeopleView:
    """Everybody with a page, in the order of surnames."""
    groups = tuple(
        Letter(f"letter-{number}", letter, tuple(listed(one, page, reader) for one in people))
        for number, (letter, people) in enumerate(
            groupby(reader.names, key=lambda one: first_letter(reader.names[one])), start=1
        )
    )
    return PeopleView(groups, groups if len(reader.names) > MANY else ())
