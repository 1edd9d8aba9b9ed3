"""What search engines are told, where the house has an address of its own on the web.

Invariants:

- Without an address there is nothing to tell: a sitemap holds whole addresses or none.
- Nobody who asked not to be found by search is named here; silence is how they are left out, for
  a list of what must not be found would name them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from khronika.clearance.publication import Publication
from khronika.editions.path import case_page, page_path, person_page

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
_XMLNS = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def sitemap(publication: Publication, whole_casebook: Iterable[str]) -> bytes:
    """Every page that may be found, with its versions in the other languages."""
    rows = [*((page, None) for page in whole_casebook), *_subject_pages(publication)]
    urls = "".join(
        _url(publication, page, language, changed)
        for language in publication.languages
        for page, changed in rows
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_XMLNS}>\n'
    return f"{head}{urls}</urlset>\n".encode()


def robots(publication: Publication) -> bytes:
    """What crawlers read first; it forbids nothing, for a page says itself when it asks that."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base(publication)}{SITEMAP}\n".encode()


def has_own_host(publication: Publication) -> bool:
    """Whether the site stands at the root of its host, the only place where robots.txt is read."""
    address = publication.house.address
    return bool(address) and urlsplit(address).path in {"", "/"}


def base(publication: Publication) -> str:
    """The house's address with one slash at its end."""
    return f"{publication.house.address.rstrip('/')}/"


def _subject_pages(publication: Publication) -> Iterator[tuple[str, date | None]]:
    for subject, address in sorted(publication.addresses.items()):
        if subject in publication.cases:
            yield case_page(address), publication.changed.get(subject)
        elif subject in publication.people and subject not in publication.unindexed:
            yield person_page(address), publication.changed.get(subject)


def _url(publication: Publication, page: str, language: str, changed: date | None) -> str:
    root = base(publication)
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" '
        f"href={quoteattr(root + page_path(code, page))}/>\n"
        for code in publication.languages
    )
    day = f"<lastmod>{changed.isoformat()}</lastmod>\n" if changed else ""
    place = escape(root + page_path(language, page))
    return f"<url>\n<loc>{place}</loc>\n{day}{alternates}</url>\n"
