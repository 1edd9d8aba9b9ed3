"""Who reads: a publication in one language, with the names and links every page needs."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property

from khronika.clearance.publication import Prose, Publication
from khronika.dossier.names import case_name, name_for_all, person_name
from khronika.editions.path import case_page, link, page_path, person_page
from khronika.editions.sorting import name_order
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId
from khronika.values.name import PersonName, print_name
from khronika.values.wording import Wording

LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "de": "Deutsch", "fr": "Français"}


@dataclass(frozen=True)
class Reader:
    """A publication as one language prints it."""

    publication: Publication
    language: str

    @cached_property
    def wording(self) -> Wording:
        """How values are said in this language."""
        return Wording.of(self.language)

    @cached_property
    def names(self) -> dict[SubjectId, str]:
        """The printed name of everybody with a page, in the order of surnames."""
        claims = self.publication.claims
        named = {
            person: person_name(dossier, claims, self.language)
            for person, dossier in self.publication.people.items()
        }
        return dict(sorted(named.items(), key=lambda row: (name_order(row[1]), row[0])))

    @cached_property
    def case_names(self) -> dict[SubjectId, str]:
        """The printed name of every case, in the order of names."""
        claims = self.publication.claims
        named = {
            case: case_name(file, claims, self.language)
            for case, file in self.publication.cases.items()
        }
        return dict(sorted(named.items(), key=lambda row: (name_order(row[1]), row[0])))

    @cached_property
    def prose(self) -> dict[SubjectId | None, list[Prose]]:
        """The editors' texts by whom they are about; None for the casebook itself."""
        found: dict[SubjectId | None, list[Prose]] = {}
        for text in self.publication.prose:
            found.setdefault(text.subject, []).append(text)
        return found

    def said(self, say: Callable[..., str], *about: Hashable) -> str:
        """What `say` says about these to this reader, who is handed to it last.

        What depends on the language goes through here wherever a page can be drafted (`draft`).
        """
        return say(*about, self)

    def perhaps(self, say: Callable[..., str], *about: Hashable) -> str:
        """As `said`, of what can be empty: it is printed as an element of its own, or not at all.

        In the template nothing but that element stands between the condition and its end.
        """
        return say(*about, self)

    def in_order(self, texts: Iterable[str]) -> list[str]:
        """The texts sorted."""
        return sorted(texts)

    def name(self, person: SubjectId) -> str:
        """The printed name of a person with a page."""
        publication = self.publication
        for_all = name_for_all(publication.people[person], publication.claims)
        return self.said(_by_convention, for_all) if for_all else self.said(_name, person)

    def case_name(self, case: SubjectId) -> str:
        """The printed name of a case."""
        return self.said(_case_name, case)

    def source(self, source: SubjectId) -> Source | None:
        """The source if it may be named."""
        found = self.publication.sources.get(source)
        return found if found and found.level is SourceLevel.OPEN else None

    def file(self, page: str) -> str:
        """The file of a page, which is named below the language's folder, from the root."""
        return page_path(self.language, page)

    def path_of(self, subject: SubjectId) -> str:
        """The file of this person's or case's page; empty when there is none."""
        address = self.publication.addresses.get(subject, "")
        if not address:
            return ""
        if subject in self.publication.people:
            return page_path(self.language, person_page(address))
        if subject in self.publication.cases:
            return page_path(self.language, case_page(address))
        return ""

    def href(self, page: str, subject: SubjectId) -> str:
        """The link from this page to the person's or case's; empty when there is none."""
        target = self.path_of(subject)
        return link(page, target) if target else ""

    def foreign(self, language: str) -> str:
        """The language when it is another than the page's, for a `lang` attribute."""
        return "" if language == self.language else language

    def with_pages(self, subjects: Iterable[SubjectId]) -> list[SubjectId]:
        """Those of them that have a page: people, then cases, in the order of printed names."""
        return sorted((one for one in subjects if self.path_of(one)), key=self._place.__getitem__)

    @cached_property
    def _place(self) -> dict[SubjectId, int]:
        return {one: place for place, one in enumerate((*self.names, *self.case_names))}


def _name(person: SubjectId, reader: Reader) -> str:
    publication = reader.publication
    return person_name(publication.people[person], publication.claims, reader.language)


def _by_convention(name: PersonName, reader: Reader) -> str:
    return print_name(name, reader.language)


def _case_name(case: SubjectId, reader: Reader) -> str:
    publication = reader.publication
    return case_name(publication.cases[case], publication.claims, reader.language)
