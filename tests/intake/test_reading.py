"""From offsets back to pages and boxes."""

from hypothesis import given
from hypothesis import strategies as st

from khronika.errors import Problem
from khronika.intake import Box, Reading
from khronika.intake.reading import Places

FIRST = Box(1, 10, 10, 40, 20)
SECOND = Box(1, 45, 11, 80, 21)
BELOW = Box(1, 10, 30, 40, 40)
OVERLEAF = Box(2, 10, 10, 40, 20)


def reading() -> Reading:
    places = Places()
    for start, end, box in ((0, 5, FIRST), (6, 9, SECOND), (10, 14, BELOW), (15, 20, OVERLEAF)):
        places.add(start, end, box=box, sure=100 - start)
    return Reading("Alena was held there", "pdf", "pdf", "1", places=places)


def test_words_of_a_line_share_a_box() -> None:
    assert reading().boxes(0, 9) == (Box(1, 10, 10, 80, 21),)


def test_a_passage_over_lines_and_pages_has_a_box_for_each_piece() -> None:
    assert reading().boxes(6, 20) == (SECOND, BELOW, OVERLEAF)


def test_a_part_of_a_word_leads_to_the_word() -> None:
    assert reading().boxes(12, 13) == (BELOW,)


def test_the_space_between_words_and_a_text_without_pages_have_no_box() -> None:
    assert reading().boxes(5, 6) == ()
    assert Reading("Alena", "text", "text", "1").boxes(0, 5) == ()


def test_a_passage_is_as_sure_as_its_least_sure_word() -> None:
    assert reading().sure(0, 14) == 90
    assert Reading("Alena", "text", "text", "1").sure(0, 5) == 100


def test_problems_are_placed_in_the_document() -> None:
    found = Reading("", "pdf", "pdf", "1", problems=(Problem("p. 2", "a.b", "c"),)).at("book.pdf")
    assert [one.place for one in found.problems] == ["book.pdf, p. 2"]


@given(st.integers(0, 20), st.integers(0, 20))
def test_only_words_that_are_touched_are_shown(start: int, end: int) -> None:
    words = {(0, 5): FIRST, (6, 9): SECOND, (10, 14): BELOW, (15, 20): OVERLEAF}
    touched = [box for (one, other), box in words.items() if one < end and start < other]
    shown = reading().boxes(start, end) if start < end else ()
    for box in touched if start < end else []:
        assert any(box.page == one.page and one.x0 <= box.x0 <= one.x1 for one in shown)
