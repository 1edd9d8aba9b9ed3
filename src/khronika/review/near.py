"""Tells whether a text is here already, word for word or nearly.

Reports are reprinted, and a reprint is no second witness. Each text is kept as a sketch:
the smallest hashes of its runs of words. How many two sketches share tells what share of their
runs the texts have in common, without the texts.

Invariants:

- A sketch does not depend on case, punctuation or line breaks, nor on this machine.
- It tells nothing of a text to who does not have it but for runs that can be guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

RUN = 5  # words; a phrase of fewer is common to many reports
KEPT = 256  # hashes; the likeness is then right within some 6 in 100
SAME = 0.5  # of all runs: an edited reprint shares more, two reports of one hearing far less
_HASH = 8  # bytes
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of a text's runs of words, in order; all of them in a short text."""

    hashes: tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A text that is here, and the share of runs of words in common (0 to 1)."""

    likeness: float
    name: str


def sketch(text: str) -> Sketch:
    """The sketch of a text; a text of fewer words than a run is one run."""
    words = _WORD.findall(text.casefold())
    return Sketch(tuple(sorted(set(map(_hash, _runs(words))))[:KEPT]))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs that two texts have in common, as far as their sketches tell (0 to 1)."""
    both = sorted({*one.hashes, *other.hashes})[:KEPT]
    shared = set(one.hashes) & set(other.hashes)
    return sum(map(shared.__contains__, both)) / len(both) if both else 0.0


def near(text: Sketch, known: Mapping[str, Sketch], *, least: float = SAME) -> tuple[Near, ...]:
    """The texts that are nearly this one, the likest first."""
    found = (Near(likeness(text, held), name) for name, held in known.items())
    return tuple(sorted((one for one in found if one.likeness >= least), reverse=True))


def _runs(words: list[str]) -> Iterator[str]:
    if words:
        for at in range(max(1, len(words) - RUN + 1)):
            yield " ".join(words[at : at + RUN])


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=_HASH).digest(), "big")
