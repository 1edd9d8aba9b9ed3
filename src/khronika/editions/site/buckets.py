"""People's files in groups of a few dozen people, so that most need not be looked at.

Invariants:

- Who shares a group with whom follows from ids and from how many people there are, by powers of
  two: one person more moves nobody, but for the rare one with whom the number of groups doubles.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from zlib import crc32

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File, Group
from khronika.schema.subject import SubjectId

FULL = 64  # people; of twice as many a changed page costs more than most unchanged groups save
Make = Callable[[SubjectId], Iterator[File]]


def in_buckets(
    kind: str, publication: Publication, dependencies: Dependencies, make: Make
) -> Iterator[Group]:
    """The files of everybody who has a page; `kind` tells these groups from others of the site."""
    for name, people in buckets(publication).items():
        key = digest(kind, dependencies.together(people))
        yield Group(f"site/{kind}/{name}", key, partial(_files, people, make))


def buckets(publication: Publication) -> dict[str, list[SubjectId]]:
    """Everybody with a page, by the name of the group; groups and people are sorted."""
    people = [one for one in sorted(publication.people) if one in publication.addresses]
    many = 1 << (len(people) // FULL).bit_length()
    found: dict[str, list[SubjectId]] = defaultdict(list)
    for person in people:
        found[f"{many}/{crc32(person.encode()) % many}"].append(person)
    return dict(sorted(found.items()))


def _files(people: Sequence[SubjectId], make: Make) -> Iterator[File]:
    for person in people:
        yield from make(person)
