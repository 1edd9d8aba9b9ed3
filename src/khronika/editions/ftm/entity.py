"""An entity as FollowTheMoney writes it: one line of JSON with an id, a schema and properties.

Written here and not by the library, which brings a score of packages; a test holds every line to
the library's own rules.

Invariants:

- An id is made of what is public: the casebook, the address of a page, the id of an open source.
- Values are clean as the library understands it, so that reading them in and out changes nothing.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.clearance.publication import Publication
from khronika.schema.canonical import canonical_json
from khronika.schema.subject import SubjectId

_QUOTED = re.compile(r"""["'](.*)["']\Z""")
_NAMES = frozenset({"name", "alias", "previousName"})


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity; every property holds at least one value, each once, sorted."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def line(self) -> str:
        """The entity as canonical JSON."""
        properties = {name: list(values) for name, values in self.properties.items()}
        return canonical_json({"id": self.id, "schema": self.schema, "properties": properties})


def entity(id_: str, schema: str, properties: Mapping[str, Iterable[str]]) -> Entity:
    """The entity with these properties made clean; a property without a value is left out."""
    cleaned = {name: _cleaned(name, values) for name, values in properties.items()}
    return Entity(id_, schema, {name: values for name, values in cleaned.items() if values})


def person_entity_id(publication: Publication, person: SubjectId) -> str:
    """The id of the person with this page."""
    return f"{publication.house.id}-person-{publication.addresses[person]}"


def case_entity_id(publication: Publication, case: SubjectId) -> str:
    """The id of the case with this page."""
    return f"{publication.house.id}-case-{publication.addresses[case]}"


def source_entity_id(source: SubjectId) -> str:
    """The id of an open source, whichever casebook first described it."""
    return source.replace("/", "-")


def link_id(word: str, *ends: str) -> str:
    """The id of a link of this kind between two entities, from nothing but their ids."""
    framed = "\0".join((word, *ends))
    return f"{word}-{hashlib.sha256(framed.encode('utf-8')).hexdigest()[:40]}"


def _cleaned(name: str, values: Iterable[str]) -> tuple[str, ...]:
    tidied = {_tidy(value) for value in values}
    if name in _NAMES:
        tidied = {_QUOTED.sub(r"\1", value).strip() for value in tidied}
    return tuple(sorted(tidied - {""}))


def _tidy(text: str) -> str:
    """The text in NFC on one line, without characters that cannot be seen."""
    seen = (" " if one.isspace() else one for one in text)
    plain = "".join(one for one in seen if unicodedata.category(one) not in {"Cc", "Cf", "Cs"})
    return unicodedata.normalize("NFC", " ".join(plain.split()))
