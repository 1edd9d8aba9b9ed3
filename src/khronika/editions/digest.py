"""What a file depends on, as one hash, so that an unchanged file need not be rendered to be known.

Invariants:

- Equal digests promise equal bytes of the file at one path: a digest covers the program itself,
  with its templates, labels and translations, and every part of the publication that the file can
  print.
- A digest may change where the bytes do not; it never stays where they do.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
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


def _of_lines(lines: Iterable[str]) -> str:
    """As `digest`, of many texts without line breaks: to show themselves would take them longer."""
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


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

    def together(self, people: Sequence[SubjectId]) -> str:
        """What the pages of these people print, told with less looking than `person` of each.

        It changes more often: with the day, and with any month in which the editors learned of a
        claim. Entries and claims are not looked into: `behind` tells of them and of their sources.
        """
        publication, more, headed = self._publication, self._with_more, self._headed
        dossiers = [publication.people[one] for one in people]
        heads = [headed.get(one.cases) or self._heads_of(one.cases) for one in dossiers]
        days = [day.toordinal() if day else 0 for day in map(publication.changed.get, people)]
        columns = (
            [one.behind for one in dossiers],
            [publication.addresses.get(one, "") for one in people],
            heads,
        )
        rare = [self._rare(publication.people[one]) for one in people if one in more]
        day = str(publication.as_of)
        return digest(self._shared, day, self._months, [*map(_of_lines, columns)], days, rare)

    def _heads_of(self, cases: tuple[SubjectId, ...]) -> str:
        """The cases with what a page of somebody in them says of each."""
        self._headed[cases] = " ".join(f"{one} {self._case_head(one)}" for one in cases)
        return self._headed[cases]

    def _rare(self, dossier: Dossier) -> tuple[object, ...]:
        """What few people's pages print."""
        addresses = self._publication.addresses
        joined = [(one, addresses.get(one)) for one in dossier.joined]
        return joined, self._beside(dossier.person), self._pictures(dossier)

    @cached_property
    def _with_more(self) -> frozenset[SubjectId | None]:
        """Who goes by several ids, or whom notes, texts, pictures or wishes of theirs are about."""
        publication = self._publication
        joined = {one for one, it in publication.people.items() if len(it.joined) > 1}
        pictured = {publication.claims[one].subject for one in publication.pictures}
        about = {*publication.notes, *publication.unindexed, *self._prose}
        return frozenset({*joined, *pictured, *about})

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
            told = (file.behind, self._learned(file.entries)) if file else ()
            self._heads[case] = digest(self._publication.addresses.get(case), told)
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

    def _learned(self, entries: Iterable[Entry]) -> list[tuple[ClaimId, str]]:
        """When the editors learned what of closed sources."""
        known = self._publication.known
        if not known:
            return []
        claims = {claim for one in entries for claim in one.claims}
        return [(one, str(known[one])) for one in sorted(claims & known.keys())]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from _files(item, name)
        elif item.name.endswith(_PARTS_OF_THE_PROGRAM):
            yield name, item
