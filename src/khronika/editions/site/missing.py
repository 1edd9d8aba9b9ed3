"""The page a server shows where there is none: it works at any depth, so it brings its own style.

Invariants:

- Its links begin at the root of the host, or of the folder that the house's address names; it is
  the one page that a folder on a stick has no use for.
- It names nobody and does not say what may have stood at the address asked for.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from khronika.clearance.publication import Publication
from khronika.editions.path import HOME, PEOPLE, page_path
from khronika.editions.reader import LANGUAGE_NAMES
from khronika.values.wording import Wording

STYLE = (
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;max-width:40rem;padding:12vh 1.1rem 4rem;"
    "font:106.25%/1.6 Georgia,serif;background:#faf8f3;color:#1f1d1a}"
    "h1{font-size:1.6rem;line-height:1.3;border-top:.4rem solid #8c1d2f;padding-top:1.2rem}"
    "ul{list-style:none;padding:0}li{padding:.6rem 0;border-bottom:1px solid #d9d3c7}"
    "a{color:#7a1a2b;padding:.35rem .8rem .35rem 0;display:inline-block}"
    "@media (prefers-color-scheme:dark){body{background:#171614;color:#ece7dd}a{color:#f0a3ad}"
    "h1{border-color:#e58a96}li{border-color:#3d3932}}"
)
ALLOWS = f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"  # this style alone


@dataclass(frozen=True, slots=True)
class Way:
    """The words and the ways on in one language."""

    code: str
    name: str
    title: str
    home: str
    people: str
    find: str


@dataclass(frozen=True, slots=True)
class MissingView:
    """Everything the page prints; `allows` lets in this style and no other."""

    language: str
    title: str
    style: str
    allows: str
    ways: tuple[Way, ...]


def missing_view(publication: Publication) -> MissingView:
    """The page, in every language of the edition at once."""
    ways = tuple(_way(code, publication) for code in publication.languages)
    return MissingView(
        language=ways[0].code,
        title=" · ".join(dict.fromkeys(way.title for way in ways)),
        style=STYLE,
        allows=ALLOWS,
        ways=ways,
    )


def _way(code: str, publication: Publication) -> Way:
    gettext = Wording.of(code).gettext
    root = urlsplit(publication.house.address).path.rstrip("/")
    return Way(
        code=code,
        name=LANGUAGE_NAMES.get(code, code),
        title=gettext("There is no such page"),
        home=f"{root}/{page_path(code, HOME)}",
        people=f"{root}/{page_path(code, PEOPLE)}",
        find=gettext("Find a person"),
    )
