import pytest

from khronika.intake.homoglyph import mended


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Не was held in Мoscow", "He was held in Moscow"),  # first two letters Cyrillic, and M
        ("Oн был в cуде", "Он был в суде"),
        ("читал The Times", "читал The Times"),
        ("АСЕ", "АСЕ"),
        ("2022 г.", "2022 г."),
    ],
)
def test_a_word_is_in_its_own_alphabet_or_that_of_its_line(line: str, expected: str) -> None:
    assert " ".join(mended(line.split())) == expected
