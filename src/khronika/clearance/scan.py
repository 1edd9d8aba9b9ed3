"""The tripwire: the rendered bytes, read once more for what must not be in them.

Invariants:

- A hit names the file and the claim, never the words.
- A file that is passed at a glance is one that, read in full, holds nothing looked for.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.clearance.forbidden import forbidden_values
from khronika.clearance.unpack import Unscannable, lines_in, parts_in, readings_in, readings_of
from khronika.clearance.words import Lookup
from khronika.schema.claim import ClaimId

__all__ = ["Hit", "Unscannable", "forbidden_values", "scan"]


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Words of this claim stand in this file; `archive.zip!member` for a file in a file."""

    file: str
    claim: ClaimId


def scan(
    files: Iterable[tuple[str, bytes]],
    forbidden: Mapping[ClaimId, Iterable[str]],
    *,
    own: Iterable[str] = (),
) -> tuple[Hit, ...]:
    """Where any of the forbidden texts stands, sorted; raises `Unscannable`.

    A forbidden text that stands in the program's `own` words as well is not looked for: it says
    nothing of anybody there, and could not be told from them.
    """
    lookup = Lookup(_without(forbidden, "\n".join(own)))
    glance, parts = _Glance(lookup), _Parts(lookup)
    hits: set[Hit] = set()
    for file, content in files:
        hits |= {Hit(file, claim) for claim in lookup.find(file)}
        if glance.finds_nothing(content):
            continue
        for place, part in parts_in(file, content):
            hits |= {Hit(place, claim) for claim in parts.find(part)}
    return tuple(sorted(hits))


class _Glance:
    """Tells of most files that they hold nothing looked for, by the one word that tells most.

    Pages are alike in most of their lines, and each line is read once for all of them.
    """

    def __init__(self, lookup: Lookup[ClaimId]) -> None:
        self._lookup = lookup
        self._plain: set[str] = set()  # lines without any such word

    def finds_nothing(self, content: bytes) -> bool:
        """Whether that much is certain; if not, the file is to be read in full."""
        lines = lines_in(content)
        if lines is None:
            return False
        unread = set(lines) - self._plain
        readings = readings_of(unread)
        if not readings or any(map(self._lookup.may_find_in, readings)):
            return False
        self._plain |= unread
        return True


class _Parts:
    """Reads parts of files in full; documents of one form share most of theirs."""

    def __init__(self, lookup: Lookup[ClaimId]) -> None:
        self._lookup = lookup
        self._empty: set[bytes] = set()  # hashes of parts that hold nothing looked for

    def find(self, part: str) -> set[ClaimId]:
        """Whose words stand in the part, in any way that it can be read."""
        known = hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest()
        if known in self._empty:
            return set()
        found = {claim for text in readings_in(part) for claim in self._lookup.find(text)}
        if not found:
            self._empty.add(known)
        return found


def _without(
    forbidden: Mapping[ClaimId, Iterable[str]], own: str
) -> Mapping[ClaimId, Iterable[str]]:
    said = set(Lookup(forbidden).find(own)) if own else set()
    return {
        claim: [one for one in texts if not set(Lookup({claim: [one]}).find(own))]
        if claim in said
        else texts
        for claim, texts in forbidden.items()
    }
