"""The tripwire: the rendered bytes, read once more for what must not be in them.

Invariants:

- A hit names the file and the claim, never the words.
- A file that is passed at a glance is one that, read in full, holds nothing looked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.clearance.forbidden import forbidden_values
from khronika.clearance.unpack import Unscannable, lines_in, readings_of, texts_in
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
    glance = _Glance(lookup)
    hits: set[Hit] = set()
    for file, content in files:
        hits |= {Hit(file, claim) for claim in lookup.find(file)}
        if glance.finds_nothing(content):
            continue
        for place, text in texts_in(file, content):
            hits |= {Hit(place, claim) for claim in lookup.find(text)}
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
