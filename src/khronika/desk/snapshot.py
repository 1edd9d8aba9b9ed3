"""What one reader may see of the record on a day: folded once, printed by every page.

Invariants:

- A support group sees the people of its case, and of them what is public and nothing else: what
  is held back is gone before anything is folded, counted or searched.
- Nothing here is written anywhere. What is brought forward is what would be made anew.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from khronika.casebook.reading import Reading
from khronika.casebook.settings import Settings
from khronika.clearance.publication import House, Publication
from khronika.desk.directory import Directory, InOrder, Names, directory, in_order, names_of
from khronika.desk.narrowing import narrowed
from khronika.dossier.dossier import CaseFile, Dossier
from khronika.dossier.fold import Folded
from khronika.dossier.names import case_name, person_name
from khronika.dossier.refold import Kept, Refolded
from khronika.editions.reader import Reader
from khronika.ledger.in_force import InForce
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Use

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class _Sources:
    """The sources as they are described, and as the team sees them: each may be named."""

    described: Mapping[SubjectId, Source]
    opened: Mapping[SubjectId, Source]


@dataclass(frozen=True)
class Snapshot:
    """The record as one kind of reader sees it. `case` is set for a support group."""

    kept: Kept
    settings: Settings
    case: str = ""

    @property
    def in_force(self) -> InForce:
        """The whole record; what of it a support group may see is in `reading`."""
        return self.kept.in_force

    @property
    def as_of(self) -> date:
        """The day of the snapshot."""
        return self.kept.as_of

    @cached_property
    def reading(self) -> Reading:
        """The material, as far as this reader may see it."""
        kept = self.kept
        return Reading(narrowed(kept, self.case) if self.case else kept.material, kept.as_of)

    @cached_property
    def folded(self) -> Folded:
        """Everybody this reader may see."""
        return self.reading.fold() if self.case else self.kept.folded

    @property
    def people(self) -> Mapping[SubjectId, Dossier]:
        """The dossiers by canonical id."""
        return self.folded.people

    @property
    def names(self) -> Names:
        """Every name everybody here goes by."""
        return self.directory.names

    @cached_property
    def directory(self) -> Directory:
        """By what everybody here is found."""
        return directory(names_of(self.people, self.reading.material.claims))

    def reader(self, language: str) -> Reader:
        """The same, as one language prints it."""
        if language not in self._readers:
            people, cases = self._ordered(language)
            reader = Reader(self._publication, language)
            vars(reader).update(names=people.names(), case_names=cases.names())
            self._readers[language] = reader
        return self._readers[language]

    def find(self, slug: str) -> SubjectId | None:
        """The person or case of this slug, by whatever id; None where this reader sees none."""
        return self._by_slug.get(slug)

    def of_each(self, make: Callable[[Dossier], _Made]) -> Mapping[SubjectId, _Made]:
        """What `make` makes of each dossier here, and of nothing else; in no order."""
        if make not in self._made:
            self._made[make] = {one: make(dossier) for one, dossier in self.people.items()}
        return self._made[make]

    def forward(self, changed: Refolded) -> "Snapshot":
        """The team's snapshot once these changed, with all that was asked of it before."""
        now = Snapshot(changed.kept, self.settings)
        people, cases = _among(changed, now.folded.people), _among(changed, now.folded.cases)
        if "directory" in vars(self):
            names = names_of(people, now.reading.material.claims)
            vars(now)["directory"] = self.directory.forward(changed.changed, names)
        if "_by_slug" in vars(self) and self._ids(changed) == now._ids(changed):
            vars(now)["_by_slug"] = self._by_slug
        if "_sources" in vars(self):
            vars(now)["_sources"] = _opened(now.reading.material.sources, self._sources)
        for make, rows in tuple(self._made.items()):
            stay = {one: row for one, row in rows.items() if one in now.people}
            now._made[make] = stay | {one: make(dossier) for one, dossier in people.items()}
        for language, (ours, theirs) in tuple(self._orders.items()):
            now._orders[language] = (
                ours.forward(changed.changed, now._printed(people, language)),
                theirs.forward(changed.changed, now._printed_cases(cases, language)),
            )
        return now

    def with_what_is_known(self, before: "Snapshot") -> "Snapshot":
        """The same, with the answers of an earlier snapshot where both read the same."""
        if before.reading == self.reading:
            answers = {one: vars(before)[one] for one in _ANSWERS if one in vars(before)}
            vars(self).update(answers)
        return self

    @cached_property
    def _made(self) -> dict[Callable[[Dossier], Any], dict[SubjectId, Any]]:
        return {}

    @cached_property
    def _readers(self) -> dict[str, Reader]:
        return {}

    @cached_property
    def _orders(self) -> dict[str, tuple[InOrder, InOrder]]:
        return {}

    def _ids(self, changed: Refolded) -> dict[SubjectId, tuple[SubjectId, ...]]:
        """The ids that those of the changed who are here go by."""
        people = _among(changed, self.people)
        cases = _among(changed, self.folded.cases)
        return dict.fromkeys(cases, ()) | {one: row.joined for one, row in people.items()}

    def _ordered(self, language: str) -> tuple[InOrder, InOrder]:
        if language not in self._orders:
            people = self._printed(self.people, language)
            cases = self._printed_cases(self.folded.cases, language)
            self._orders[language] = in_order(people), in_order(cases)
        return self._orders[language]

    def _printed(self, people: Mapping[SubjectId, Dossier], language: str) -> dict[SubjectId, str]:
        claims = self.reading.material.claims
        return {one: person_name(dossier, claims, language) for one, dossier in people.items()}

    def _printed_cases(
        self, cases: Mapping[SubjectId, CaseFile], language: str
    ) -> dict[SubjectId, str]:
        claims = self.reading.material.claims
        return {one: case_name(file, claims, language) for one, file in cases.items()}

    @cached_property
    def _by_slug(self) -> Mapping[str, SubjectId]:
        found = {slug_of(one): one for one in self.folded.cases}
        for person, dossier in self.people.items():
            found |= {slug_of(one): person for one in dossier.joined}
        return found

    @cached_property
    def _publication(self) -> Publication:
        settings, material = self.settings, self.reading.material
        return Publication(
            use=Use.PARTNER,
            as_of=self.as_of,
            state="",
            house=House(settings.id, settings.title, settings.contact, settings.licence),
            languages=settings.languages,
            people=self.people,
            cases=self.folded.cases,
            claims=material.claims,
            sources=material.sources if self.case else self._sources.opened,
            addresses={},
        )

    @cached_property
    def _sources(self) -> _Sources:
        return _opened(self.reading.material.sources, _Sources({}, {}))


_ANSWERS = (
    "reading", "folded", "directory", "_made", "_readers", "_orders", "_by_slug", "_publication",
)  # fmt: skip
_Subject = TypeVar("_Subject")


def _among(changed: Refolded, now: Mapping[SubjectId, _Subject]) -> dict[SubjectId, _Subject]:
    """Those who changed and are there."""
    return {one: now[one] for one in sorted(changed.changed) if one in now}


def _opened(sources: Mapping[SubjectId, Source], before: _Sources) -> _Sources:
    opened = {
        one: before.opened[one]
        if before.described.get(one) is row
        else replace(row, level=SourceLevel.OPEN)
        for one, row in sources.items()
    }
    return _Sources(sources, opened)
