"""The public address of a person or case: what stands in the URL of its page.

Invariants:

- Before the first release it is the slug; the first release that holds the subject fixes it.
- An address that was ever released leads to the same subject or nowhere, never to another.
- Where two persons turned out to be one, the page keeps a released address, the canonical id's own
  before others, and the other addresses stand beside it, to be made redirects.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from khronika.casebook.released import Release
from khronika.clearance.publication import Publication
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of

# Names that a folder or page may not have: Windows keeps them for devices, a site for its lists.
KEPT = frozenset({"con", "prn", "aux", "nul", "index"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}


def public_addresses(
    publication: Publication, releases: Sequence[Release], *, home: str
) -> dict[SubjectId, str]:
    """The address of every person and case with a page, and of every id that leads to one.

    `home` is the id of the casebook, whose own subjects have the first right to their slugs.
    """
    joined = {one: dossier.joined for one, dossier in publication.people.items()}
    joined |= {one: (one,) for one in publication.cases}
    book = _AddressBook(_fixed(releases))
    for subject in sorted(joined, key=lambda one: _right(book, joined[one], one, home)):
        book.give(subject, joined[subject])
    return dict(sorted(book.given.items()))


def _right(
    book: "_AddressBook", joined: Sequence[SubjectId], subject: SubjectId, home: str
) -> tuple[bool, bool, SubjectId]:
    """Who chooses an address first: the released, then the casebook's own, then by id."""
    return not book.released(subject, joined), not subject.startswith(f"{home}/"), subject


class _AddressBook:
    """Gives addresses one by one; `fixed` are the released ones in the order of release."""

    def __init__(self, fixed: Mapping[SubjectId, str]) -> None:
        self.given: dict[SubjectId, str] = {}
        self._fixed = fixed
        self._rank = {subject: rank for rank, subject in enumerate(fixed)}
        self._taken = {(kind_of(one), address) for one, address in fixed.items()}

    def released(self, subject: SubjectId, joined: Iterable[SubjectId]) -> str:
        """The subject's released address, else the first of those it joined; empty for none."""
        if subject in self._fixed:
            return self._fixed[subject]
        ranked = sorted((self._rank[one], one) for one in joined if one in self._rank)
        return self._fixed[ranked[0][1]] if ranked else ""

    def give(self, subject: SubjectId, joined: Sequence[SubjectId]) -> None:
        """Give the subject its address, and keep the released ones of the ids it joined."""
        kind = kind_of(subject)
        address = self.released(subject, joined)
        if not address:
            address = next(name for name in _names(subject) if self._is_free(kind, name))
        self._taken.add((kind, address))
        self.given[subject] = address
        for one in joined:
            if self._fixed.get(one, address) != address:
                self.given[one] = self._fixed[one]

    def _is_free(self, kind: SubjectKind, name: str) -> bool:
        return name not in KEPT and (kind, name) not in self._taken


def _names(subject: SubjectId) -> Iterator[str]:
    """What the subject may be called: its slug, then with the casebook, then numbered."""
    slug, casebook = slug_of(subject), subject.split("/")[0]
    yield slug
    yield f"{slug}-{casebook}"
    yield from (f"{slug}-{casebook}-{number}" for number in count(2))


def _fixed(releases: Sequence[Release]) -> dict[SubjectId, str]:
    """The address first released for each id; each address belongs to the id that had it first."""
    fixed: dict[SubjectId, str] = {}
    owned: set[tuple[str, str]] = set()
    for release in releases:
        for subject, address in sorted(release.addresses.items()):
            if subject not in fixed and (kind_of(subject), address) not in owned:
                fixed[subject] = address
                owned.add((kind_of(subject), address))
    return fixed
