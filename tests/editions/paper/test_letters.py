import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.editions.paper.letters import (
    LONGEST_NAME,
    MISSING,
    covered,
    cut_short,
    lacking,
    settable,
)

SET = ["Ёлка, йод, ђћ, қазақша", "Größe, œuvre, Łódź", "«Так» – „so“ “thus” № 5 § 7", "a\u00a0b"]


@pytest.mark.parametrize("text", SET)
def test_what_the_fonts_have_is_set_as_it_is(text: str) -> None:
    assert settable(text) == text
    assert lacking(text) == []


def test_a_lozenge_stands_for_each_letter_that_no_font_has() -> None:
    assert settable("Анна עברית") == f"Анна {MISSING * 5}"
    assert lacking("Анна עברית") == list("עברית")


def test_signs_that_turn_the_line_around_are_taken_out() -> None:
    assert settable("a\u202eb\u2066c\x07") == "abc"


def test_an_endless_word_may_break() -> None:
    assert max(map(len, settable("я" * 5_000).split("\u200b"))) <= 60
    assert settable("я" * 30) == "я" * 30


def test_a_name_longer_than_any_is_cut_short() -> None:
    assert cut_short("Анна Белова") == "Анна Белова"
    assert cut_short("Я" * 5_000) == "Я" * (LONGEST_NAME - 1) + "…"


@given(st.text())
def test_whatever_is_written_can_be_set(text: str) -> None:
    assert lacking(settable(text)) == []


def test_the_fonts_have_the_letters_of_every_language() -> None:
    assert set(map(ord, "абвгдеёжзийклмнопрстуфхцчшщъыьэюяäöüßéèêëàâçîïôûùœ")) <= covered()
