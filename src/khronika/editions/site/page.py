"""What stands around the content of every page: title, menu, languages, whom to write to."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from khronika.editions.path import (
    ANY,
    CALENDAR,
    CASES,
    CHANGES,
    CORRECTION,
    FIGURES,
    FIND,
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

_MENU = (
    (PEOPLE, N_("People")),
    (CASES, N_("Cases")),
    (FIND, N_("Find")),
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
_TARGETS = frozenset(target for target, _ in (*_MENU, *_MORE))


@dataclass(frozen=True, slots=True)
class Language:
    """The same page in a language, which is named in itself; the way to the folder it is in.

    `current` is the attribute of the language one is reading in.
    """

    code: str
    name: str
    folder: str
    current: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the content of a page.

    It is told by its parts when a template asks for them: pages of one folder share nearly all.
    """

    reader: Reader
    page: str
    heading: str
    indexed: bool

    @property
    def kind(self) -> tuple[Hashable, ...]:
        """Frames of equal kinds differ in the `title` and the `file` alone."""
        house, languages = self.reader.publication.house, self.reader.publication.languages
        current = self.page if self.page in _TARGETS else ""
        told = (self.house, house.contact, house.licence, self.indexed)
        return self.language, languages, self.folder, current, *told

    @property
    def folder(self) -> str:
        """Where the page stands below its language's folder, with a slash behind."""
        return self.page[: -len(self.file)]

    @property
    def file(self) -> str:
        """The page's own name in its folder."""
        return self.page.rpartition("/")[2]

    @property
    def title(self) -> str:
        """What browsers call the page."""
        return f"{self.heading} – {self.house}" if self.heading else self.house

    @property
    def language(self) -> str:
        """The language the page is in."""
        return self.reader.said(_language)

    @property
    def house(self) -> str:
        """Whose site it is."""
        return self.reader.said(_house)

    @property
    def home(self) -> str:
        """The way to the first page."""
        return link(self.page, HOME)

    @property
    def style(self) -> str:
        """The way to the style sheet."""
        return link(page_path(ANY, self.page), STYLE)

    @property
    def root(self) -> str:
        """The way to the page to choose a language on."""
        return link(page_path(ANY, self.page), ROOT)

    @property
    def menu(self) -> tuple[Link, ...]:
        """The way to what most people look for."""
        return _links(_MENU, self.reader, self.page)

    @property
    def more(self) -> tuple[Link, ...]:
        """The way to everything else."""
        return _links(_MORE, self.reader, self.page)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The page in every language of the edition, in the edition's order."""
        return tuple(
            Language(
                code=code,
                name=LANGUAGE_NAMES.get(code, code),
                folder=self.reader.said(_way, code, self.folder),
                current=self.reader.said(if_current, code),
            )
            for code in self.reader.publication.languages
        )

    @property
    def contact(self) -> Link:
        """Whom to write to."""
        contact = self.reader.publication.house.contact
        return Link(contact, link_to(contact))

    @property
    def licence(self) -> str:
        """On what terms all this may be used."""
        return self.reader.publication.house.licence


def frame(reader: Reader, page: str, *, title: str, indexed: bool = True) -> Frame:
    """The frame of a page, which is named below its language's folder.

    Search engines are asked not to list a page that is not to be `indexed`.
    """
    return Frame(reader, page, title, indexed)


def _links(targets: Iterable[tuple[str, str]], reader: Reader, page: str) -> tuple[Link, ...]:
    return tuple(
        Link(reader.wording.gettext(text), link(page, target), current=target == page)
        for target, text in targets
    )


def _language(reader: Reader) -> str:
    return reader.language


def _house(reader: Reader) -> str:
    return reader.publication.house.title.in_language(reader.language)


def if_current(code: str, reader: Reader) -> str:
    """The attribute that tells a reader where they are; empty in every other language."""
    return ' aria-current="true"' if code == reader.language else ""


def _way(code: str, folder: str, reader: Reader) -> str:
    """From a folder of pages to the same one in another language."""
    here, there = page_path(reader.language, folder), page_path(code, folder)
    return "" if here == there else link(f"{here}-", f"{there}-").removesuffix("-")
