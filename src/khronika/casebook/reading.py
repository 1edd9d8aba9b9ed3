"""Reads a casebook for its own group: who is meant by a name, and what is known of them on a day.

Two clocks: `as_of` is the day in the world, `known_at` the moment of knowledge. What is read here
is the desk's material, whatever its visibility; editions never come this way.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from khronika.dossier.accepted import material_of
from khronika.dossier.fold import Folded, fold
from khronika.dossier.material import Material
from khronika.dossier.sameness import Sameness, sameness
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.value import Text
from khronika.values.name import fold_name

MAX_NEAR = 5  # names offered where none was found
NAME_PARTS = ("text", "given", "patronymic", "family")


@dataclass(frozen=True)
class Reading:
    """What was accepted by a moment of knowledge, to be folded as of a day."""

    material: Material
    as_of: date

    def fold(self, people: Collection[SubjectId] | None = None) -> Folded:
        """The dossiers of these people and of nobody else; of everybody for None."""
        if people is None:
            return fold(self.material, as_of=self.as_of)
        wanted = {self.person(one) for one in people}
        claims = {
            one: claim
            for one, claim in self.material.claims.items()
            if self.person(claim.subject) in wanted or kind_of(claim.subject) is SubjectKind.CASE
        }
        return fold(replace(self.material, claims=claims), as_of=self.as_of)

    def find(self, name_or_id: str) -> tuple[SubjectId, ...]:
        """The people whose id, slug or name this is, in any script; ids sorted.

        A name is met when each of its words stands in one of the person's names. An id or a slug
        means one person and nobody else.
        """
        named = name_or_id.strip()
        assigned = {self.person(one) for one in self._people if named in {one, slug_of(one)}}
        if assigned:
            return tuple(sorted(assigned))
        words = set(fold_name(named).split())
        if not words:
            return ()
        return tuple(
            sorted(
                person
                for person, names in self._names.items()
                if any(words <= set(name.split()) for name in names)
            )
        )

    def near(self, name: str) -> tuple[SubjectId, ...]:
        """People whose names look a little like this one; for an answer that found nobody."""
        people_by_word: dict[str, set[SubjectId]] = {}
        for person, names in self._names.items():
            for word in {word for name in names for word in name.split()}:
                people_by_word.setdefault(word, set()).add(person)
        found: dict[SubjectId, None] = {}
        for word in fold_name(name).split():
            for close in get_close_matches(word, people_by_word, n=MAX_NEAR, cutoff=0.75):
                found |= dict.fromkeys(sorted(people_by_word[close]))
        return tuple(found)[:MAX_NEAR]

    def person(self, subject: SubjectId) -> SubjectId:
        """The canonical id of whoever the subject turned out to be."""
        return self._sameness.of(subject)

    @cached_property
    def _sameness(self) -> Sameness:
        return sameness(self.material.decisions)

    @cached_property
    def _people(self) -> frozenset[SubjectId]:
        subjects = {claim.subject for claim in self.material.claims.values()}
        return frozenset(one for one in subjects if kind_of(one) is SubjectKind.PERSON)

    @cached_property
    def _names(self) -> Mapping[SubjectId, frozenset[str]]:
        """Every name of every person as a folded key, by canonical id."""
        names: dict[SubjectId, set[str]] = {}
        for claim in self.material.claims.values():
            if claim.kind == "name" and claim.subject in self._people:
                person = self.person(claim.subject)
                names.setdefault(person, set()).update(map(fold_name, _spellings(claim)))
        return {person: frozenset(keys) for person, keys in names.items()}


def read_casebook(in_force: InForce, *, as_of: date, known_at: str | None = None) -> Reading:
    """What the group has accepted, as known at that moment (UTC, ISO 8601; None: now)."""
    return Reading(material_of(in_force, known_at=known_at), as_of)


def _spellings(name: Claim) -> Iterable[str]:
    """The name as written, and as its parts put together."""
    parts = {
        part: value.text for part in NAME_PARTS if isinstance(value := name.fields.get(part), Text)
    }
    written = parts.pop("text", "")
    return [spelling for spelling in (written, " ".join(parts.values())) if spelling]
