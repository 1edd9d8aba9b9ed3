"""The key under which a search meets a name, in any script, convention and case.

A page in a browser has no Python, so the rules are data a plain script applies the same way:

1. small letters, NFC; what `silent` matches is taken away;
2. each letter becomes what `letters` says; one not listed loses its accents (NFKD, then without
   U+0300 to U+036F);
3. whatever `word` matches is a word; over each, the `steps` in order, each everywhere it is found
   (backslash 1 is what the first bracket held; in JavaScript, `$1`);
4. the keys of the words with a space between.

Invariants:

- A key proposes and never decides: one key may hold different people.
- The same text gives the same key here and in the browser; `rules` is what the browser is handed.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypedDict, cast

from khronika.identity.table import read_table

WORDS_CACHED = 65_536


class Rules(TypedDict):
    """The shape of `search_key.yaml`, and of what a browser is handed."""

    silent: str
    word: str
    letters: Mapping[str, str]
    steps: Sequence[tuple[str, str]]


_RULES = cast("Rules", read_table("search_key.yaml"))
_SILENT, _WORD = re.compile(_RULES["silent"]), re.compile(_RULES["word"])
_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTERS = str.maketrans(dict(_RULES["letters"]))
_STEPS = tuple((re.compile(found), becomes) for found, becomes in _RULES["steps"])


def rules() -> Rules:
    """The rules as data, for a script that applies them elsewhere."""
    return _RULES


def fold_for_search(text: str) -> str:
    """The keys of the words of a text, in their order; empty for a text without letters."""
    small = _SILENT.sub("", unicodedata.normalize("NFC", text.lower()))
    latin = _ACCENTS.sub("", unicodedata.normalize("NFKD", small.translate(_LETTERS)))
    return " ".join(map(_key_of, _WORD.findall(latin)))


@lru_cache(maxsize=WORDS_CACHED)
def _key_of(word: str) -> str:
    for found, becomes in _STEPS:
        word = found.sub(becomes, word)
    return word
