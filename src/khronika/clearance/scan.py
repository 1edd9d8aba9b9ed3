"""The tripwire: the rendered bytes, read once more for what must not be in them.

Invariants:

- A hit names the file and the claim, never the words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.clearance.forbidden import forbidden_values
from khronika.clearance.unpack import Unscannable, texts_in
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
    hits: set[Hit] = set()
    for file, content in files:
        hits |= {Hit(file, claim) for claim in lookup.find(file)}
        for place, text in texts_in(file, content):
            hits |= {Hit(place, claim) for claim in lookup.find(text)}
    return tuple(sorted(hits))


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
