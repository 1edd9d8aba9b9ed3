"""A typeset page before anybody knows what on it is text and what is furniture.

A page with a text layer and a recognised scan both come to this, and are read alike from here on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from khronika.intake.composing import Word
from khronika.intake.reading import Box


@dataclass(frozen=True)
class Line:
    """Words set on one line of a page; there is at least one, each with its box.

    `size` is the height of its letters in points. `marks` are raised figures and signs that call a
    note, each with the number of words before it: a note itself begins with one at 0. `is_cut`
    says that the last word goes on in the next line.
    """

    words: Sequence[Word]
    size: float
    is_bold: bool = False
    marks: tuple[tuple[int, str], ...] = ()
    is_cut: bool = False

    @cached_property
    def box(self) -> Box:
        """The smallest box around its words."""
        boxes = [word.box for word in self.words if word.box]
        return Box(
            boxes[0].page,
            min(box.x0 for box in boxes),
            min(box.y0 for box in boxes),
            max(box.x1 for box in boxes),
            max(box.y1 for box in boxes),
        )

    @cached_property
    def base(self) -> float:
        """Where its letters stand: recognised boxes hug the ink, and g and y hang below."""
        feet = sorted(word.box.y1 for word in self.words if word.box)
        return feet[len(feet) // 4]

    @cached_property
    def text(self) -> str:
        """Its words with a space between them."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines in the order of the file, and where its pictures are; sizes in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    pictures: tuple[Box, ...] = ()
    is_scan: bool = False

    @property
    def slack(self) -> float:
        """By how much sizes of one type differ on it, as a share: recognised boxes hug the ink."""
        return 0.25 if self.is_scan else 0.06


def usual_size(lines: Sequence[Line]) -> float:
    """The size most of the text is in, by letters; 0 without lines."""
    sizes = sorted((line.size, len(line.text)) for line in lines)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return 0.0


def usual_pitch(lines: Sequence[Line]) -> float:
    """From one line of a paragraph to the next, in points; twice the size where nothing tells."""
    steps = [
        after.base - before.base
        for before, after in pairwise(lines)
        if before.box.page == after.box.page and 0 < after.base - before.base < 3 * before.size
    ]
    return median(steps) if steps else 2 * usual_size(lines)
