"""What stands around the content of every page: title, menu, languages, whom to write to."""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.editions.path import (
    CALENDAR,
    CASES,
    CHANGES,
    CORRECTION,
    FIGURES,
    GLOSSARY,
    HELP,
    HOME,
    LANGUAGES,
    LISTS,
    METHOD,
    PEOPLE,
    ROOT,
    SOURCES,
    STATISTICS,
    STYLE,
    Link,
    link,
    page_path,
)
from khronika.editions.reader import LANGUAGE_NAMES, Reader
from khronika.editions.show import link_to
from khronika.values.sentence import N_

_ANY = "-"  # stands for the folder of a language, where any would do
_MENU = (
    (PEOPLE, N_("People")),
    (CASES, N_("Cases")),
    (SOURCES, N_("Sources")),
    (METHOD, N_("How this is made")),
    (HELP, N_("How to help")),
)
_MORE = (
    (LISTS, N_("Lists")),
    (STATISTICS, N_("Statistics")),
    (FIGURES, N_("Published figures")),
    (CALENDAR, N_("Calendar")),
    (CHANGES, N_("What changed")),
    (GLOSSARY, N_("Words explained")),
    (LANGUAGES, N_("Languages and names")),
    (CORRECTION, N_("To correct or withdraw something")),
)


@dataclass(frozen=True, slots=True)
class Language:
    """The same page in a language, named in that language."""

    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has."""

    language: str
    title: str
    house: str
    home: str
    style: str
    root: str
    menu: tuple[Link, ...]
    more: tuple[Link, ...]
    languages: tuple[Language, ...]
    contact: Link
    licence: str
    indexed: bool


def frame(reader: Reader, page: str, *, title: str, indexed: bool = True) -> Frame:
    """The frame of a page, which is named below its language's folder.

    Search engines are asked not to list a page that is not to be `indexed`.
    """
    house = reader.publication.house
    path = page_path(_ANY, page)
    name = reader.said(_house)
    return Frame(
        language=reader.said(_language),
        title=f"{title} – {name}" if title else name,
        house=name,
        home=link(page, HOME),
        style=link(path, STYLE),
        root=link(path, ROOT),
        menu=_links(_MENU, reader, page),
        more=_links(_MORE, reader, page),
        languages=languages(reader, page),
        contact=Link(house.contact, link_to(house.contact)),
        licence=house.licence,
        indexed=indexed,
    )


def _links(targets: Iterable[tuple[str, str]], reader: Reader, page: str) -> tuple[Link, ...]:
    return tuple(
        Link(reader.wording.gettext(text), link(page, target), current=target == page)
        for target, text in targets
    )


def languages(reader: Reader, page: str) -> tuple[Language, ...]:
    """The page in every language of the edition, in the edition's order."""
    folder, slash, file = page.rpartition("/")
    return tuple(
        Language(
            code=code,
            name=LANGUAGE_NAMES.get(code, code),
            href=reader.said(_way, code, folder + slash) + file,
            current=bool(reader.said(_current, code)),
        )
        for code in reader.publication.languages
    )


def _language(reader: Reader) -> str:
    return reader.language


def _house(reader: Reader) -> str:
    return reader.publication.house.title.in_language(reader.language)


def _current(code: str, reader: Reader) -> str:
    return code if code == reader.language else ""


def _way(code: str, folder: str, reader: Reader) -> str:
    """From a folder of pages to the same one in another language."""
    here, there = page_path(reader.language, folder), page_path(code, folder)
    return "" if here == there else link(f"{here}-", f"{there}-").removesuffix("-")
