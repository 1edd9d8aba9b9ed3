import pytest

from khronika.identity.keys import keys_of
from khronika.identity.prepared import prepare


@pytest.mark.parametrize(
    "other",
    ["Stepan Rosow", "Стёпе Розову", "Розов С. И.", "Rzov Stepan", "Степан Розов-Мирный", "Rozova"],
)
def test_spellings_of_a_name_share_a_key(other: str) -> None:
    assert keys_of(prepare("Розов Степан Ильич")) & keys_of(prepare(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Рудик Арубян", "Rudik Harubyan"),
        ("Эгон Бар", "Egon Bahr"),
        ("Ёрмат Холяров", "Jormat Cholijarow"),
    ],
)
def test_a_letter_that_may_be_silent_hides_no_name(one: str, other: str) -> None:
    beside = {key for key in keys_of(prepare(one)) if key.endswith(".")}
    assert beside & keys_of(prepare(other))


def test_a_given_name_alone_is_no_key() -> None:
    assert not keys_of(prepare("Степан Розов")) & keys_of(prepare("Степан Мирный"))


@pytest.mark.parametrize("name", ["", "🙂", "С. И."])
def test_a_name_without_whole_words_has_no_keys(name: str) -> None:
    assert keys_of(prepare(name)) == frozenset()
