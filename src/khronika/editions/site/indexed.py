"""The files of the indexes: the page of all lists, a page a heading, a page a facility."""

from collections.abc import Callable, Iterator
from functools import partial

from khronika.editions.digest import digest
from khronika.editions.edition import File, Group
from khronika.editions.facet import Facet, FacetName, Heading, Indexes
from khronika.editions.heading import in_order
from khronika.editions.path import LISTS, facility_page, list_page, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.article import article_view
from khronika.editions.site.facility import facilities, facility_view
from khronika.editions.site.listing import ListView, list_view
from khronika.editions.site.lists import lists_view
from khronika.editions.site.page import frame
from khronika.editions.site.place_page import place_view
from khronika.editions.site.template import render
from khronika.values.legal import LegalReference


def index_files(reader: Reader, indexes: Indexes, whole: str) -> Iterator[File | Group]:
    """All of them in one order, a group a facet; `whole` is the digest of all a page may print."""
    key = digest(whole, reader.language)
    yield _file(LISTS, partial(_lists, reader, indexes), reader, key)
    for name in FacetName:
        files = partial(_facet_files, name, indexes, reader, key)
        yield _group(name.value, files, reader, key)
    yield _group("facilities", partial(_facility_files, indexes, reader, key), reader, key)


def _group(name: str, files: Callable[[], Iterator[File]], reader: Reader, key: str) -> Group:
    return Group(f"site/lists/{reader.language}/{name}", digest(key, name), files)


def _facet_files(name: FacetName, indexes: Indexes, reader: Reader, key: str) -> Iterator[File]:
    facet = next(one for one in indexes.facets if one.name is name)
    for heading in in_order(facet.people, reader):
        page = list_page(heading.facet.value, heading.slug)
        make = partial(_heading, facet, heading, indexes, reader)
        yield _file(page, partial(_list, make, page, reader), reader, key)


def _facility_files(indexes: Indexes, reader: Reader, key: str) -> Iterator[File]:
    for name, people in facilities(indexes).items():
        page = facility_page(name)
        view = partial(facility_view, name, people, indexes=indexes, reader=reader)
        yield _file(page, partial(_list, view, page, reader), reader, key)


def index_pages(indexes: Indexes) -> list[str]:
    """The pages of these files below a language's folder, sorted."""
    headings = [one for facet in indexes.facets for one in facet.people]
    lists = [list_page(one.facet.value, one.slug) for one in headings]
    return sorted([LISTS, *lists, *map(facility_page, facilities(indexes))])


def _file(page: str, render_page: Callable[[], bytes], reader: Reader, key: str) -> File:
    return File(page_path(reader.language, page), render_page, digest(key, page))


def _lists(reader: Reader, indexes: Indexes) -> bytes:
    around = frame(reader, LISTS, title=reader.wording.gettext("Lists"))
    view = lists_view(page_path(reader.language, LISTS), indexes, reader)
    return render("lists.html", reader.language, page=around, lists=view)


def _list(make: Callable[[str], ListView], page: str, reader: Reader) -> bytes:
    view = make(page_path(reader.language, page))
    around = frame(reader, page, title=view.title)
    return render("list.html", reader.language, page=around, list=view)


def _heading(
    facet: Facet, heading: Heading, indexes: Indexes, reader: Reader, page: str
) -> ListView:
    people = facet.people[heading]
    if isinstance(heading.meaning, LegalReference):
        return article_view(heading.meaning, people, page=page, indexes=indexes, reader=reader)
    if heading.facet is FacetName.PLACE and heading.meaning:
        return place_view(heading, people, page=page, indexes=indexes, reader=reader)
    return list_view(heading, people, page=page, indexes=indexes, reader=reader)
