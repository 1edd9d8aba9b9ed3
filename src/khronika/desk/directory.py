"""By what the people of a snapshot are found: their names, the keys of these, the order of lists.

Invariants:

- What is brought forward is what would be made anew, as long as whoever changed is named.
"""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from khronika.dossier.dossier import Dossier
from khronika.dossier.names import all_names
from khronika.editions.sorting import name_order
from khronika.identity.candidates import People, Person
from khronika.identity.search_key import fold_for_search
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.subject import SubjectId

Names = Mapping[SubjectId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Directory:
    """Every name everybody goes by, the same as words to search, and who a name could mean.

    `words` are, for each name, the keys of its words with a space before each.
    """

    names: Names
    words: Names
    likely: People

    def forward(self, changed: Collection[SubjectId], names: Names) -> "Directory":
        """The same once these changed; `names` are those of whoever of them is here now."""
        gone = [one for one in changed if one not in names]
        known = {str(one): Person(spelt) for one, spelt in names.items()}
        return Directory(
            _put(self.names, names, gone),
            _put(self.words, _words(names), gone),
            self.likely.forward({**dict.fromkeys(map(str, gone)), **known}),
        )


def directory(names: Names) -> Directory:
    """The directory of these people."""
    known = {str(one): Person(spelt) for one, spelt in names.items()}
    return Directory(names, _words(names), People(known))


def names_of(people: Mapping[SubjectId, Dossier], claims: Mapping[ClaimId, Claim]) -> Names:
    """Every name these people go by."""
    return {
        person: tuple(text for text, _ in all_names(dossier, claims))
        for person, dossier in people.items()
    }


def _words(names: Names) -> Names:
    return {
        person: tuple(f" {fold_for_search(name)}" for name in spelt)
        for person, spelt in names.items()
    }


def _put(before: Names, new: Names, gone: Iterable[SubjectId]) -> Names:
    found = {**before, **new}
    for one in gone:
        found.pop(one, None)
    return found if new.keys() <= before.keys() else dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class InOrder:
    """Printed names in the order of lists: each with what it is sorted by and whose it is."""

    rows: tuple[tuple[tuple[str, str, str], SubjectId, str], ...] = ()

    def forward(self, changed: Collection[SubjectId], named: Mapping[SubjectId, str]) -> "InOrder":
        """The same once these changed; `named` are those of them that are here now."""
        rows = [row for row in self.rows if row[1] not in changed]
        for one, name in named.items():
            insort(rows, (name_order(name), one, name))
        return InOrder(tuple(rows))

    def names(self) -> dict[SubjectId, str]:
        """The names in their order."""
        return {one: name for _, one, name in self.rows}


def in_order(named: Mapping[SubjectId, str]) -> InOrder:
    """These names in the order of lists."""
    return InOrder(tuple(sorted((name_order(name), one, name) for one, name in named.items())))
