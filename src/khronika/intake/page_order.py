"""Puts a page's lines into the order they are read in.

Most programs write a page in the order of reading, columns included, and then it is kept: no
measure knows a page better than whoever set it. Only where lines jump about is it worked out.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from khronika.intake.page import Line, Page

_MOST_JUMPS = 0.2  # of all steps from line to line; notes and heads set last are fewer
_SAME_ROW = 0.5  # of a line's height


def ordered(page: Page) -> Page:
    """The page with its lines as they are read."""
    lines = page.lines
    jumps = sum(_jumps_up(before, after) for before, after in pairwise(lines))
    if jumps <= _MOST_JUMPS * len(lines):
        return page
    return replace(page, lines=tuple(_by_column(lines)))


def _jumps_up(before: Line, after: Line) -> bool:
    """Whether the step goes upwards though both lines are of one column, or back along a row."""
    overlap = min(before.box.x1, after.box.x1) - max(before.box.x0, after.box.x0)
    if overlap > 0:
        return after.box.y1 < before.box.y0
    near = abs(after.box.y0 - before.box.y0) < _SAME_ROW * before.size
    return near and after.box.x1 < before.box.x0


def _by_column(lines: Sequence[Line]) -> list[Line]:
    """Down one column, then the next; what spans both divides what is above from what is below."""
    split = _gutter(lines)
    down = sorted(lines, key=lambda line: (line.box.y0, line.box.x0))
    if split is None:
        return down
    read: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in down:
        if line.box.x1 <= split:
            left.append(line)
        elif line.box.x0 >= split:
            right.append(line)
        else:
            read += [*left, *right, line]
            left, right = [], []
    return [*read, *left, *right]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where most lines end on one side of and the rest begin on the other; None with one column."""
    edges = sorted({line.box.x0 for line in lines})
    best: float | None = None
    fewest = 0.15 * len(lines)  # what may span both: headings, pictures
    for edge in edges:
        spanning = sum(line.box.x0 < edge - 1 and line.box.x1 > edge + 1 for line in lines)
        sides = [sum(line.box.x1 <= edge + 1 for line in lines)]
        sides.append(sum(line.box.x0 >= edge - 1 for line in lines))
        if spanning < fewest and min(sides) > 0.2 * len(lines):
            best, fewest = edge, spanning
    return best
