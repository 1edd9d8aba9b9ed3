"""Open data as an edition: claims, people, sources, changes, a dictionary, and a manifest."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.data.change import CHANGE_COLUMNS, change_rows
from khronika.editions.data.claim import claims_jsonl
from khronika.editions.data.column import table
from khronika.editions.data.dictionary import dictionary_csv
from khronika.editions.data.manifest import manifest_json
from khronika.editions.data.person import person_columns, person_rows
from khronika.editions.data.source import named_sources, source_columns
from khronika.editions.digest import Dependencies, before_it, digest
from khronika.editions.edition import File
from khronika.schema.visibility import Use

FOLDER = "data"
MANIFEST = "manifest.json"

Maker = Callable[[Publication], bytes]


@dataclass(frozen=True, slots=True)
class DataEdition:
    """The same facts as the pages, for machines and spreadsheets."""

    name: str = "data"
    uses: frozenset[Use] = frozenset(Use)

    def files(self, publication: Publication) -> Iterator[File]:
        """The tables, then the manifest that describes them."""
        depends = digest(
            Dependencies(publication).everything(),
            sorted(publication.claims),
            sorted(publication.known.items()),
            sorted(publication.addresses.items()),
            named_sources(publication),
            before_it(publication),
        )
        made = _Made(publication)
        for name in _FILES:
            yield File(f"{FOLDER}/{name}", partial(made.file, name), digest(depends, name))
        yield File(f"{FOLDER}/{MANIFEST}", made.manifest, digest(depends, MANIFEST))


class _Made:
    """Remembers the hash and size of each file it made, so that the manifest makes none twice."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._seen: dict[str, tuple[str, int]] = {}

    def file(self, name: str) -> bytes:
        data = _FILES[name](self._publication)
        self._seen[name] = hashlib.sha256(data).hexdigest(), len(data)
        return data

    def manifest(self) -> bytes:
        for name in _FILES:
            if name not in self._seen:
                self.file(name)
        return manifest_json(self._publication, self._seen)


def _people(publication: Publication) -> bytes:
    return table(person_columns(publication.languages), person_rows(publication))


def _sources(publication: Publication) -> bytes:
    return table(source_columns(publication), named_sources(publication))


def _dictionary(publication: Publication) -> bytes:
    people = [one.described for one in person_columns(publication.languages)]
    sources = [one.described for one in source_columns(publication)]
    changed = [one.described for one in CHANGE_COLUMNS]
    return dictionary_csv({"changes.csv": changed, "people.csv": people, "sources.csv": sources})


def _changes(publication: Publication) -> bytes:
    return table(CHANGE_COLUMNS, change_rows(publication))


_FILES: dict[str, Maker] = {
    "changes.csv": _changes,
    "claims.jsonl": claims_jsonl,
    "dictionary.csv": _dictionary,
    "people.csv": _people,
    "sources.csv": _sources,
}
