"""The rough keys of a name: only names that share one are worth comparing.

Invariants:

- Spellings of one name share a key, whatever the script, the case, the order of words, the short
  form of a given name, and one slip in a surname. (Measured, not proven: `bench/identity.py`.)
- A given name alone is no key: there are too many people of every one.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, permutations, product
from typing import TypedDict, cast

from khronika.identity.prepared import Prepared
from khronika.identity.sounds import WORDS_CACHED
from khronika.identity.table import read_table
from khronika.identity.token import Token

MAX_READINGS = 4  # keys of one word whose letters are ambiguous
SLIPPED = 4  # signs a key has at least, for one of them to be left out
HEAD = 2  # signs of a surname that stand beside a given name


class Table(TypedDict):
    """The shape of `keys.yaml`."""

    classes: dict[str, list[str]]


_CLASSES = cast("Table", read_table("keys.yaml"))["classes"]


def keys_of(name: Prepared) -> frozenset[str]:
    """The keys of a name; none for a name without letters."""
    tokens = [one for one in name.free if not one.is_initial]
    return frozenset(_keys(tokens))


def _keys(tokens: Sequence[Token]) -> Iterator[str]:
    for one in tokens:
        if not one.names or len(tokens) == 1:
            yield from _with_slips(one)
    for one, other in permutations(tokens, 2):
        yield from _beside(one, other)


def _beside(one: Token, other: Token) -> Iterator[str]:
    """A given name beside another word, and beside its head alone."""
    givens = [str(name) for name in sorted(one.names)] or [f"{read}." for read in skeletons(one)]
    for given, skeleton in product(givens, skeletons(other)):
        yield f"{given}{skeleton}."
        yield f"{given}{skeleton[:HEAD]}"


@lru_cache(maxsize=WORDS_CACHED)
def _with_slips(token: Token) -> tuple[str, ...]:
    """The keys of a word, and each with one sign left out: two that differ by a slip share one."""
    found: dict[str, None] = {}
    for skeleton in skeletons(token):
        found[skeleton] = None
        if len(skeleton) >= SLIPPED:
            found |= dict.fromkeys(
                skeleton[:place] + skeleton[place + 1 :] for place in range(len(skeleton))
            )
    return tuple(found)


@lru_cache(maxsize=WORDS_CACHED)
def skeletons(token: Token) -> tuple[str, ...]:
    """The consonants of a word by their classes, the likeliest reading first; else its sounds."""
    choices = [_classes(sign) for sign in token.stem]
    read = islice(product(*choices), MAX_READINGS)
    return tuple(dict.fromkeys(_once("".join(one)) or token.sounds for one in read))


@cache
def _classes(sign: str) -> tuple[str, ...]:
    if sign.isascii():
        return tuple(_CLASSES.get(sign, ("",)))
    return (sign,)


def _once(skeleton: str) -> str:
    return "".join(
        sign for place, sign in enumerate(skeleton) if not place or skeleton[place - 1] != sign
    )
