"""Plain text: sign for sign as it stands, its paragraphs as parts."""

from hypothesis import given
from hypothesis import strategies as st

from khronika.intake import Limits, PartKind, read

TEXT = "THE CASE\r\n\r\nAlena was arrested.\r\nBoris was not.\n\n \n\tVera left.\n"


def test_offsets_point_into_the_file_itself() -> None:
    assert read(TEXT.encode(), limits=Limits()).text == TEXT


def test_each_paragraph_is_a_part_and_a_short_line_a_heading() -> None:
    reading = read(TEXT.encode(), limits=Limits())
    assert [(part.kind, TEXT[part.start : part.end]) for part in reading.parts] == [
        (PartKind.HEADING, "THE CASE"),
        (PartKind.PARAGRAPH, "Alena was arrested.\r\nBoris was not."),
        (PartKind.PARAGRAPH, "Vera left."),
    ]


@given(st.text(alphabet="aб \t\n\r.\x0b", min_size=1, max_size=60))
def test_parts_hold_everything_but_white_space(text: str) -> None:
    reading = read(text.encode(), limits=Limits())
    left, at = "", 0
    for part in reading.parts:
        assert part.start >= at
        left += text[at : part.start]
        at = part.end
    assert (left + text[at:]).strip() == ""


def test_nul_bytes_are_marked_and_told() -> None:
    reading = read(b"Alena\x00was arrested.", limits=Limits())
    assert reading.text == "Alena\ufffdwas arrested."
    assert [one.code for one in reading.problems] == ["intake.nul"]


def test_a_text_beyond_the_limits_is_a_problem() -> None:
    reading = read(b"word " * 100, limits=Limits(characters=499))
    assert (reading.text, [one.code for one in reading.problems]) == ("", ["intake.too-much"])
