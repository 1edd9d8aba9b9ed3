import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.clearance.words import Lookup, pieces_of, words_of

SPELLINGS = [
    ("Alena BELOVA", "alena belova"),
    ("Алёна", "Алена"),
    ("Ива\u00adнов", "Иванов"),  # a soft hyphen
    ("и\u0306 Иванов", "й Иванов"),  # composed or not
    ("alena_belova-2024.html", "alena belova 2024 html"),
    ("Ивану Петрову", "Иван Петров"),
    ("Анной Белой", "Анна Белая"),
    ("Дмитрием Петровским", "Дмитрий Петровский"),
    ("Мариями", "Мария"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_words_are_one_in_every_spelling_and_case(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


def test_different_names_stay_different() -> None:
    assert words_of("Иванов") != words_of("Иван")
    assert words_of("Ия") == ["ия"]


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert all(word for word in words_of(text))


def test_whoever_copies_eleven_words_copies_a_piece() -> None:
    text = " ".join(f"word{number}" for number in range(40))
    lookup = Lookup({"claim": pieces_of(text)})
    words = text.split()
    assert all(lookup.find(" ".join(words[at : at + 11])) for at in range(30))
    assert not lookup.find(" ".join(words[3:10]))


def test_a_short_text_is_looked_for_whole() -> None:
    assert pieces_of("seven words are not cut in two") == ["seven words are not cut in two"]
    assert pieces_of("") == [""]


def test_each_text_stands_for_what_it_belongs_to() -> None:
    lookup = Lookup({1: ["grey cat", "cat"], 2: ["grey cat"], 3: ["grey cat sleeps"], 4: ["?"]})
    assert lookup.find("The grey, cat!") == {1, 2}
    assert lookup.find("grey dog, cat") == {1}
    assert lookup.find("a grey") == set()
