"""What changed as an Atom feed, where the house has an address of its own on the web.

Invariants:

- It says what the page of changes says and no more, in one entry for each person and case.
- Who asked not to be found by search is not in it: what a feed said once stays in other hands.
- No clock: its day is the issue's, or the edition's own.
"""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from khronika.editions.change import Changes, changes
from khronika.editions.change_line import change_lines, erratum_line
from khronika.editions.path import CHANGES, FEED, HOME, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.sitemap import base
from khronika.schema.subject import SubjectId


def feed(reader: Reader) -> bytes:
    """The feed in this language; without an earlier issue it is empty."""
    publication = reader.publication
    root, title = base(publication), publication.house.title.in_language(reader.language)
    found = changes(publication)
    entries = "".join(_entries(found, reader)) if found else ""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{reader.language}">\n'
        f"<id>{escape(root + page_path(reader.language, HOME))}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<author><name>{escape(title)}</name></author>\n"
        f"<updated>{_moment(_day(reader))}</updated>\n"
        f"{_link('self', root + page_path(reader.language, FEED))}"
        f"{_link('alternate', root + page_path(reader.language, CHANGES))}"
    )
    return f"{head}{entries}</feed>\n".encode()


def _entries(found: Changes, reader: Reader) -> Iterator[str]:
    lines = _lines(found, reader)
    for subject in reader.with_pages(lines):
        address = base(reader.publication) + reader.path_of(subject)
        name = reader.names.get(subject) or reader.case_names[subject]
        yield (
            "<entry>\n"
            f"<id>{escape(address)}#{quote(found.since.name)}</id>\n"
            f"<title>{escape(name)}</title>\n"
            f"<updated>{_moment(_day(reader))}</updated>\n"
            f"{_link('alternate', address)}"
            f'<summary type="text">{escape(chr(10).join(lines[subject]))}</summary>\n'
            "</entry>\n"
        )


def _lines(found: Changes, reader: Reader) -> dict[SubjectId, list[str]]:
    lines: dict[SubjectId, list[str]] = {}
    for change in found.about:
        lines.setdefault(change.subject, []).extend(change_lines(change, reader))
    for erratum in found.errata:
        said = erratum_line(erratum, found.since, reader)
        lines.setdefault(erratum.subject, []).append(said)
    hidden = reader.publication.unindexed
    return {one: said for one, said in lines.items() if one not in hidden}


def _day(reader: Reader) -> date:
    issue = reader.publication.issue
    return issue.day if issue else reader.publication.as_of


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _link(relation: str, address: str) -> str:
    return f'<link rel="{relation}" href={quoteattr(address)}/>\n'
