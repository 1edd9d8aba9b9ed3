"""Finds words in the texts that are kept, in any script and case form.

Invariants:

- The index is beside the record: it can be deleted, and is brought forward as texts arrive.
- Only texts that were asked about are found or counted: who may see which is for others to say.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.cache_file import opened
from khronika.identity.search_key import fold_for_search

MOST_WORDS = 8
MOST_PAGES = 5_000  # looked through for one question
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:\.\d+)*")
_NUMBER = re.compile(r"\d")
_AROUND = 90  # characters of context on each side
# Of a long word the last sounds are left open: an ending the table of names does not know.
_OPEN = ((9, 2), (6, 1))


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which the words stand, the first page with all of them, and how many pages."""

    text: str
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text around a word that was asked for."""

    before: str
    word: str
    after: str


def missing(folder: Path, texts: Iterable[str]) -> list[str]:
    """Those of the texts (by hash) that the index does not hold, sorted."""
    with opened(folder) as store:
        held = {one for (one,) in store.execute("select text from indexed")}
    return sorted(set(texts) - held)


def keep_words(folder: Path, text: str, pages: Iterable[tuple[int, str]]) -> None:
    """Put the pages of a text into the index, in place of how it was divided before."""
    rows = [(" ".join(_keys(words)), text, number) for number, words in pages]
    with opened(folder) as store:
        held = store.execute("select 1 from indexed where text = ?", (text,)).fetchone()
        if held:
            store.execute("delete from said where text = ?", (text,))
        store.executemany("insert into said values (?, ?, ?)", rows)
        store.execute("insert or ignore into indexed values (?)", (text,))


def find_words(folder: Path, words: str, *, within: Collection[str]) -> tuple[Hit, ...]:
    """The texts among these that hold all the words on one page, those with most pages first."""
    asked = " AND ".join(map(_asked, _stems(words)))
    if not asked:
        return ()
    found: dict[str, list[int]] = {}
    with opened(folder) as store:
        sql = "select text, number from said where said match ? order by rowid limit ?"
        for text, number in store.execute(sql, (asked, MOST_PAGES)):
            if text in within:
                found.setdefault(text, []).append(number)
    hits = (Hit(text, min(pages), len(pages)) for text, pages in found.items())
    return tuple(sorted(hits, key=lambda one: (-one.pages, one.text)))


def line_around(page: str, words: str) -> Line:
    """The line around the first of the words that stands on the page; its beginning for none."""
    stems = _stems(words)
    for found in _WORD.finditer(page):
        if _key(found[0]).startswith(tuple(stems)):
            start, end = found.span()
            before = _cut(page[max(0, start - _AROUND) : start], at_end=False)
            return Line(before, found[0], _cut(page[end : end + _AROUND], at_end=True))
    return Line(_cut(page[: 2 * _AROUND], at_end=True), "", "")


def _asked(stem: str) -> str:
    """A word is met by its beginning, a number as it is."""
    return f'"{stem}"' if _NUMBER.search(stem) else f'"{stem}" *'


def _cut(text: str, *, at_end: bool) -> str:
    """The text without the half of a word where it was cut."""
    plain = re.sub(r"\s+", " ", text)
    if len(plain) < _AROUND - 1 or " " not in plain.strip():
        return plain
    return plain.rpartition(" ")[0] + " …" if at_end else "… " + plain.partition(" ")[2]


def _stems(words: str) -> Sequence[str]:
    keys = [one for one in _keys(words) if one][:MOST_WORDS]
    return list(dict.fromkeys(_stem(one) for one in keys))


def _stem(key: str) -> str:
    if _NUMBER.search(key):
        return key
    return next((key[:-left] for long, left in _OPEN if len(key) >= long), key)


def _keys(words: str) -> Iterator[str]:
    return (key for found in _WORD.finditer(words) if (key := _key(found[0])))


def _key(word: str) -> str:
    """A number stands as it is, written without a dot: what divides words divides no article."""
    if word[0].isdigit():
        return word.replace(".", "d")
    return fold_for_search(word).replace(" ", "")
