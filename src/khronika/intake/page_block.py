"""Gathers a page's lines into blocks, and tells text from headings, captions and notes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby, pairwise

from khronika.intake.heading import LONGEST_LOUD, is_loud
from khronika.intake.page import Line, Page
from khronika.intake.reading import Box, PartKind

_WIDER = 1.22  # times the usual pitch: what divides paragraphs
_INDENT = 0.9  # of the size of a line
_SHORT = 2.5  # times the size: how far before the edge a last line ends
_SMALL = 0.94  # of the usual size: notes and captions
_LARGE = 1.12  # of it: headings
_NEARER = 0.75
_BLANK = 3.5  # times the pitch: a blank of a scan that holds a picture
_NEAR = 3.0  # times the pitch: how far a caption stands from its picture
_LONGEST_CAPTION = 600
_LONGEST_LOOSE = 200  # words beside a picture that end no sentence
_ENDS = re.compile(r"[.!?…:;][»”\"')\]]*\Z")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|pic(?:ture|\.)|photo|illustration|table|рис(?:унок|\.)|фото|илл(?:\.|юстрация)"
    r"|таблица|табл\.|abb(?:ildung|\.)|bild|foto|tabelle|tableau)\s*(?:№\s*)?(?:\d|[:.])",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:\d{1,3}(?!\d)|[*†‡]{1,3}|\[\d{1,3}\])[.)]?\s*[^\W\d]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `is_indented` tells of the first, `is_full` of the last line."""

    kind: PartKind
    lines: tuple[Line, ...]
    is_indented: bool = False
    is_full: bool = False

    @property
    def text(self) -> str:
        """Its lines in one."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_finished(self) -> bool:
        """Whether its last line ends a sentence."""
        last = self.lines[-1]
        return not last.is_cut and bool(_ENDS.search(last.text))


@dataclass(frozen=True, slots=True)
class Usual:
    """What most of the document is set in: size of letters, and line to line, in points."""

    size: float
    pitch: float


@dataclass(frozen=True, slots=True)
class _Body:
    """The lines of a page's text, and what they are measured by."""

    page: Page
    usual: Usual
    lines: Sequence[Line]

    def beside(self, line: Line) -> list[Line]:
        """The lines that begin where this one does: its column."""
        return [one for one in self.lines if abs(one.box.x0 - line.box.x0) < 3 * line.size]

    def is_full(self, line: Line) -> bool:
        """Whether it reaches the right edge of its column."""
        edge = max(one.box.x1 for one in self.beside(line))
        return line.box.x1 > edge - _SHORT * line.size

    def is_small(self, line: Line) -> bool:
        """Whether it is set smaller than the text."""
        return line.size < (_SMALL - self.page.slack / 4) * self.usual.size

    def is_large(self, line: Line) -> bool:
        """Whether it is set larger than the text."""
        return line.size > (_LARGE + self.page.slack) * self.usual.size


def blocks_of(page: Page, usual: Usual) -> Iterator[Block]:
    """The page's blocks in the order of reading, its notes last."""
    if page.is_scan:
        page = replace(page, pictures=tuple(_blanks(page, usual)))
    notes = _notes(_Body(page, usual, page.lines))
    gone = set(map(id, notes))
    body = _Body(page, usual, [line for line in page.lines if id(line) not in gone])
    for lines in _grouped(body):
        yield _block(lines, body)
    for lines in _by_call(notes):
        yield Block(PartKind.FOOTNOTE, tuple(lines))


def _blanks(page: Page, usual: Usual) -> Iterator[Box]:
    """Where a scan has no words for long: its pictures, as far as words can tell."""
    for before, after in pairwise(sorted(page.lines, key=lambda line: line.base)):
        if after.box.y0 - before.box.y1 > _BLANK * usual.pitch:
            yield Box(page.number, 0, before.box.y1, page.width, after.box.y0)


def _notes(body: _Body) -> list[Line]:
    """The lines of notes: small, from one with a call on, and below the text of their column."""
    text = [line for line in body.lines if not body.is_small(line)]
    notes: list[Line] = []
    for is_small, run in groupby(body.lines, key=body.is_small):
        lines = list(run) if is_small else []
        if not body.page.is_scan:  # a raised figure is seldom recognised as what it is
            lines = list(dropwhile(lambda line: not _begins_note(line), lines))
        if lines and not any(_is_under(one, lines[0]) for one in text):
            notes += lines
    return notes


def _is_under(one: Line, other: Line) -> bool:
    """Whether it stands lower in the column of the other."""
    return _shared(one.box, other.box) > 0 and one.box.y0 > other.box.y0


def _shared(one: Box, other: Box) -> float:
    """How much of their width two boxes share, in points; less than 0 for the gap between them."""
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _begins_note(line: Line) -> bool:
    raised = bool(line.marks) and line.marks[0][0] == 0
    return raised or bool(_NOTE.match(line.text))


def _by_call(lines: Sequence[Line]) -> Iterator[list[Line]]:
    note: list[Line] = []
    for line in lines:
        if note and _begins_note(line):
            yield note
            note = []
        note.append(line)
    if note:
        yield note


def _grouped(body: _Body) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line, following in zip(body.lines, [*body.lines[1:], None], strict=False):
        if group and _begins(line, group[-1], following, body=body):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: Line, before: Line, following: Line | None, *, body: _Body) -> bool:
    """Whether a paragraph begins with this line."""
    step = line.base - before.base
    if abs(step) < 0.3 * line.size and line.box.x0 >= before.box.x1:
        return False  # the same line goes on behind a gap
    if step <= 0 or step > _WIDER * max(1.0, line.size / body.usual.size) * body.usual.pitch:
        return True
    if _is_set_otherwise(line, before, body) or _is_indented(line, before, following):
        return True
    return bool(_ENDS.search(before.text)) and not body.is_full(before)


def _is_set_otherwise(line: Line, before: Line, body: _Body) -> bool:
    """Whether it is of another size or weight than the line before, or in capitals alone."""
    if is_loud(line.text) != is_loud(before.text) and min(map(len, (line.text, before.text))) > 3:
        return True
    heavier = line.is_bold != before.is_bold and not body.page.is_scan
    return heavier or abs(line.size - before.size) > body.page.slack * body.usual.size


def _is_indented(line: Line, before: Line, following: Line | None) -> bool:
    """Whether it begins farther in than the lines around it."""
    room = _INDENT * line.size
    farther = line.box.x0 > before.box.x0 + room
    back = following is None or following.box.x0 < line.box.x0 - room
    aside = abs(line.box.x0 + line.box.x1 - before.box.x0 - before.box.x1) > room  # not centred
    return farther and back and aside and line.box.x0 < before.box.x0 + 6 * room


def _block(lines: list[Line], body: _Body) -> Block:
    first = lines[0]
    left = min(one.box.x0 for one in body.beside(first))
    return Block(
        _kind(lines, body),
        tuple(lines),
        is_indented=first.box.x0 > left + _INDENT * first.size,
        is_full=body.is_full(lines[-1]),
    )


def _kind(lines: list[Line], body: _Body) -> PartKind:
    text = " ".join(line.text for line in lines)
    if is_loud(text):
        return PartKind.HEADING
    if len(text) <= _LONGEST_CAPTION and _is_caption(lines, text, body):
        return PartKind.CAPTION
    if len(text) <= LONGEST_LOUD and _is_heading(lines, text, body):
        return PartKind.HEADING
    return PartKind.PARAGRAPH


def _is_heading(lines: list[Line], text: str, body: _Body) -> bool:
    large = all(body.is_large(line) for line in lines)
    bold = all(line.is_bold for line in lines)
    return (large or bold) and not text.endswith((",", ";"))


def _is_caption(lines: list[Line], text: str, body: _Body) -> bool:
    if _CAPTION.match(text):
        return True
    if not any(_is_near(lines, picture, body.usual) for picture in body.page.pictures):
        return False
    left = min(line.box.x0 for line in body.lines if _shared(line.box, lines[0].box) > 0)
    centred = all(line.box.x0 > left + 1.5 * line.size for line in lines)
    return centred or all(map(body.is_small, lines)) or _is_nearer(lines, text, body)


def _is_nearer(lines: list[Line], text: str, body: _Body) -> bool:
    """Whether it ends no sentence, and stands nearer to a picture than to other text."""
    if len(text) > _LONGEST_LOOSE or _ENDS.search(text) or lines[0].is_bold:
        return False
    own = set(map(id, lines))
    others = [one.box for one in body.lines if id(one) not in own]
    return _distance(lines, body.page.pictures) < _NEARER * _distance(lines, others)


def _distance(lines: list[Line], others: Iterable[Box]) -> float:
    """How far the next of the others is above or below, in points; endless without one."""
    first, last = lines[0].box, lines[-1].box
    column = [box for box in others if _shared(box, first) > 0]
    gaps = [max(box.y0 - last.y1, first.y0 - box.y1, 0) for box in column]
    return min(gaps, default=float("inf"))


def _is_near(lines: list[Line], picture: Box, usual: Usual) -> bool:
    """Whether they stand right under or over the picture."""
    first, last = lines[0].box, lines[-1].box
    under, over = first.y0 - picture.y1, picture.y0 - last.y1
    return _shared(picture, first) > 0 and any(
        -usual.size < gap < _NEAR * usual.pitch for gap in (under, over)
    )
