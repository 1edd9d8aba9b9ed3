"""Where a page stood before two ids turned out to be one person: a page that leads on.

Invariants:

- What had an address of its own leads to what took its place: the page, and the press page.
- It says no more than the name under which the person is listed.
"""

from collections.abc import Callable, Iterator
from functools import partial

from khronika.editions.edition import File
from khronika.editions.path import Link, former_addresses, link, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.template import render
from khronika.schema.subject import SubjectId


def moved_files(
    person: SubjectId, page_of: Callable[[str], str], key: str, reader: Reader
) -> Iterator[File]:
    """A page at every former address; `page_of` says where the page of an address stands."""
    page = page_of(reader.publication.addresses[person])
    for address in former_addresses(reader.publication, person):
        left = page_of(address)
        make = partial(_moved, reader.names[person], link(left, page), reader.language)
        yield File(page_path(reader.language, left), make, key)


def _moved(name: str, href: str, language: str) -> bytes:
    return render("moved.html", language, code=language, there=Link(name, href))
