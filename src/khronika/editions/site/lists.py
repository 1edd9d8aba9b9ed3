"""The page of all lists: every facet, every heading in it, and how many stand there."""

from dataclasses import dataclass

from khronika.editions.facet import Facet, FacetName, Indexes
from khronika.editions.heading import FACETS, heading_label, in_order
from khronika.editions.path import facility_page, link, list_page, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.facility import facilities, facility_label
from khronika.editions.sorting import plain
from khronika.values.sentence import N_

_NOTES = {
    FacetName.ARTICLE: N_(
        "Everybody who was accused or convicted under the article, whatever became of it."
    ),
    FacetName.PLACE: N_(
        "Places of arrest, of detention in an institution, and of courts, with the regions they "
        "lie in. Homes are never listed."
    ),
    FacetName.ARRESTED: N_("Where only the year is known, the person stands under the year."),
    FacetName.VERDICT: N_(
        "Verdicts of a first instance. Where only the year is known, the person stands under the "
        "year."
    ),
}


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """One heading and how many people stand under it."""

    text: str
    lang: str
    href: str
    count: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet with its headings."""

    id: str
    title: str
    note: str
    rows: tuple[HeadingRow, ...]


@dataclass(frozen=True, slots=True)
class ListsView:
    """Everything the page prints."""

    rule: str
    facets: tuple[FacetView, ...]


def lists_view(page: str, indexes: Indexes, reader: Reader) -> ListsView:
    """All lists in this language."""
    rule = reader.wording.gettext(
        "All lists count the {count} persons with a page here. One person may stand in several "
        "lists, and stands under every version where sources disagree. People of whom nothing is "
        "recorded stand in a list of their own."
    ).format(count=reader.wording.number(len(indexes.people)))
    found = [_facet(one, page, reader) for one in indexes.facets if one.people]
    places_held = _facilities(page, indexes, reader)
    return ListsView(rule, (*found, *([places_held] if places_held.rows else [])))


def _facet(facet: Facet, page: str, reader: Reader) -> FacetView:
    note = _NOTES.get(facet.name, "")
    return FacetView(
        id=facet.name.value,
        title=reader.wording.gettext(FACETS[facet.name]),
        note=reader.wording.gettext(note) if note else "",
        rows=tuple(
            HeadingRow(
                text=heading_label(one, reader),
                lang="",
                href=_to(page, list_page(one.facet.value, one.slug), reader),
                count=reader.wording.number(len(facet.people[one])),
            )
            for one in in_order(facet.people, reader)
        ),
    )


def _facilities(page: str, indexes: Indexes, reader: Reader) -> FacetView:
    rows = []
    for key, people in facilities(indexes).items():
        name = facility_label(key, reader)
        href = _to(page, facility_page(key), reader)
        rows.append(HeadingRow(name.text, name.lang, href, reader.wording.number(len(people))))
    return FacetView(
        id="facility",
        title=reader.wording.gettext("Place of detention"),
        note=reader.wording.gettext("Institutions alone, and only those a source names."),
        rows=tuple(sorted(rows, key=lambda row: (plain(row.text), row.href))),
    )


def _to(page: str, target: str, reader: Reader) -> str:
    return link(page, page_path(reader.language, target))
