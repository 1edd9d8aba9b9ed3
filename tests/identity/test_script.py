import pytest

from khronika.identity.script import MAX_WORDS, Script, plain, script_of, words_of


def test_an_abbreviation_keeps_its_stop() -> None:
    assert words_of("Розова А. Н.") == ("Розова", "А.", "Н.")


def test_initials_without_a_space_are_two_words() -> None:
    assert words_of("А.Н. Розова") == ("А.", "Н.", "Розова")


def test_signs_that_are_no_letters_fall_away() -> None:
    assert words_of("🙂 Ро\u00adзо\u200bва (17)") == ("Розова",)


def test_a_page_pasted_by_mistake_is_read_no_further_than_a_name_reaches() -> None:
    assert len(words_of("а б " * 5_000)) == MAX_WORDS


@pytest.mark.parametrize("written", ["Рoзова", "Pозовa"])
def test_look_alikes_of_another_alphabet_are_taken_for_what_they_look_like(written: str) -> None:
    assert plain(written) == "розова"


def test_a_word_in_latin_with_one_cyrillic_look_alike_stays_latin() -> None:
    assert plain("Rozovа") == "rozova"


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("anna", Script.LATIN),
        ("əli", Script.LATIN),
        ("анна", Script.CYRILLIC),
        ("ანა", Script.GEORGIAN),
        ("աննա", Script.ARMENIAN),
        ("άννα", Script.GREEK),
        ("آنا", Script.ARABIC),
        ("安娜", Script.OTHER),
        ("", Script.LATIN),
    ],
)
def test_the_alphabet_is_that_of_the_first_letter(word: str, script: Script) -> None:
    assert script_of(word) is script
