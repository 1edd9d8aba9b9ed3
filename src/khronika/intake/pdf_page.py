"""Takes the words of a PDF page with their boxes; the one module that speaks to the PDF engine.

Invariants:

- Boxes are in points from the top left corner of the page as it is shown, turned pages included.
- A figure set above the line calls a note: it never becomes part of the word before it ("2022" and
  a 1 are no 20221).
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as engine

from khronika.intake.composing import Word
from khronika.intake.page import Line, Page
from khronika.intake.reading import Box

_BREAKS = "\r\n\x0b\x0c\u2028\u2029"
_SPACES = " \t\xa0\u2002\u2003\u2009\u202f"
_CUT = "\x02"  # how the engine gives a hyphen at the end of a line
_HYPHENS = "-\u2010\xad\x02"
_CALLS = "0123456789*†‡"
_RAISED = 0.18  # of the height of a line; figures that hang below it are the usual exception
_BOLD = 600
_GAP = 2.5  # times the height of a line: what no space between words comes to


@dataclass(frozen=True, slots=True)
class _Spot:
    """One character: its index in the engine's count, and its sign."""

    index: int
    sign: str


class PdfPage:
    """One page, open in the engine."""

    def __init__(self, page: pdfium.PdfPage, number: int) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._number = number
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._turn = page.get_rotation()

    def page(self) -> Page:
        """Its lines and pictures."""
        width, height = self._right - self._left, self._top - self._bottom
        if self._turn in (90, 270):
            width, height = height, width
        lines = tuple(line for row in self._rows() for line in self._lines(row))
        return Page(self._number, width, height, lines, tuple(self._pictures()))

    def _rows(self) -> Iterator[list[list[_Spot]]]:
        """The characters, by line and word."""
        row: list[list[_Spot]] = [[]]
        for spot in self._spots():
            if spot.sign in _BREAKS:
                yield row
                row = [[]]
            elif spot.sign in _SPACES:
                row.append([])
            else:
                row[-1].append(spot)
                if spot.sign == _CUT:  # the engine puts no break behind it
                    yield row
                    row = [[]]
        yield row

    def _spots(self) -> Iterator[_Spot]:
        for index in range(self._text.count_chars()):
            code = engine.FPDFText_GetUnicode(self._text, index)
            yield _Spot(index, chr(code) if code < 0x110000 else "\ufffd")

    def _lines(self, row: list[list[_Spot]]) -> Iterator[Line]:
        """The line of these words, in pieces where a gap no space makes divides it."""
        words = [word for word in row if word]
        if not words:
            return
        boxes = [self._around(word[0].index, word[-1].index) for word in words]
        first = 0
        for at, (before, after) in enumerate(pairwise(boxes), start=1):
            gap = after.x0 - before.x1
            if gap > _GAP * (before.y1 - before.y0) or gap < -_GAP * (before.y1 - before.y0):
                yield from self._line(words[first:at], boxes[first:at])
                first = at
        yield from self._line(words[first:], boxes[first:])

    def _line(self, words: list[list[_Spot]], boxes: list[Box]) -> Iterator[Line]:
        base = self._origin(max(words, key=len)[0].index)
        size = max(box.y1 - box.y0 for box in boxes)
        kept: list[Word] = []
        marks: list[tuple[int, str]] = []
        for word, box in zip(words, boxes, strict=True):
            calls = [spot for spot in word if self._is_raised(spot, base=base, size=size)]
            said = "".join(spot.sign for spot in word if spot not in calls)
            before = bool(calls) and calls[0] is word[0]
            if said:
                kept.append(Word(said, box))
            if calls:
                at = len(kept) - bool(said and before)
                marks.append((at, "".join(spot.sign for spot in calls)))
        if kept:
            is_cut = kept[-1].text[-1] in _HYPHENS and len(kept[-1].text) > 1
            yield Line(kept, size, self._is_bold(words[0][0].index), tuple(marks), is_cut)
        elif marks:  # a lone call stands before a note set as a line of its own
            yield Line([Word(marks[0][1], boxes[0])], size)

    def _is_raised(self, spot: _Spot, *, base: float, size: float) -> bool:
        if spot.sign not in _CALLS:
            return False
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        engine.FPDFText_GetCharBox(self._text, spot.index, left, right, bottom, top)
        origin = self._origin(spot.index)
        lifted = origin - base > _RAISED * size
        small = spot.sign.isdigit() and bottom.value - origin > _RAISED * size
        return (lifted or small) and self._turn == 0

    def _origin(self, index: int) -> float:
        """The height of the line this character stands on."""
        x, y = ctypes.c_double(), ctypes.c_double()
        engine.FPDFText_GetCharOrigin(self._text, index, x, y)
        return y.value

    def _is_bold(self, index: int) -> bool:
        return bool(engine.FPDFText_GetFontWeight(self._text, index) >= _BOLD)

    def _around(self, first: int, last: int) -> Box:
        one, other = self._loose(first), self._loose(last)
        return self._shown(
            min(one.left, other.left),
            min(one.bottom, other.bottom),
            max(one.right, other.right),
            max(one.top, other.top),
        )

    def _loose(self, index: int) -> engine.FS_RECTF:
        found = engine.FS_RECTF()
        engine.FPDFText_GetLooseCharBox(self._text, index, found)
        return found

    def _shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box on the page as it is shown."""
        x0, x1 = left - self._left, right - self._left
        y0, y1 = self._top - top, self._top - bottom
        width, height = self._right - self._left, self._top - self._bottom
        turned = {
            0: (x0, y0, x1, y1),
            90: (height - y1, x0, height - y0, x1),
            180: (width - x1, height - y1, width - x0, height - y0),
            270: (y0, width - x1, y1, width - x0),
        }
        return Box(self._number, *turned[self._turn])

    def _pictures(self) -> Iterator[Box]:
        for one in self._page.get_objects(filter=[engine.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            yield self._shown(*one.get_bounds())
