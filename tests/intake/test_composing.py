"""Texts put together from words keep their offsets."""

import pytest

from khronika.intake import Box, Limits, PartKind
from khronika.intake.composing import Composer, Said, Word
from khronika.intake.unreadable import Unreadable

HERE = Box(1, 0, 0, 9, 9)
THERE = Box(2, 0, 0, 9, 9)


def test_parts_are_divided_by_a_blank_line_and_words_by_a_space() -> None:
    composer = Composer(Limits())
    composer.add(PartKind.HEADING, [Word("The"), Word("case")])
    composer.add(PartKind.PARAGRAPH, [Word("sen", HERE), Word("tence", THERE, joined=True)])
    reading = composer.reading(form="pdf", version="1", said=Said(title=" A  title "))
    assert (reading.text, reading.title) == ("The case\n\nsentence", "A title")
    assert [reading.text[part.start : part.end] for part in reading.parts] == [
        "The case",
        "sentence",
    ]
    assert reading.boxes(10, 18) == (HERE, THERE) == reading.parts[1].boxes


def test_signs_nobody_sees_are_left_out_and_halves_marked() -> None:
    composer = Composer(Limits())
    composer.add(PartKind.PARAGRAPH, [Word("\u200b"), Word("в\u00adот\x00\ud83d", HERE), Word("x")])
    reading = composer.reading(form="html", version="1")
    assert reading.text == "вот\ufffd x"
    assert reading.boxes(0, 4) == (HERE,)


def test_an_empty_part_is_left_out() -> None:
    composer = Composer(Limits())
    composer.add_text(PartKind.PARAGRAPH, " \n ")
    assert composer.is_empty
    composer.add_text(PartKind.TABLE, "a\tb \n c")
    assert composer.reading(form="html", version="1").text == "a\tb\nc"


def test_a_text_that_grows_beyond_the_limits_stops() -> None:
    composer = Composer(Limits(characters=10))
    with pytest.raises(Unreadable):
        composer.add_text(PartKind.PARAGRAPH, "eleven signs")
