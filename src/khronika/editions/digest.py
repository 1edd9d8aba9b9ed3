"""What a file depends on, as one hash, so that an unchanged file need not be rendered to be known.

Invariants:

- Equal digests promise equal bytes of the file at one path: a digest covers the program itself,
  with its templates, labels and translations, and every part of the publication that the file can
  print.
- A digest may change where the bytes do not; it never stays where they do.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable

from khronika.clearance.publication import Prose, Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.editions.count import counts
from khronika.editions.site.computed import turns_by_itself
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId

_PARTS_OF_THE_PROGRAM = (
    ".py", ".yaml", ".html", ".css", ".js", ".po", ".typ", ".ttf", ".xhtml", ".opf",
)  # fmt: skip


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


def all_told(publication: Publication) -> tuple[object, ...]:
    """What stands in books and on pages around, and on no person's: days to come, figures."""
    return (
        sorted(publication.claims),
        sorted(publication.known.items()),
        sorted(publication.sources.items()),
        sorted(publication.addresses.items()),
        sorted(publication.changed.items()),
        sorted(publication.unindexed),
        [(one, dossier.ahead) for one, dossier in sorted(publication.people.items())],
        publication.prose,
        before_it(publication),
    )


class Dependencies:
    """What the pages of persons and cases depend on; each part is hashed once."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        labels = sorted((text, sorted(said.items())) for text, said in publication.labels.items())
        self._shared = digest(program_digest(), publication.house, publication.languages, labels)
        self._everything = ""
        self._people: dict[SubjectId, str] = {}
        self._cases: dict[SubjectId, str] = {}
        self._dossiers: dict[SubjectId, str] = {}
        self._heads: dict[SubjectId, str] = {}
        self._headed: dict[tuple[SubjectId, ...], str] = {}
        self._sources: dict[SubjectId, str] = {}
        self._prose: dict[SubjectId | None, list[Prose]] = {}
        for text in publication.prose:
            self._prose.setdefault(text.subject, []).append(text)

    def everything(self) -> str:
        """The digest of a file that may print any part of the publication."""
        if not self._everything:
            publication = self._publication
            self._everything = digest(
                self._shared,
                (publication.use, publication.as_of, publication.state, counts(publication)),
                [self.person(one) for one in sorted(publication.people)],
                [self.case(one) for one in sorted(publication.cases)],
                self._prose.get(None, ()),
                (publication.issue, publication.issues),
            )
        return self._everything

    def person(self, person: SubjectId) -> str:
        """What a person's page prints: the dossier, its claims and sources, names of cases."""
        if person not in self._people:
            dossier = self._publication.people[person]
            cases = [(one, self._case_head(one)) for one in dossier.cases]
            self._people[person] = digest(
                self._shared,
                self._dossier(person),
                cases,
                self._beside(person),
                self._pictures(dossier),
                str(dossier.as_of) if turns_by_itself(dossier) else "",
            )
        return self._people[person]

    def together(self, people: Iterable[SubjectId]) -> str:
        """What the pages of these people print, told with less looking than `person` of each.

        It changes more often: with the day, and with any month in which the editors learned of a
        claim. Entries and claims are not looked into: `behind` tells of them and of their sources.
        """
        publication = self._publication
        folded, addresses, changed = publication.people, publication.addresses, publication.changed
        is_rare, many = self._with_more, bool(publication.pictures)
        rows: list[str] = []
        for person in people:
            dossier, day = folded[person], changed.get(person)
            told = f"{day and day.toordinal()} {self._heads_of(dossier.cases)}"
            rows.append(f"{person} {dossier.behind} {addresses.get(person)} {told}")
            if many or person in is_rare or len(dossier.joined) > 1:
                rows.append(digest(self._rare(person, dossier)))
        return digest(self._shared, str(publication.as_of), self._months, "\n".join(rows))

    def _heads_of(self, cases: tuple[SubjectId, ...]) -> str:
        """The cases with what a page of somebody in them says of each."""
        if cases not in self._headed:
            self._headed[cases] = " ".join(f"{one} {self._case_head(one)}" for one in cases)
        return self._headed[cases]

    def _rare(self, person: SubjectId, dossier: Dossier) -> tuple[object, ...]:
        """What few people's pages print."""
        addresses = self._publication.addresses
        joined = [(one, addresses.get(one)) for one in dossier.joined]
        return joined, self._beside(person), self._pictures(dossier)

    @cached_property
    def _with_more(self) -> frozenset[SubjectId | None]:
        """Whom notes, texts, and wishes to search engines are about."""
        publication = self._publication
        return frozenset({*publication.notes, *publication.unindexed, *self._prose})

    @cached_property
    def _months(self) -> str:
        """When the editors learned what of closed sources."""
        return digest([(one, str(day)) for one, day in sorted(self._publication.known.items())])

    def case(self, case: SubjectId) -> str:
        """What a case's page prints: its own entries, and names and statuses of its people."""
        if case not in self._cases:
            publication = self._publication
            people = [
                (one, publication.addresses.get(one), self._dossier(one))
                for one in publication.cases[case].people
                if one in publication.people
            ]
            self._cases[case] = digest(
                self._shared, self._case_head(case), people, self._beside(case)
            )
        return self._cases[case]

    def _dossier(self, person: SubjectId) -> str:
        """What was folded about the person, and the sources it stands in."""
        if person not in self._dossiers:
            one = self._publication.people[person]
            self._dossiers[person] = digest(one.behind, self._learned(one.entries))
        return self._dossiers[person]

    def _pictures(self, dossier: Dossier) -> list[tuple[str, str]]:
        found = self._publication.pictures
        if not found:
            return []
        claims = [claim for entry in dossier.of_kind("portrait") for claim in entry.claims]
        return [(one, found[one].digest) for one in claims if one in found]

    def _case_head(self, case: SubjectId) -> str:
        if case not in self._heads:
            file = self._publication.cases.get(case)
            entries = self._entries(file.entries) if file else ()
            disputes = [(one.entry, one.kind, one.field) for one in file.disputes] if file else []
            self._heads[case] = digest(self._publication.addresses.get(case), disputes, entries)
        return self._heads[case]

    def _beside(self, subject: SubjectId) -> tuple[object, ...]:
        publication = self._publication
        return (
            publication.addresses.get(subject),
            publication.changed.get(subject),
            publication.notes.get(subject),
            subject in publication.unindexed,
            self._prose.get(subject, ()),
        )

    def _entries(self, entries: Iterable[Entry]) -> list[object]:
        """The entries by the ids of their claims, and the sources these stand in.

        An id covers all that its claim says and where, so values need not be looked at: which of
        them stand follows from the claims, the preferences, and what is withheld or disputed.
        """
        entries = tuple(entries)
        rows: list[object] = [
            (one.key, one.case, one.claims, one.denied_by, one.may_be, one.settled_by, _states(one))
            for one in entries
        ]
        return [*rows, self._notes(entries)]

    def _notes(self, entries: Iterable[Entry]) -> list[object]:
        """The sources that entries stand in, and when the editors learned what of closed ones."""
        entries, claims = tuple(entries), self._publication.claims
        sources = {claims[claim].passage.source for one in entries for claim in one.claims}
        return [*(self._source(one) for one in sorted(sources)), *self._learned(entries)]

    def _learned(self, entries: Iterable[Entry]) -> list[tuple[ClaimId, str]]:
        """When the editors learned what of closed sources."""
        known = self._publication.known
        if not known:
            return []
        claims = {claim for one in entries for claim in one.claims}
        return [(one, str(known[one])) for one in sorted(claims & known.keys())]

    def _source(self, source: SubjectId) -> str:
        if source not in self._sources:
            described = self._publication.sources.get(source)
            repeats = described and described.repeats
            repeated = self._publication.sources.get(repeats) if repeats else None
            self._sources[source] = digest(source, described, repeated)
        return self._sources[source]


def _states(entry: Entry) -> list[tuple[str, str]]:
    return [(name, state.standing.value) for name, state in entry.fields.items()]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from _files(item, name)
        elif item.name.endswith(_PARTS_OF_THE_PROGRAM):
            yield name, item
