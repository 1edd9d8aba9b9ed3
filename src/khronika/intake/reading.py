"""What reading a document gave: its text, its parts, and where each word stands.

Invariants:

- Offsets are Python str offsets into `Reading.text`.
- Parts stand in the order of the text and do not overlap; between them is nothing but white space.
- Boxes are in points from the top left corner of the page; pages count from 1.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from khronika.errors import Problem
from khronika.values.date import PartialDate

SURE = 100  # per cent; text that was typed, not recognised
_SAME_LINE = 0.5  # of the lower of two boxes: what two words of one line share in height


class PartKind(StrEnum):
    """What a part of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    TABLE = "table"  # a row a line, a tab between cells
    MESSAGE = "message"
    MARGIN = "margin"  # what runs along the pages' edges, each wording once, at the text's end


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both; the other is on the same page."""
        return Box(
            self.page,
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def is_beside(self, other: "Box") -> bool:
        """Whether the other follows on the same line of the same page."""
        shared = min(self.y1, other.y1) - max(self.y0, other.y0)
        lower = min(self.y1 - self.y0, other.y1 - other.y0)
        return self.page == other.page and shared > _SAME_LINE * lower and other.x0 >= self.x0


@dataclass(frozen=True, slots=True)
class Places:
    """Where each word of a text stands and how surely it was read, packed: books have millions."""

    starts: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("I"))
    pages: "array[int]" = field(default_factory=lambda: array("I"))
    corners: "array[float]" = field(default_factory=lambda: array("f"))  # x0 y0 x1 y1 of each
    sureness: "array[int]" = field(default_factory=lambda: array("B"))  # per cent

    def add(self, start: int, end: int, *, box: Box, sure: int = SURE) -> None:
        """Put the next word; words come in the order of the text."""
        self.starts.append(start)
        self.ends.append(end)
        self.pages.append(box.page)
        self.corners.extend((box.x0, box.y0, box.x1, box.y1))
        self.sureness.append(sure)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes that hold text[start:end], one for each piece of a line."""
        return tuple(_by_line(self._box(index) for index in self._within(start, end)))

    def sure(self, start: int, end: int) -> int:
        """How surely the least sure word of text[start:end] was read, in per cent."""
        return min((self.sureness[index] for index in self._within(start, end)), default=SURE)

    def _within(self, start: int, end: int) -> range:
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def _box(self, index: int) -> Box:
        return Box(self.pages[index], *self.corners[4 * index : 4 * index + 4])


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, heading, caption ... of a text.

    A message has its own `date`, and `by` whom it is. `boxes` are there where pages are.
    """

    kind: PartKind
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    date: PartialDate | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text with its parts; `problems` tells what could not be read.

    `format` is what the bytes are, `reader` and `version` what read them: the same bytes, reader
    and version give the same reading. `title`, `date` and `lang` are what the document says of
    itself, empty where it says nothing; the date a file was made is no date of a document.
    """

    text: str
    format: str
    reader: str
    version: str
    parts: tuple[Part, ...] = ()
    title: str = ""
    date: PartialDate | None = None
    lang: str = ""
    problems: tuple[Problem, ...] = ()
    places: Places = field(default_factory=Places)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where text[start:end] stands: a box for each piece of a line; none without pages."""
        return self.places.boxes(start, end)

    def sure(self, start: int, end: int) -> int:
        """How surely text[start:end] was read, in per cent: less than 100 on a scan only."""
        return self.places.sure(start, end)

    def at(self, place: str) -> "Reading":
        """The reading with its problems placed in the document of this name."""
        return replace(self, problems=tuple(_placed(one, place) for one in self.problems))


def _placed(problem: Problem, place: str) -> Problem:
    return replace(problem, place=f"{place}, {problem.place}" if problem.place else place)


def _by_line(boxes: Iterable[Box]) -> Iterator[Box]:
    line: Box | None = None
    for box in boxes:
        if line and line.is_beside(box):
            line = line.joined(box)
        else:
            if line:
                yield line
            line = box
    if line:
        yield line
