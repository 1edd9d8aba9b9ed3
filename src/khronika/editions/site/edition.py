"""The website as an edition: which pages there are, and what each depends on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest, program_digest
from khronika.editions.edition import File, Group, in_full
from khronika.editions.facet import Indexes
from khronika.editions.path import (
    CASES,
    COPY,
    FILTER,
    FIND,
    HOME,
    METHOD,
    PEOPLE,
    ROOT,
    SOURCES,
    STYLE,
    case_page,
    page_path,
    person_page,
)
from khronika.editions.reader import Reader
from khronika.editions.site.around import files_at_root, pages_around
from khronika.editions.site.buckets import in_buckets
from khronika.editions.site.case import case_rows, case_view
from khronika.editions.site.drafted import Drafts, Values
from khronika.editions.site.find import find_files
from khronika.editions.site.home import home_view
from khronika.editions.site.indexed import index_files, index_pages
from khronika.editions.site.method import method_view
from khronika.editions.site.moved import moved_files
from khronika.editions.site.page import frame
from khronika.editions.site.people import people_view
from khronika.editions.site.person import person_view
from khronika.editions.site.portrait import picture_files
from khronika.editions.site.press_page import press_files
from khronika.editions.site.root import root_view
from khronika.editions.site.source import source_rows
from khronika.editions.site.template import copy_script, filter_script, render, style
from khronika.editions.site.texts import texts_files
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use


@dataclass(frozen=True, slots=True)
class SiteEdition:
    """Pages in every language of the publication, one style sheet, and a page to choose from."""

    name: str = "site"
    uses: frozenset[Use] = frozenset(Use)

    def files(self, publication: Publication) -> Iterator[File]:
        """The root, whole-casebook pages and cases by language, press pages, person by person."""
        return in_full(self.parts(publication))

    def parts(self, publication: Publication) -> Iterator[File | Group]:
        """As `files`; what is about people comes in groups."""
        yield File(STYLE, style, digest(program_digest()))
        dependencies = Dependencies(publication)
        yield File(ROOT, partial(_root, publication), dependencies.everything())
        yield File(FILTER, filter_script, digest(program_digest()))
        yield File(COPY, copy_script, digest(program_digest()))
        indexes = Indexes(publication)
        pages = partial(_pages, indexes)
        yield from files_at_root(publication, dependencies.everything(), whole_casebook=pages)
        drafts = Drafts(publication)
        for reader in drafts.readers:
            yield from _language(reader, dependencies, indexes)
        yield from find_files(drafts.readers, indexes, dependencies.everything())
        yield from texts_files(drafts.readers, dependencies.everything())
        yield from picture_files(publication)
        yield from press_files(publication, dependencies)
        yield from people_files(dependencies, drafts)


def people_files(dependencies: Dependencies, drafts: Drafts) -> Iterator[Group]:
    """The page of everybody who has one, person by person."""
    make = partial(_person_files, dependencies=dependencies, drafts=drafts)
    return in_buckets("people", drafts.readers[0].publication, dependencies, make)


def _pages(indexes: Indexes) -> tuple[str, ...]:
    """The pages about the whole casebook, below a language's folder."""
    return (*_WHOLE_CASEBOOK, PEOPLE, FIND, *index_pages(indexes))


def _language(
    reader: Reader, dependencies: Dependencies, indexes: Indexes
) -> Iterator[File | Group]:
    whole = digest(dependencies.everything(), reader.language)
    for page, make in _WHOLE_CASEBOOK.items():
        yield File(page_path(reader.language, page), partial(make, reader), digest(whole, page))
    yield _people(reader, indexes, whole)
    yield from pages_around(reader, whole)
    yield from index_files(reader, indexes, whole)
    for case in sorted(reader.publication.cases):
        if case in reader.publication.addresses:
            page = case_page(reader.publication.addresses[case])
            key = digest(dependencies.case(case), reader.language)
            yield File(page_path(reader.language, page), partial(_case, reader, case, page), key)


def _person_files(person: SubjectId, dependencies: Dependencies, drafts: Drafts) -> Iterator[File]:
    """The person's page in every language, and the pages that lead to it."""
    page = person_page(drafts.readers[0].publication.addresses[person])
    key = dependencies.person(person)  # the path tells the languages apart
    values = partial(_person, person, page)
    for reader in drafts.readers:
        make = partial(drafts.page, "person.html", page, values, reader)
        yield File(page_path(reader.language, page), make, key)
        yield from moved_files(person, person_page, key, reader)


def _root(publication: Publication) -> bytes:
    view = root_view(publication)
    return render("root.html", view.language, root=view)


def _home(reader: Reader) -> bytes:
    path = page_path(reader.language, HOME)
    around = frame(reader, HOME, title="")
    return render("home.html", reader.language, page=around, home=home_view(path, reader))


def _people(reader: Reader, indexes: Indexes, whole: str) -> File:
    make = partial(_people_page, reader, indexes)
    return File(page_path(reader.language, PEOPLE), make, digest(whole, PEOPLE))


def _people_page(reader: Reader, indexes: Indexes) -> bytes:
    path = page_path(reader.language, PEOPLE)
    around = frame(reader, PEOPLE, title=reader.wording.gettext("People"))
    view = people_view(path, reader, indexes)
    return render("people.html", reader.language, page=around, people=view)


def _cases(reader: Reader) -> bytes:
    path = page_path(reader.language, CASES)
    around = frame(reader, CASES, title=reader.wording.gettext("Cases"))
    return render("cases.html", reader.language, page=around, cases=case_rows(path, reader))


def _sources(reader: Reader) -> bytes:
    path = page_path(reader.language, SOURCES)
    around = frame(reader, SOURCES, title=reader.wording.gettext("Sources"))
    return render("sources.html", reader.language, page=around, sources=source_rows(path, reader))


def _method(reader: Reader) -> bytes:
    around = frame(reader, METHOD, title=reader.wording.gettext("How this is made"))
    return render("method.html", reader.language, page=around, method=method_view(reader))


def _person(person: SubjectId, page: str, reader: Reader) -> Values:
    view = person_view(person, reader.file(page), reader)
    indexed = person not in reader.publication.unindexed
    return frame(reader, page, title=view.name, indexed=indexed), {"person": view}


def _case(reader: Reader, case: SubjectId, page: str) -> bytes:
    view = case_view(case, page_path(reader.language, page), reader)
    around = frame(reader, page, title=view.name)
    return render("case.html", reader.language, page=around, case=view)


_WHOLE_CASEBOOK: dict[str, Callable[[Reader], bytes]] = {
    HOME: _home,
    CASES: _cases,
    SOURCES: _sources,
    METHOD: _method,
}
