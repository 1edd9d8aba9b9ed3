"""The press pages as files: one for every person and every case with a page."""

from collections.abc import Callable, Iterator
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File, Group
from khronika.editions.line import labelled
from khronika.editions.path import page_path, press_case_page, press_person_page
from khronika.editions.press_fact import without_quotes
from khronika.editions.reader import Reader
from khronika.editions.site.buckets import in_buckets
from khronika.editions.site.drafted import Drafts, Values
from khronika.editions.site.moved import moved_files
from khronika.editions.site.page import frame
from khronika.editions.site.press import PressView, case_press, person_press
from khronika.editions.site.template import render
from khronika.schema.subject import SubjectId

Make = Callable[[SubjectId, str, Reader], PressView]


def press_files(publication: Publication, dependencies: Dependencies) -> Iterator[File | Group]:
    """Cases first, then people, as the pages they belong to; each in every language."""
    drafts = Drafts(without_quotes(publication))
    for case in sorted(publication.cases):
        if case in publication.addresses:
            page = press_case_page(publication.addresses[case])
            key = dependencies.case(case)
            for reader in drafts.readers:
                yield _file(page, key, reader, partial(_case, case, page, reader))
    make_files = partial(_person_files, dependencies=dependencies, drafts=drafts)
    yield from in_buckets("press", publication, dependencies, make_files)


def _person_files(person: SubjectId, dependencies: Dependencies, drafts: Drafts) -> Iterator[File]:
    page = press_person_page(drafts.readers[0].publication.addresses[person])
    key = dependencies.person(person)
    values = partial(_values, person_press, person, page)
    for reader in drafts.readers:
        make = partial(drafts.page, "press.html", page, values, reader)
        yield _file(page, key, reader, make)
        yield from moved_files(person, press_person_page, digest(key, "moved"), reader)


def _file(page: str, key: str, reader: Reader, make: Callable[[], bytes]) -> File:
    path = page_path(reader.language, page)
    return File(path, make, digest(key, reader.language, "press"))


def _case(case: SubjectId, page: str, reader: Reader) -> bytes:
    around, shown = _values(case_press, case, page, reader)
    return render("press.html", reader.language, page=around, **shown)


def _values(make: Make, subject: SubjectId, page: str, reader: Reader) -> Values:
    view = make(subject, page, reader)
    title = labelled(view.name, view.title, reader)
    around = frame(reader, page, title=title, indexed=False)
    return around, {"press": view}
