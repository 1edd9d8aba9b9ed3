"""What can be found by typing, each under the keys of its words.

Invariants:

- Nothing is findable but what has a page, under names that the publication prints.
- Keys are those of `identity.search_key`, so that "Kagarlitsky" meets a Cyrillic name in any case;
  numbers of articles stand as they are.
- A person can be met by any two words of a name in either order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from khronika.editions.facet import FacetName, Indexes
from khronika.editions.heading import FACETS, heading_label
from khronika.editions.line import labelled
from khronika.editions.naming import written
from khronika.editions.path import case_page, facility_page, list_page, person_page
from khronika.editions.reader import Reader
from khronika.editions.site.facility import facilities, facility_label
from khronika.identity.search_key import fold_for_search
from khronika.law.articles import articles
from khronika.schema.subject import SubjectId
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_

NUMBER = r"[0-9]+(?:\.[0-9]+)*"
MOST_WORDS = 8  # a longer name is met by its first words
_NUMBER = re.compile(NUMBER)
_FACETS = (FacetName.ARTICLE, FacetName.PLACE)


@dataclass(frozen=True, slots=True, order=True)
class Findable:
    """One way to meet one page: the key, what is shown, the page below the language's folder."""

    key: str
    text: str
    page: str
    kind: str


def findables(readers: Sequence[Reader], indexes: Indexes) -> dict[str, tuple[Findable, ...]]:
    """Everything that can be found, by language, in the order of keys."""
    named = {reader.language: reader for reader in readers}
    people = _people_keys(readers)
    return {
        language: tuple(
            sorted({*_people(reader, people), *_cases(reader), *_around(reader, readers, indexes)})
        )
        for language, reader in named.items()
    }


def keys_of(text: str) -> list[str]:
    """The keys of the words and the numbers of a text."""
    return [*fold_for_search(text).split(), *_NUMBER.findall(text)]


def _people(reader: Reader, keys: Mapping[SubjectId, frozenset[str]]) -> Iterator[Findable]:
    publication, kind = reader.publication, reader.wording.gettext(N_("Person"))
    for person, name in reader.names.items():
        if person in publication.addresses:
            page = person_page(publication.addresses[person])
            yield from (Findable(key, name, page, kind) for key in keys[person])


def _people_keys(readers: Sequence[Reader]) -> dict[SubjectId, frozenset[str]]:
    """The keys of everybody: of every printed name and every spelling a source has."""
    publication = readers[0].publication
    keys = {}
    for person, dossier in publication.people.items():
        names = {reader.names[person] for reader in readers}
        for entry in dossier.of_kind("name"):
            names |= {written(publication.claims[one]) for one in entry.claims}
        keys[person] = frozenset(key for name in names for key in _pairs(fold_for_search(name)))
    return keys


def _pairs(folded: str) -> Iterator[str]:
    words = list(dict.fromkeys(folded.split()))[:MOST_WORDS]
    yield from words if len(words) == 1 else map(" ".join, permutations(words, 2))


def _cases(reader: Reader) -> Iterator[Findable]:
    publication, kind = reader.publication, reader.wording.gettext(N_("Case"))
    for case, name in reader.case_names.items():
        if case in publication.addresses:
            page = case_page(publication.addresses[case])
            yield from _by_word([name], name, page, kind)


def _around(reader: Reader, readers: Sequence[Reader], indexes: Indexes) -> Iterator[Findable]:
    """Articles with their titles, places and facilities, by their names in every language."""
    for facet in indexes.facets:
        if facet.name not in _FACETS:
            continue
        kind = reader.wording.gettext(FACETS[facet.name])
        for heading in facet.people:
            if heading.meaning is not None:
                said = [heading_label(heading, one) for one in readers]
                text = _titled(heading_label(heading, reader), heading.meaning, reader)
                page = list_page(heading.facet.value, heading.slug)
                yield from _by_word([*said, text], text, page, kind)
    for key in facilities(indexes):
        said = [facility_label(key, one).text for one in readers]
        kind = reader.wording.gettext(N_("Place of detention"))
        yield from _by_word(said, facility_label(key, reader).text, facility_page(key), kind)


def _titled(label: str, meaning: object, reader: Reader) -> str:
    """An article with its title, where the language has one and it may be printed."""
    if not isinstance(meaning, LegalReference):
        return label
    article = articles().get((meaning.code, meaning.article))
    if article is None or article.neutral or reader.language not in article.title:
        return label
    return labelled(label, article.title[reader.language], reader)


def _by_word(said: Iterable[str], text: str, page: str, kind: str) -> Iterator[Findable]:
    """By each word of its names, and the one after it."""
    for name in set(said):
        keys = keys_of(name)
        for first, then in zip(keys, [*keys[1:], ""], strict=True):
            yield Findable(f"{first} {then}".strip(), text, page, kind)
