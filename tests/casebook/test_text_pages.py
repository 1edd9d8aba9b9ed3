"""A text in pages to look at: those of the document, else pieces of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.casebook.text_pages import (
    PIECE,
    TextPage,
    keep_pages,
    kept_page,
    kept_pages,
    pages_of,
    pieces_of,
)
from khronika.intake.reading import Box, Places, Reading


def a_reading(words: list[tuple[str, int]]) -> Reading:
    """A text of these words, each on the page of its number."""
    places, text = Places(), ""
    for place, (word, page) in enumerate(words):
        places.add(len(text), len(text) + len(word), box=Box(page, place, 0, place + 1, 1))
        text += f"{word} "
    return Reading(text, "pdf", "pdf", "1", places=places)


@given(st.text(alphabet="ab \n.", max_size=3 * PIECE))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    pages = pieces_of(text)
    assert "".join(text[one.start : one.end] for one in pages) == text
    assert [one.number for one in pages] == list(range(1, len(pages) + 1))
    assert all(one.end - one.start <= PIECE for one in pages)


def test_a_piece_ends_with_a_paragraph() -> None:
    text = f"{'a' * (PIECE - 100)}\n\n{'b' * PIECE}"
    assert text[pieces_of(text)[1].start] == "b"


def test_pages_are_those_of_the_document() -> None:
    reading = a_reading([("one", 1), ("two", 1), ("three", 3)])
    pages = pages_of(reading)
    assert [(reading.text[one.start : one.end], one.shown) for one in pages] == [
        ("one two ", 1), ("three ", 3),
    ]  # fmt: skip


def test_what_runs_along_the_edges_turns_no_page_back() -> None:
    pages = pages_of(a_reading([("one", 1), ("two", 2), ("head", 1)]))
    assert [one.shown for one in pages] == [1, 2]


def test_words_are_found_on_their_page_again(tmp_path: Path) -> None:
    pages = pages_of(a_reading([("one", 1), ("two", 2)]))
    keep_pages(tmp_path, "0" * 64, pages)
    kept = kept_page(tmp_path, "0" * 64, 2)
    assert kept == pages[1]
    assert kept
    assert kept.boxes(4, 7) == pages[1].boxes(4, 7) == (Box(2, 1, 0, 2, 1),)
    assert kept_pages(tmp_path, "0" * 64) == pages


@pytest.mark.parametrize("number", [0, 2, 99])
def test_there_is_no_page_that_was_not_kept(tmp_path: Path, number: int) -> None:
    keep_pages(tmp_path, "0" * 64, [TextPage(1, 0, 3)])
    assert kept_page(tmp_path, "0" * 64, number) is None
