"""The time a text is telling of, so that "on 1 September" gets its year.

Invariants:

- A day without a year is never put after the day of the document.
- A date that already has its year is not touched.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from khronika.extraction.date_found import FoundDate
from khronika.values.date import InvalidDate, PartialDate

YEAR = re.compile(r"(?<![\d.,/№])(?:19[5-9]\d|20[0-4]\d)(?!\d|/|,\d)")
LOOK_BACK = 4  # years; what is told from further back is a memory inside the story


@dataclass(slots=True)
class Story:
    """The year the text last named, bounded by the day of the document."""

    document: PartialDate | None = None
    year: int = 0
    ourselves: str = ""
    told_of: frozenset[int] = frozenset()
    met: set[int] = field(default_factory=set)

    def hears(self, sentence: str, people: Iterable[object] = ()) -> None:
        """Move on to the last year a sentence names, and to those it is the year of."""
        self.met.update(map(id, people))
        years = YEAR.findall(sentence)
        if years and int(years[-1]) > self.year - LOOK_BACK:
            self.year = int(years[-1])
            self.told_of = frozenset(self.met) or self.told_of

    def turns(self) -> None:
        """A new paragraph, which may be the item of somebody else."""
        self.met.clear()

    def goes_on(self) -> None:
        """Words like "he" or "with them" say that the paragraph is of the same people."""
        self.met.update(self.told_of)

    def is_of_others(self, people: Iterable[object]) -> bool:
        """Whether the year was told of others than this paragraph has named so far."""
        here = self.met.union(map(id, people))
        return bool(here and self.told_of) and here.isdisjoint(self.told_of)

    def begins(self) -> None:
        """A new chapter: its own first year counts, however early."""
        self.year, self.told_of = 0, frozenset()

    def date(
        self, found: FoundDate, later: Sequence[FoundDate] = (), *, is_apart: bool = False
    ) -> PartialDate | None:
        """The date that is meant; of several in a row the last may bring the year of all.

        What stands `is_apart` from the story takes the year of the document.
        """
        told = 0 if is_apart and self.document else self.year
        year = found.year or next((date.year for date in later if date.year), 0) or told
        if not year:
            year = self._from_document(found)
        text = found.text(year)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except InvalidDate:
            return None

    def _from_document(self, found: FoundDate) -> int:
        if self.document is None:
            return 0
        day = self.document.last_day
        is_later = (found.month, found.day) > (day.month, day.day) and found.month <= 12
        return day.year - 1 if is_later else day.year
