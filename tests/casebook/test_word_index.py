"""Words are found in texts, in any script and case form, where they may be seen."""

from pathlib import Path

import pytest

from khronika.casebook.word_index import find_words, keep_words, line_around, missing

ONE, OTHER = "1" * 64, "2" * 64
PAGE = "Суд в Твери приговорил Алёну Белову по ст. 205.2 к семи годам колонии."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep_words(tmp_path, ONE, [(1, "Nothing of it here."), (2, PAGE), (3, PAGE)])
    keep_words(tmp_path, OTHER, [(1, "A lantern was lit in Riverside; Beloved it was.")])
    return tmp_path


@pytest.mark.parametrize(
    "words",
    ["Белова", "белову", "Belova", "BELOVA Alena", "приговорили", "205.2", "Тверь", "колония",
     "Tver", "семи годам"],
)  # fmt: skip
def test_a_word_is_met_in_any_script_and_form(folder: Path, words: str) -> None:
    (hit,) = find_words(folder, words, within={ONE})
    assert (hit.text, hit.number, hit.pages) == (ONE, 2, 2)


@pytest.mark.parametrize(
    "words", ["", "  ", "!?", "Медведкин", "205", "205.3", '"*', "Белова река"]
)
def test_what_stands_nowhere_is_not_met(folder: Path, words: str) -> None:
    assert find_words(folder, words, within={ONE}) == ()


def test_only_texts_that_may_be_seen_are_found(folder: Path) -> None:
    assert [one.text for one in find_words(folder, "lantern", within={ONE, OTHER})] == [OTHER]
    assert find_words(folder, "lantern", within={ONE}) == ()
    assert find_words(folder, "lantern", within=set()) == ()


def test_texts_that_are_not_in_the_index_are_told(folder: Path) -> None:
    assert missing(folder, [ONE, "3" * 64]) == ["3" * 64]
    (folder / "cache.sqlite").unlink()
    assert missing(folder, [ONE]) == [ONE]


def test_a_text_that_is_divided_anew_is_kept_once(folder: Path) -> None:
    keep_words(folder, ONE, [(2, PAGE)])
    assert find_words(folder, "Белова", within={ONE})[0].pages == 1


@pytest.mark.parametrize(
    ("words", "word"), [("belova", "Белову"), ("205.2", "205.2"), ("Суд", "Суд")]
)
def test_a_line_shows_the_word_in_its_place(words: str, word: str) -> None:
    line = line_around(PAGE, words)
    assert line.word == word
    assert f"{line.before}{line.word}{line.after}" in PAGE


def test_a_long_line_is_cut_between_words() -> None:
    line = line_around("lantern " * 90 + "harbour " + "candle " * 90, "harbour")
    assert line.before.startswith("… lantern ")
    assert line.after.endswith(" …")
