"""Makes running text of typeset pages: whole sentences, with what stood between them behind them.

Invariants:

- No caption, note or running head stands inside a paragraph.
- Each word of the text keeps the box of the word on the page; a word cut in two keeps both.
- A hyphen at a line's end is kept where the word has one elsewhere, and else left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from khronika.intake.composing import RAISED, Composer, Word
from khronika.intake.page import Line, Page, usual_pitch, usual_size
from khronika.intake.page_block import Block, Usual, blocks_of
from khronika.intake.page_margin import trim
from khronika.intake.page_order import ordered
from khronika.intake.reading import PartKind

_HYPHENS = "-\u2010\xad\x02"
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")
_TAILS = frozenset({"то", "либо", "нибудь", "за", "под", "таки", "ка"})
_HEADS = frozenset({"кое", "по", "из", "во", "в"})


def compose_pages(pages: Sequence[Page], composer: Composer) -> None:
    """Put the text of the pages into the composer."""
    trimmed = trim(pages)
    read = [ordered(page) for page in trimmed.pages]
    lines = [line for page in read for line in page.lines]
    usual = Usual(usual_size(lines), usual_pitch(lines))
    known = frozenset(_whole_words(lines))
    blocks = [block for page in read for block in blocks_of(page, usual)]
    calls = _calls(blocks)
    for block in _flowing(blocks):
        composer.add(block.kind, _words(block.lines, known=known, calls=calls))
    for line in trimmed.margins:
        composer.add(PartKind.MARGIN, line.words)


def _whole_words(lines: Sequence[Line]) -> Iterator[str]:
    """The words of these lines in small letters, but for those cut at a line's end."""
    cut = False
    for line in lines:
        words = line.text.lower().split()
        for word in words[int(cut) : len(words) - line.is_cut]:
            yield from _WORD.findall(word)
        cut = line.is_cut


def _calls(blocks: Sequence[Block]) -> frozenset[tuple[int, str]]:
    """The notes there are, each by its page and its call."""
    return frozenset(
        (line.box.page, line.marks[0][1])
        for block in blocks
        if block.kind is PartKind.FOOTNOTE
        for line in block.lines[:1]
        if line.marks
    )


def _flowing(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each paragraph whole, and what interrupted it behind it."""
    open_one: Block | None = None
    waiting: list[Block] = []
    for block in blocks:
        if block.kind in (PartKind.CAPTION, PartKind.FOOTNOTE):
            waiting.append(block)
        elif open_one and _goes_on(open_one, block, interrupted=bool(waiting)):
            lines = (*open_one.lines, *block.lines)
            open_one = replace(open_one, lines=lines, is_full=block.is_full)
        else:
            if open_one:
                yield open_one
            yield from waiting
            open_one, waiting = block, []
    if open_one:
        yield open_one
    yield from waiting


def _goes_on(before: Block, after: Block, *, interrupted: bool) -> bool:
    """Whether a paragraph goes on in the next block, over a page, a column or a picture."""
    if PartKind.HEADING in (before.kind, after.kind) or before.is_finished:
        return False
    last, first = before.lines[-1], after.lines[0]
    turned = first.box.page != last.box.page or first.box.y0 < last.box.y0
    if not (turned or interrupted):
        return False
    return last.is_cut or _begins_small(first) or (before.is_full and not after.is_indented)


def _begins_small(line: Line) -> bool:
    return line.text[:1].islower()


def _words(
    lines: Sequence[Line], *, known: frozenset[str], calls: frozenset[tuple[int, str]]
) -> Iterator[Word]:
    joined = False
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        words = list(_with_marks(line, calls))
        if joined:
            words[0] = replace(words[0], joined=True)
        joined = line.is_cut and following is not None
        if joined and following:
            words[-1] = _mended(words[-1], following.words[0].text, known)
        else:
            words[-1] = replace(words[-1], text=words[-1].text.replace("\x02", "-"))
        yield from words


def _with_marks(line: Line, calls: frozenset[tuple[int, str]]) -> Iterator[Word]:
    """The words, and those raised signs that call no note of this page."""
    marks = dict(line.marks)
    page = line.box.page
    if 0 in marks:
        yield Word(marks[0], line.words[0].box)
    for at, word in enumerate(line.words, start=1):
        yield word
        mark = marks.get(at, "")
        if mark and (page, mark) not in calls:
            yield Word(mark.translate(RAISED), word.box, joined=not word.text[-1:].isdigit())


def _mended(word: Word, rest: str, known: frozenset[str]) -> Word:
    """The first half of a word cut at a line's end, with its hyphen where it is the word's own."""
    half = word.text.rstrip(_HYPHENS)
    tail = (_WORD.match(rest) or [""])[0].lower()
    head = (_WORD.findall(half) or [""])[-1].lower()
    apart = {head, tail} <= known or tail in _TAILS or head in _HEADS
    own = (
        f"{head}-{tail}" in known
        or (apart and f"{head}{tail}" not in known)
        or half[-1:].isdigit()
        or not (rest[:1].islower() or half.isupper())
    )
    soft = word.text.endswith("\xad")
    return replace(word, text=f"{half}-" if own and not soft else half)
