"""Lines of a scan, whose boxes hug the ink: paragraphs stay whole all the same."""

from khronika.intake import Box, PartKind
from khronika.intake.composing import Word
from khronika.intake.page import Line, Page, usual_pitch, usual_size
from khronika.intake.page_block import Usual, blocks_of

PITCH = 13.0
HANGING = set("gjpqy,;")


def a_line(number: int, text: str, *, after: float = 0.0) -> Line:
    """A line as a recogniser measures it: a word is as deep as its letters."""
    base = 50 + number * PITCH + after
    words, x = [], 40.0
    for one in text.split():
        foot = base + (2.5 if HANGING & set(one) else 0.0)
        words.append(Word(one, Box(1, x, base - 7, x + 5 * len(one), foot)))
        x += 5 * len(one) + 3
    return Line(words, 7.0)


def kinds(*lines: Line) -> list[tuple[PartKind, int]]:
    page = Page(1, 420, 595, lines, is_scan=True)
    usual = Usual(usual_size(lines), usual_pitch(lines))
    return [(block.kind, len(block.lines)) for block in blocks_of(page, usual)]


def test_letters_that_hang_below_a_line_divide_no_paragraph() -> None:
    deep, flat = "the judge gave six years, they say by", "no one came to hear the verdict read in"
    lines = [a_line(number, deep if number % 2 else flat) for number in range(8)]
    assert kinds(*lines) == [(PartKind.PARAGRAPH, 8)]


def test_capitals_are_a_heading_though_nothing_else_divides_them() -> None:
    lines = [
        a_line(0, "THE CASE OF THE LANTERNS"),
        *(a_line(n, "the judge gave six years, they say by") for n in range(1, 6)),
    ]
    assert kinds(*lines) == [(PartKind.HEADING, 1), (PartKind.PARAGRAPH, 5)]


def test_a_wider_space_divides_paragraphs() -> None:
    first = [a_line(n, "no one came to hear the verdict read") for n in range(4)]
    second = [a_line(n, "no one came to hear the verdict", after=6.0) for n in range(4, 8)]
    assert kinds(*first, *second) == [(PartKind.PARAGRAPH, 4), (PartKind.PARAGRAPH, 4)]
