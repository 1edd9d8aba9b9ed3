import pytest

from khronika.identity.keys import keys_of
from khronika.identity.prepared import prepare


@pytest.mark.parametrize(
    "other",
    ["Stepan Rosow", "Стёпе Розову", "Розов С. И.", "Rzov Stepan", "Степан Розов-Мирный", "Rozova"],
)
def test_spellings_of_a_name_share_a_key(other: str) -> None:
    assert keys_of(prepare("Розов Степан Ильич")) & keys_of(prepare(other))


def test_a_given_name_alone_is_no_key() -> None:
    assert not keys_of(prepare("Степан Розов")) & keys_of(prepare("Степан Мирный"))


@pytest.mark.parametrize("name", ["", "🙂", "С. И."])
def test_a_name_without_whole_words_has_no_keys(name: str) -> None:
    assert keys_of(prepare(name)) == frozenset()
