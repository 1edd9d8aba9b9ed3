"""What one reader may see of the record on a day: folded once, printed by every page.

Invariants:

- A support group sees the people of its case, and of them what is public and nothing else: what
  is held back is gone before anything is folded, counted or searched.
- Nothing here is written anywhere; it is thrown away when the record changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from khronika.casebook.reading import Reading, read_casebook
from khronika.casebook.settings import Settings
from khronika.clearance.publication import House, Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.fold import Folded
from khronika.dossier.material import Material
from khronika.dossier.names import all_names
from khronika.editions.reader import Reader
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Use, Visibility


@dataclass(frozen=True)
class Snapshot:
    """The record as one kind of reader sees it. `case` is set for a support group."""

    in_force: InForce
    settings: Settings
    as_of: date
    case: str = ""

    @cached_property
    def reading(self) -> Reading:
        """The material, as far as this reader may see it."""
        whole = read_casebook(self.in_force, as_of=self.as_of)
        return whole if not self.case else replace(whole, material=self._of_case(whole.material))

    @cached_property
    def folded(self) -> Folded:
        """Everybody this reader may see."""
        return self.reading.fold()

    @property
    def people(self) -> Mapping[SubjectId, Dossier]:
        """The dossiers by canonical id."""
        return self.folded.people

    @cached_property
    def names(self) -> Mapping[SubjectId, tuple[str, ...]]:
        """Every name everybody here goes by."""
        claims = self.reading.material.claims
        return {
            person: tuple(text for text, _ in all_names(dossier, claims))
            for person, dossier in self.people.items()
        }

    def reader(self, language: str) -> Reader:
        """The same, as one language prints it."""
        if language not in self._readers:
            self._readers[language] = Reader(self._publication, language)
        return self._readers[language]

    def find(self, slug: str) -> SubjectId | None:
        """The person or case of this slug, by whatever id; None where this reader sees none."""
        return self._by_slug.get(slug)

    @cached_property
    def _readers(self) -> dict[str, Reader]:
        return {}

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
            sources=self._named(material.sources),
            addresses={},
        )

    def _named(self, sources: Mapping[SubjectId, Source]) -> Mapping[SubjectId, Source]:
        """The team may know where something stands; a support group only of open sources."""
        if self.case:
            return sources
        return {one: replace(row, level=SourceLevel.OPEN) for one, row in sources.items()}

    def _of_case(self, material: Material) -> Material:
        public = {
            one: claim
            for one, claim in material.claims.items()
            if self.in_force.claim_level(one, Use.PUBLIC) is Visibility.PUBLIC
        }
        members = {claim.subject for claim in public.values() if claim.case == self.case}
        kept = {
            one: claim for one, claim in public.items() if claim.subject in {*members, self.case}
        }
        return _narrowed(material, kept)


def _narrowed(material: Material, kept: Mapping[ClaimId, Claim]) -> Material:
    """The material with these claims, and of the rest what names nothing else."""
    named = {*kept, *(claim.subject for claim in kept.values())}
    sources = {claim.passage.source for claim in kept.values()}
    return Material(
        claims=kept,
        decisions=tuple(one for one in material.decisions if {*one.targets, *one.over} <= named),
        sources={one: row for one, row in material.sources.items() if one in sources},
        recorded={one: day for one, day in material.recorded.items() if one in kept},
    )
