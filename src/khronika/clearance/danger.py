"""What becomes public that was not, the most dangerous first.

Invariants:

- The list depends on the publication and on what was out before, and so does its digest: who
  agrees to a digest agrees to these lines and no others.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from khronika.clearance.address import is_address
from khronika.clearance.naming import spellings
from khronika.clearance.publication import Publication
from khronika.clearance.silence import WORDS
from khronika.clearance.words import Lookup
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.value import Text
from khronika.values.sentence import N_


class Danger(IntEnum):
    """What a line tells the reader to look at first."""

    ADDRESS = 0
    FACE = 1
    OTHER_NAME = 2
    QUOTATION = 3
    REST = 4


# What the lines of each danger are called; a sentence to be translated.
DANGERS = {
    Danger.ADDRESS: N_("addresses"),
    Danger.FACE: N_("faces"),
    Danger.OTHER_NAME: N_("other people's names"),
    Danger.QUOTATION: N_("quotations"),
    Danger.REST: N_("the rest"),
}


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A claim that is public for the first time; ordered by danger, then by whom it is about."""

    danger: Danger
    subject: SubjectId
    kind: str
    claim: ClaimId


def newly_public(publication: Publication, before: frozenset[str]) -> tuple[Line, ...]:
    """The claims of the publication that are not among those that were out before."""
    people = _People(publication)
    return tuple(
        sorted(
            Line(_danger(people, claim), claim.subject, claim.kind, one)
            for one, claim in publication.claims.items()
            if one not in before
        )
    )


def digest(lines: tuple[Line, ...]) -> str:
    """SHA-256 (64 lower-case hex digits) over the lines."""
    rows = (f"{line.danger.value} {line.claim}" for line in lines)
    return hashlib.sha256("\n".join(rows).encode("ascii")).hexdigest()


class _People:
    """Who is named where."""

    def __init__(self, publication: Publication) -> None:
        self._page = {
            one: page for page, person in publication.people.items() for one in person.joined
        }
        names: dict[SubjectId, list[str]] = defaultdict(list)
        for claim in publication.claims.values():
            if claim.kind == "name" and kind_of(claim.subject) is SubjectKind.PERSON:
                names[self._of(claim.subject)].extend(spellings(claim))
        self._lookup = Lookup(names)

    def others_in(self, claim: Claim) -> bool:
        """Whether the words of the claim name somebody it is not about."""
        named = {one for text in _texts(claim) for one in self._lookup.find(text)}
        return bool(named - {self._of(claim.subject)})

    def _of(self, subject: SubjectId) -> SubjectId:
        return self._page.get(subject, subject)


def _danger(people: _People, claim: Claim) -> Danger:
    if is_address(claim):
        return Danger.ADDRESS
    if claim.kind == "portrait":
        return Danger.FACE
    if claim.kind != "name" and people.others_in(claim):
        return Danger.OTHER_NAME
    return Danger.QUOTATION if claim.kind in WORDS else Danger.REST


def _texts(claim: Claim) -> Iterator[str]:
    yield from (value.text for value in claim.fields.values() if isinstance(value, Text))
    yield claim.passage.quote
