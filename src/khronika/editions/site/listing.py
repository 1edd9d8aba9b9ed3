"""The page of one heading: who stands under it, and why.

Invariants:

- Nothing of a person is printed here but what stands, with its sources, on the person's own page;
  what is printed of articles, places and facilities carries notes of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.editions.facet import IN_WORDS, FacetName, Heading, Indexes
from khronika.editions.heading import heading_title
from khronika.editions.listed import Listed, listed
from khronika.editions.note import NoteRow
from khronika.editions.path import LISTS, Link, link, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.reason import ReasonView
from khronika.editions.support import SupportView
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list; `disputed` where sources disagree whether the person belongs here."""

    person: Listed
    disputed: bool
    reasons: tuple[ReasonView, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """People of one kind within a list; the only group of a list has no title."""

    id: str
    title: str
    hint: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of text; `lang` is set where it is not in the page's language."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the people: what the heading means, and lines about it."""

    titles: tuple[Phrase, ...] = ()
    meaning: str = ""
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """Everything the page of a heading or a facility prints.

    `doors` lead to the people on whose own pages an address stands.
    """

    title: str
    count: str
    head: Head
    groups: tuple[Group, ...]
    up: Link
    title_lang: str = ""
    support: SupportView | None = None
    doors: tuple[Link, ...] = ()
    notes: tuple[NoteRow, ...] = ()


def list_view(
    heading: Heading,
    people: Mapping[SubjectId, bool],
    *,
    page: str,
    indexes: Indexes,
    reader: Reader,
) -> ListView:
    """The page of a heading that is neither article nor place."""
    links: tuple[Link, ...] = ()
    if heading.facet is FacetName.CASE and heading.meaning:
        case = SubjectId(str(heading.meaning))
        links = (Link(reader.wording.gettext("The page of the case"), reader.href(page, case)),)
    return ListView(
        title=heading_title(heading, reader),
        count=count_line(people, indexes, reader),
        head=Head(lines=_lines(heading, reader), links=links),
        groups=(one_group(people, page, reader),),
        up=up(page, reader),
    )


def _lines(heading: Heading, reader: Reader) -> tuple[str, ...]:
    if heading.slug != IN_WORDS:
        return ()
    return (
        reader.wording.gettext(
            "A source names the place in its own words. They stand on the person’s page."
        ),
    )


def one_group(
    people: Mapping[SubjectId, bool],
    page: str,
    reader: Reader,
    reasons: Mapping[SubjectId, tuple[ReasonView, ...]] | None = None,
) -> Group:
    """All of them in one group without a title."""
    return Group("people", "", "", rows_of(people, page, reader, reasons or {}))


def rows_of(
    people: Mapping[SubjectId, bool],
    page: str,
    reader: Reader,
    reasons: Mapping[SubjectId, tuple[ReasonView, ...]],
) -> tuple[Row, ...]:
    """The people in the order of surnames."""
    return tuple(
        Row(listed(one, page, reader), people[one], reasons.get(one, ()))
        for one in reader.with_pages(people)
    )


def count_line(people: Iterable[SubjectId], indexes: Indexes, reader: Reader) -> str:
    """How many stand here, of how many."""
    number = reader.wording.number
    return reader.wording.gettext("Persons here: {count} of {total}.").format(
        count=number(len(list(people))), total=number(len(indexes.people))
    )


def up(page: str, reader: Reader) -> Link:
    """Back to all lists."""
    return Link(reader.wording.gettext("All lists"), link(page, page_path(reader.language, LISTS)))
