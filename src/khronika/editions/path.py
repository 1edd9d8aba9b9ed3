"""Where every page stands, and how one page points at another.

Invariants:

- Links are relative and name the file, so that the site works from a folder and from a server.
- No address of a person or case collides with a page of the site: they have their own folders.
"""

import posixpath
from dataclasses import dataclass
from functools import lru_cache

from khronika.clearance.publication import Publication
from khronika.schema.subject import SubjectId

STYLE = "style.css"
ROOT = "index.html"
HOME = "index.html"
PEOPLE = "people.html"
CASES = "cases.html"
SOURCES = "sources.html"
METHOD = "method.html"
LISTS = "by/index.html"
FILTER = "filter.js"
COPY = "copy.js"
FIND = "find.html"
FIND_SCRIPT = "find.js"
TEXTS = "texts.html"
TEXTS_SCRIPT = "texts.js"
PAGEFIND = "pagefind"
STATISTICS = "statistics.html"
FIGURES = "figures.html"
CALENDAR = "calendar.html"
CHANGES = "changes.html"
FEED = "feed.xml"
HELP = "help.html"
GLOSSARY = "glossary.html"
LANGUAGES = "languages.html"
CORRECTION = "correction.html"
MISSING = "404.html"

ANY = "-"  # stands for the folder of a language, where any would do


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words; `href` is empty where there is nothing to lead to."""

    text: str
    href: str
    current: bool = False


def page_path(language: str, page: str) -> str:
    """The file of a page in a language, from the root of the site."""
    return f"{language}/{page}"


def person_page(address: str) -> str:
    """The page of the person with this public address, below a language's folder."""
    return f"people/{address}.html"


def former_addresses(publication: Publication, person: SubjectId) -> list[str]:
    """The addresses of ids that turned out to be this person; old links must still lead on."""
    addresses, joined = publication.addresses, publication.people[person].joined
    if len(joined) == 1:
        return []
    others = {addresses[one] for one in joined if one in addresses}
    return sorted(others - {addresses[person]})


def picture_file(address: str, suffix: str) -> str:
    """The portrait of the person with this public address, the same for every language."""
    return f"pictures/{address}.{suffix}"


def case_page(address: str) -> str:
    """The page of the case with this public address, below a language's folder."""
    return f"cases/{address}.html"


def press_person_page(address: str) -> str:
    """The press page of the person with this public address, below a language's folder."""
    return f"press/{address}.html"


def press_case_page(address: str) -> str:
    """The press page of a case; in a folder of its own, for a person may be called anything."""
    return f"press/cases/{address}.html"


def list_page(facet: str, slug: str) -> str:
    """The page of one heading of a facet, below a language's folder."""
    return f"by/{facet}/{slug}.html"


def facility_page(key: str) -> str:
    """The page of the place of detention with this key, below a language's folder."""
    return f"facilities/{key}.html"


def find_index(language: str) -> str:
    """What the page to find on reads first, by language."""
    return f"{language}/find/index.js"


def find_block(language: str, number: int) -> str:
    """One block of what can be found in a language."""
    return f"{language}/find/{number}.js"


def link(page: str, target: str) -> str:
    """From one file to another, both named from the same folder."""
    folder, _, file = target.rpartition("/")
    return f"{_way(posixpath.dirname(page), folder)}{file}"


@lru_cache(maxsize=4096)
def _way(start: str, folder: str) -> str:
    """From folder to folder, with a slash behind; empty where it is the same one."""
    way = posixpath.relpath(folder or ".", start or ".")
    return "" if way == "." else f"{way}/"
