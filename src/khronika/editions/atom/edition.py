"""The issues as an Atom feed, for whoever wants to know that a new one went out.

Invariants:

- It names issues and their days, and nobody: what a feed said once stays in other hands.
- No clock: it is as old as the last issue, or as the edition.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.sax.saxutils import escape, quoteattr

from khronika.clearance.issue import Issue
from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.path import CHANGES, HOME, page_path
from khronika.editions.reader import Reader
from khronika.schema.visibility import Use

FOLDER = "atom"


@dataclass(frozen=True, slots=True)
class AtomEdition:
    """One feed in every language."""

    name: str = "atom"
    uses: frozenset[Use] = frozenset({Use.PUBLIC, Use.PARTNER})

    def files(self, publication: Publication) -> Iterator[File]:
        """A file for each language."""
        everything = Dependencies(publication).everything()
        for language in publication.languages:
            reader = Reader(publication, language)
            key = digest(everything, FOLDER, language)
            yield File(f"{FOLDER}/{language}/atom.xml", partial(feed, reader), key)


def feed(reader: Reader) -> bytes:
    """The feed; without an issue it has no entry."""
    publication = reader.publication
    title = publication.house.title.in_language(reader.language)
    issues = sorted(publication.issues, key=lambda one: (one.day, one.name), reverse=True)
    updated = issues[0].day if issues else publication.as_of
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{reader.language}">\n'
        f"<id>{_urn(publication, reader.language)}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<author><name>{escape(title)}</name></author>\n"
        f"<updated>{_moment(updated)}</updated>\n"
        f"{_link(reader, HOME)}{''.join(_entry(one, reader) for one in issues)}</feed>\n"
    ).encode()


def _entry(issue: Issue, reader: Reader) -> str:
    gettext = reader.wording.gettext
    title = gettext("Issue {name}").format(name=issue.name)
    said = gettext("Facts as of {day}.").format(day=reader.wording.day(issue.day))
    return (
        "<entry>\n"
        f"<id>{_urn(reader.publication, reader.language, issue.name)}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<updated>{_moment(issue.day)}</updated>\n"
        f'{_link(reader, CHANGES)}<content type="text">{escape(said)}</content>\n'
        "</entry>\n"
    )


def _urn(publication: Publication, *parts: str) -> str:
    """A name that no address has to exist for, the same in every edition."""
    return uuid.uuid5(uuid.NAMESPACE_URL, repr((publication.house.id, *parts))).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _link(reader: Reader, page: str) -> str:
    """Where the site stands on the web, if it does."""
    address = reader.publication.house.address
    if not address:
        return ""
    whole = f"{address.rstrip('/')}/{page_path(reader.language, page)}"
    return f'<link rel="alternate" href={quoteattr(whole)}/>\n'
