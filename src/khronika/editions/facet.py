"""The headings under which people can be looked up, and who stands under each.

Invariants:

- There is no heading for organisations, and none may be added: nobody is listed by affiliation.
- Everybody with a page stands under at least one heading of every facet: whoever nothing is
  recorded of stands under `NOT_RECORDED`, so that the counts of a facet have a denominator.
- A disputed value puts the person under every version, marked; a value that an editor's preference
  put aside puts nobody anywhere.
- A place is a town or region of arrest, of custody in an institution, or of a court. Words that
  name no place of the tables are no heading: they could be somebody's home.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier, StatusCode
from khronika.dossier.entry import Entry, Standing
from khronika.editions.place import place_slugs, places_of
from khronika.editions.referred import charged_under
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference

# No address, key, article or month has an underscore, so these never meet one.
NOT_RECORDED = "not_recorded"
IN_WORDS = "in_words"

_DISPUTED_STATUS = frozenset({"status.disputed", "status.disputed-order"})
_VERDICTS = frozenset({"first", "retrial"})


class FacetName(StrEnum):
    """What people can be looked up by; the word stands in the address of the page."""

    STATUS = "status"
    CASE = "case"
    ARTICLE = "article"
    PLACE = "place"
    ARRESTED = "arrested"
    VERDICT = "verdict"


Meaning: TypeAlias = StatusCode | LegalReference | PartialDate | str
"""What a heading stands for: a status, a whole article, a month or year, the id of a case or the
key of a place."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One value of a facet. `slug` names its page; `meaning` is None for the two without value."""

    facet: FacetName
    slug: str
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: for every heading the people under it, and whether sources disagree on them."""

    name: FacetName
    people: Mapping[Heading, Mapping[SubjectId, bool]]


_Found: TypeAlias = Iterator[tuple[Heading, bool]]


@dataclass(frozen=True)
class Indexes:
    """Everybody of a publication under their headings; worked out once for all languages."""

    publication: Publication

    @cached_property
    def own_places(self) -> Mapping[str, str]:
        """Every name of the record's own places, with the place's slug."""
        return place_slugs(self.publication)

    @cached_property
    def people(self) -> tuple[SubjectId, ...]:
        """Everybody with a page, by id: whom every facet counts."""
        publication = self.publication
        return tuple(sorted(publication.people.keys() & publication.addresses.keys()))

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Every facet; its headings in no order but that of the people, who come by id."""
        return tuple(self._facet(name) for name in FacetName)

    def headings(self, name: FacetName, person: SubjectId) -> dict[Heading, bool]:
        """The person's headings in the facet, each with whether all its values are disputed."""
        found: dict[Heading, bool] = {}
        for heading, disputed in _RULES[name](self.publication.people[person], self):
            found[heading] = found.get(heading, True) and disputed
        return found or {Heading(name, NOT_RECORDED): False}

    def _facet(self, name: FacetName) -> Facet:
        people: dict[Heading, dict[SubjectId, bool]] = {}
        for person in self.people:
            for heading, disputed in self.headings(name, person).items():
                people.setdefault(heading, {})[person] = disputed
        return Facet(name, people)


def _statuses(dossier: Dossier, _: Indexes) -> _Found:
    status = dossier.status
    heading = Heading(FacetName.STATUS, status.code.value, status.code)
    yield heading, status.reason.code in _DISPUTED_STATUS


def _cases(dossier: Dossier, indexes: Indexes) -> _Found:
    publication = indexes.publication
    for case in dossier.cases:
        if case in publication.cases and case in publication.addresses:
            yield Heading(FacetName.CASE, publication.addresses[case], case), False


def _articles(dossier: Dossier, _: Indexes) -> _Found:
    for said in charged_under(dossier):
        yield article_heading(said.reference), said.disputed


def article_heading(reference: LegalReference) -> Heading:
    """The heading of the whole article the reference is in."""
    whole = LegalReference(reference.code, reference.article)
    slug = f"{whole.code}-{whole.article}".lower()
    return Heading(FacetName.ARTICLE, slug, whole)


def _places(dossier: Dossier, indexes: Indexes) -> _Found:
    for place in places_of(dossier, indexes.own_places):
        heading = Heading(FacetName.PLACE, place.key or IN_WORDS, place.key or None)
        yield heading, place.disputed


def _arrests(dossier: Dossier, _: Indexes) -> _Found:
    for entry in dossier.of_kind("arrest"):
        yield from _months(FacetName.ARRESTED, entry)


def _verdicts(dossier: Dossier, _: Indexes) -> _Found:
    for entry in dossier.of_kind("ruling"):
        instances = {one.choice for one in entry.values("instance") if isinstance(one, Choice)}
        if not instances or instances & _VERDICTS:
            yield from _months(FacetName.VERDICT, entry)


def _months(facet: FacetName, entry: Entry) -> _Found:
    """The month of each date, or the years it may lie in where the month is not known."""
    state = entry.fields.get("date")
    for when in entry.dates:
        for text in _month_or_years(when):
            disputed = state is not None and state.standing is Standing.DISPUTED
            yield Heading(facet, text, PartialDate.parse(text)), disputed


def _month_or_years(when: PartialDate) -> list[str]:
    first, last = when.first_day, when.last_day
    if (first.year, first.month) == (last.year, last.month):
        return [f"{first.year:04}-{first.month:02}"]
    return [f"{year:04}" for year in range(first.year, last.year + 1)]


_RULES: dict[FacetName, Callable[[Dossier, Indexes], _Found]] = {
    FacetName.STATUS: _statuses,
    FacetName.CASE: _cases,
    FacetName.ARTICLE: _articles,
    FacetName.PLACE: _places,
    FacetName.ARRESTED: _arrests,
    FacetName.VERDICT: _verdicts,
}
