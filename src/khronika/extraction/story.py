"""The time a text is telling of, so that "on 1 September" gets its year.

Invariants:

- A day without a year is never put after the day of the document.
- A date that already has its year is not touched.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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

    def hears(self, sentence: str) -> None:
        """Move on to the last year a sentence names."""
        years = YEAR.findall(sentence)
        if years and int(years[-1]) > self.year - LOOK_BACK:
            self.year = int(years[-1])

    def begins(self) -> None:
        """A new chapter: its own first year counts, however early."""
        self.year = 0

    def date(self, found: FoundDate, later: Sequence[FoundDate] = ()) -> PartialDate | None:
        """The date that is meant; of several in a row the last may bring the year of all."""
        year = found.year or next((date.year for date in later if date.year), 0) or self.year
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
