"""Readings as bytes: whole again on the other side, and nothing else taken in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.errors import Problem
from khronika.intake import Box, Limits, PartKind, Reading, read
from khronika.intake.composing import Composer, Said, Word
from khronika.intake.wire import Garbled, from_bytes, to_bytes
from khronika.values.date import PartialDate


def a_reading() -> Reading:
    composer = Composer(Limits())
    words = [Word("Алёна", Box(1, 1, 2, 3, 4), sure=88), Word("went", Box(2, 1, 2, 3, 4))]
    composer.add(PartKind.MESSAGE, words, date=PartialDate.parse("2024-05"), by="Vera")
    problems = [Problem("p. 1", "a.b", "It is so.", "Do this.")]
    said = Said("A title", PartialDate.parse("2024"), "ru")
    return composer.reading(form="pdf", version="1", said=said, problems=problems)


def test_a_reading_is_whole_on_the_other_side() -> None:
    assert from_bytes(to_bytes(a_reading())) == a_reading()


def test_a_real_document_is_whole_on_the_other_side(story_pdf: bytes) -> None:
    reading = read(story_pdf, limits=Limits())
    again = from_bytes(to_bytes(reading))
    assert again == reading
    assert again.boxes(0, 30) == reading.boxes(0, 30)


@given(at=st.integers(0, 400), byte=st.integers(0, 255), cut=st.integers(0, 400))
def test_damaged_bytes_are_a_reading_or_garbled(at: int, byte: int, cut: int) -> None:
    whole = bytearray(to_bytes(a_reading()))
    whole[at % len(whole)] = byte
    for untrusted in (bytes(whole), bytes(whole[:cut])):
        try:
            assert isinstance(from_bytes(untrusted), Reading)
        except Garbled:
            continue


@pytest.mark.parametrize("untrusted", [b"", b"\x00" * 8, (2).to_bytes(8, "big") + b"[]"])
def test_what_is_no_reading_is_garbled(untrusted: bytes) -> None:
    with pytest.raises(Garbled):
        from_bytes(untrusted)


def test_parts_beyond_the_text_are_garbled() -> None:
    told = to_bytes(a_reading()).replace(b'["message",0,', b'["message",9,')
    with pytest.raises(Garbled):
        from_bytes(told.replace(b",9,10,", b",9,99,"))


def test_places_beyond_the_text_and_bytes_behind_the_end_are_garbled() -> None:
    whole = to_bytes(a_reading())
    with pytest.raises(Garbled):
        from_bytes(whole + b"x")
    with pytest.raises(Garbled):
        from_bytes(whole.replace((10).to_bytes(4, "little"), (99).to_bytes(4, "little")))
