"""Divides a kept text into pages to look at: those of the document, else pieces of a few screens.

Invariants:

- The pages of a text follow each other without a gap, and together are the text.
- Where the words of a page stand on it is kept beside the record and can be made again.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from khronika.casebook.cache_file import opened
from khronika.intake.reading import Box, Places, Reading
from khronika.intake.wire import Garbled, from_bytes, to_bytes

PIECE = 5_000  # characters; some three screens
_LEAST = PIECE // 2


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page: text[start:end], and of which page of the document there can be a picture.

    `shown` is 0 where the document has no pages. `words` tells where the words of the page stand.
    """

    number: int
    start: int
    end: int
    shown: int = 0
    words: Places = field(default_factory=Places, compare=False)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where text[start:end] stands on the page, as far as it stands on it."""
        return self.words.boxes(max(0, start - self.start), end - self.start)


def pages_of(reading: Reading) -> tuple[TextPage, ...]:
    """The pages of a document; pieces of its text where it has none."""
    turns = list(_turns(reading.places))
    if not turns:
        return pieces_of(reading.text)
    starts = [0, *(start for _, start in turns[1:])]
    ends = [*starts[1:], len(reading.text)]
    return tuple(
        TextPage(number, start, end, shown, _within(reading.places, start, end, shown))
        for number, (start, end, (shown, _)) in enumerate(zip(starts, ends, turns, strict=True), 1)
    )


def pieces_of(text: str) -> tuple[TextPage, ...]:
    """The text in pieces that end where a paragraph does, if one does."""
    cuts = [0, *_cuts(text), len(text)]
    return tuple(
        TextPage(number, start, end) for number, (start, end) in enumerate(pairwise(cuts), 1)
    )


def keep_pages(folder: Path, text: str, pages: Sequence[TextPage]) -> None:
    """Keep the pages of the text of this hash."""
    with opened(folder) as store:
        store.execute("delete from page where text = ?", (text,))
        for one in pages:
            words = to_bytes(Reading(" " * (one.end - one.start), "", "", "", places=one.words))
            row = (text, one.number, one.start, one.end, one.shown, words)
            store.execute("insert into page values (?, ?, ?, ?, ?, ?)", row)


def kept_pages(folder: Path, text: str) -> tuple[TextPage, ...]:
    """The pages of the text of this hash, without their words; none if none are kept."""
    asked = "select number, start, finish, shown from page where text = ? order by number"
    with opened(folder) as store:
        return tuple(TextPage(*row) for row in store.execute(asked, (text,)))


def kept_page(folder: Path, text: str, number: int) -> TextPage | None:
    """One page with its words."""
    asked = "select start, finish, shown, words from page where text = ? and number = ?"
    with opened(folder) as store:
        row = store.execute(asked, (text, number)).fetchone()
    if row is None:
        return None
    start, end, shown, words = row
    try:
        return TextPage(number, start, end, shown, from_bytes(words).places)
    except Garbled:
        return TextPage(number, start, end, shown)


def _turns(places: Places) -> Iterator[tuple[int, int]]:
    """Each page on which words stand, and where its first word begins.

    What runs along the edges stands at the text's end and turns no page back.
    """
    last = 0
    for start, page in zip(places.starts, places.pages, strict=True):
        if page > last:
            yield page, start
            last = page


def _within(places: Places, start: int, end: int, shown: int) -> Places:
    found = Places()
    for at in range(bisect_left(places.starts, start), bisect_left(places.starts, end)):
        if places.pages[at] == shown and places.ends[at] <= end:
            box = Box(shown, *places.corners[4 * at : 4 * at + 4])
            place = places.starts[at] - start, places.ends[at] - start
            found.add(*place, box=box, sure=places.sureness[at])
    return found


def _cuts(text: str) -> Iterator[int]:
    at = 0
    while len(text) - at > PIECE:
        at = _end_of_paragraph(text, at)
        yield at


def _end_of_paragraph(text: str, at: int) -> int:
    for sign in ("\n\n", "\n", ". ", " "):
        found = text.rfind(sign, at + _LEAST, at + PIECE)
        if found >= 0:
            return found + len(sign)
    return at + PIECE
