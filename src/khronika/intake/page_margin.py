"""Finds what runs along the edges of pages: running heads and feet, and the numbers of pages.

Invariants:

- A line is furniture only at an edge, and only where it repeats or is nothing but a number.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from khronika.intake.page import Line, Page, usual_pitch, usual_size

EDGE = 0.13  # of a page's height: wider margins are blank
DEPTH = 2  # rows of furniture at an edge
_WIDER = 1.4  # times the usual gap between lines: what divides furniture from text
OFTEN = 3  # times a running head stands at an edge, in a text of more than a few pages
_FEW = 4
_NUMBER = re.compile(
    r"[^\w]*(?:(?:page|p\.|стр\.?|с\.|seite|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|из|von|sur)\s*\d{1,4})?[^\w]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The pages without furniture, and each wording of the furniture once."""

    pages: tuple[Page, ...]
    margins: tuple[Line, ...]


def trim(pages: Sequence[Page]) -> Trimmed:
    """Take the furniture off the pages."""
    repeated = _repeated(pages)
    left: list[Page] = []
    margins: dict[str, Line] = {}
    for page in pages:
        away = [line for line in _edge_lines(page) if _is_furniture(line, repeated)]
        for line in away:
            if not _NUMBER.fullmatch(line.text):
                margins.setdefault(_wording(line), line)
        left.append(_without(page, away))
    return Trimmed(tuple(left), tuple(margins.values()))


def _without(page: Page, away: Sequence[Line]) -> Page:
    gone = set(map(id, away))
    return replace(page, lines=tuple(line for line in page.lines if id(line) not in gone))


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    counted = Counter(
        wording for page in pages for wording in {_wording(line) for line in _edge_lines(page)}
    )
    enough = OFTEN if len(pages) > _FEW else 2
    return frozenset(wording for wording, times in counted.items() if times >= enough)


def _is_furniture(line: Line, repeated: frozenset[str]) -> bool:
    return _wording(line) in repeated or bool(_NUMBER.fullmatch(line.text))


def _edge_lines(page: Page) -> list[Line]:
    """The lines at the page's edges that a gap divides from the rest, unless they are notes."""
    down = sorted(page.lines, key=lambda line: line.box.y0)
    usual = max(usual_pitch(page.lines) - usual_size(page.lines), 0)
    heads = [one for one in _outer(down, usual) if one.box.y1 < EDGE * page.height]
    feet = [one for one in _outer(down[::-1], usual) if one.box.y0 > (1 - EDGE) * page.height]
    return [*heads, *(feet if feet != heads else [])]


def _outer(lines: Sequence[Line], usual: float) -> list[Line]:
    """The first rows of lines up to a gap; none where there are too many rows, or a note."""
    outer: list[Line] = []
    rows = 0
    for before, line in zip([None, *lines], lines, strict=False):
        gap = _gap(before, line) if before else 0.0
        if gap > _WIDER * usual:
            break
        outer.append(line)
        rows += not before or gap > -0.5 * line.size
        if rows > DEPTH or (line.marks and line.marks[0][0] == 0):
            return []
    return outer


def _gap(one: Line, other: Line) -> float:
    """What stands between two lines in height, in points; less than 0 on one row."""
    return max(other.box.y0 - one.box.y1, one.box.y0 - other.box.y1)


def _wording(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())
