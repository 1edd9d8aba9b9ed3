"""The press pages as files: one for every person and every case with a page."""

from collections.abc import Callable, Iterator
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.path import page_path, press_case_page, press_person_page
from khronika.editions.press_fact import without_quotes
from khronika.editions.reader import Reader
from khronika.editions.site.moved import moved_files
from khronika.editions.site.page import frame
from khronika.editions.site.press import PressView, case_press, person_press
from khronika.editions.site.template import render
from khronika.schema.subject import SubjectId

Make = Callable[[SubjectId, str, Reader], PressView]


def press_files(publication: Publication, dependencies: Dependencies) -> Iterator[File]:
    """Language by language, cases first, then people, as the pages they belong to."""
    unquoted = without_quotes(publication)
    for language in publication.languages:
        yield from _in_language(Reader(unquoted, language), dependencies)


def _in_language(reader: Reader, dependencies: Dependencies) -> Iterator[File]:
    publication = reader.publication
    for case in sorted(publication.cases):
        if case in publication.addresses:
            page = press_case_page(publication.addresses[case])
            key = dependencies.case(case)
            yield _file(page, key, reader, partial(_page, case_press, case))
    for person in sorted(publication.people):
        if person in publication.addresses:
            page = press_person_page(publication.addresses[person])
            key = dependencies.person(person)
            yield _file(page, key, reader, partial(_page, person_press, person))
            yield from moved_files(person, press_person_page, digest(key, "moved"), reader)


def _file(page: str, key: str, reader: Reader, make: Callable[[str, Reader], bytes]) -> File:
    path = page_path(reader.language, page)
    return File(path, partial(make, page, reader), digest(key, reader.language, "press"))


def _page(make: Make, subject: SubjectId, page: str, reader: Reader) -> bytes:
    view = make(subject, page_path(reader.language, page), reader)
    around = frame(reader, page, title=f"{view.name}: {view.title}", indexed=False)
    return render("press.html", reader.language, page=around, press=view)
