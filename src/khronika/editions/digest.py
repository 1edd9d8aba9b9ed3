"""What a file depends on, as one hash, so that an unchanged file need not be rendered to be known.

Invariants:

- Equal digests promise equal bytes: a digest covers the program itself, with its templates, labels
  and translations, and every part of the publication that the file can print.
- A digest may change where the bytes do not; it never stays where they do.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from khronika.clearance.publication import Publication
from khronika.dossier.entry import Entry
from khronika.editions.count import counts
from khronika.schema.subject import SubjectId

_PARTS_OF_THE_PROGRAM = (".py", ".yaml", ".html", ".css", ".js", ".po")


def digest(*parts: object) -> str:
    """SHA-256 over the parts as they show themselves, framed so that none run together."""
    return hashlib.sha256(repr(parts).encode("utf-8")).hexdigest()


@cache
def program_digest() -> str:
    """A hash over everything of the program that can change a page."""
    found = hashlib.sha256()
    for name, file in sorted(_files(resources.files("khronika"), "")):
        data = file.read_bytes()
        found.update(f"{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def before_it(publication: Publication) -> str:
    """The digest of what the publication knows of issues: its own, those before it, the changes."""
    since = publication.since
    told = since and (
        (since.issue, since.people, since.cases, since.mistaken),
        (sorted(since.new), sorted(since.untold)),  # a set shows itself in any order
    )
    return digest(publication.issue, publication.issues, told)


class Dependencies:
    """What the pages of persons and cases depend on; each part is hashed once."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._shared = digest(program_digest(), publication.house, publication.languages)
        self._everything = ""
        self._people: dict[SubjectId, str] = {}
        self._cases: dict[SubjectId, str] = {}

    def everything(self) -> str:
        """The digest of a file that may print any part of the publication."""
        if not self._everything:
            publication = self._publication
            self._everything = digest(
                self._shared,
                (publication.use, publication.as_of, publication.state, counts(publication)),
                [self.person(one) for one in sorted(publication.people)],
                [self.case(one) for one in sorted(publication.cases)],
                [one for one in publication.prose if one.subject is None],
                (publication.issue, publication.issues),
            )
        return self._everything

    def person(self, person: SubjectId) -> str:
        """What a person's page prints: the dossier, its claims and sources, names of cases."""
        if person not in self._people:
            dossier = self._publication.people[person]
            known = (dossier.entries, dossier.status, dossier.disputes, dossier.gaps, dossier.cases)
            cases = [(case, *self._case_head(case)) for case in dossier.cases]
            self._people[person] = digest(
                self._shared, known, cases, *self._subject(person, dossier.entries)
            )
        return self._people[person]

    def case(self, case: SubjectId) -> str:
        """What a case's page prints: its own entries, and names and statuses of its people."""
        if case not in self._cases:
            file = self._publication.cases[case]
            people = [self._member(one) for one in file.people if one in self._publication.people]
            self._cases[case] = digest(
                self._shared, file, people, *self._subject(case, file.entries)
            )
        return self._cases[case]

    def _member(self, person: SubjectId) -> tuple[object, ...]:
        dossier = self._publication.people[person]
        return (
            self._publication.addresses.get(person),
            dossier.status,
            self._backing(dossier.entries),
        )

    def _case_head(self, case: SubjectId) -> tuple[object, ...]:
        file = self._publication.cases.get(case)
        entries = file.entries if file else ()
        return self._publication.addresses.get(case), entries, self._backing(entries)

    def _subject(self, subject: SubjectId, entries: Iterable[Entry]) -> tuple[object, ...]:
        publication = self._publication
        return (
            publication.addresses.get(subject),
            publication.changed.get(subject),
            publication.notes.get(subject),
            subject in publication.unindexed,
            [one for one in publication.prose if one.subject == subject],
            self._backing(entries),
        )

    def _backing(self, entries: Iterable[Entry]) -> list[object]:
        """The claims behind the entries, with their sources and the months they became known."""
        publication = self._publication
        found: list[object] = []
        for one in dict.fromkeys(claim for entry in entries for claim in entry.claims):
            source = publication.sources.get(publication.claims[one].passage.source)
            repeated = (
                publication.sources.get(source.repeats) if source and source.repeats else None
            )
            found.append(
                (one, publication.claims[one], publication.known.get(one), source, repeated)
            )
        return found


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from _files(item, name)
        elif item.name.endswith(_PARTS_OF_THE_PROGRAM):
            yield name, item
