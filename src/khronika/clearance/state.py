"""One hash for what leaves, so that two editions can be told apart by nothing but their content.

Invariants:

- Only what leaves is hashed: a restricted claim changes nothing.
- Every row counts as it leaves: a claim of a closed source without what is held back.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date

from khronika.dossier.material import Material
from khronika.schema.canonical import Json, content_id, normal
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId


def publication_state(
    material: Material, *, known: Mapping[ClaimId, date], notes: Mapping[SubjectId, str]
) -> str:
    """SHA-256 (64 lower-case hex digits) over the sorted hashes of the rows that leave."""
    hashes = sorted(_rows(material, known, notes))
    return hashlib.sha256("\n".join(hashes).encode("ascii")).hexdigest()


def _rows(
    material: Material, known: Mapping[ClaimId, date], notes: Mapping[SubjectId, str]
) -> Iterator[str]:
    for one in material.claims:
        month = known[one].isoformat() if one in known else ""
        yield _row("claim", one, material.recorded.get(one, ""), month)
    for source in material.sources.values():
        yield _row("source", source.entry_id())
    for decision in material.decisions:
        yield _row("decision", decision.id())
    for one, name in material.left_out:
        yield _row("left out", one, name)
    for person, text in notes.items():
        yield _row("note", person, normal(text))


def _row(*parts: Json) -> str:
    return content_id("publication/1", parts)
