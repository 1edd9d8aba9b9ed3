import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from khronika.identity.batch import Names, compare_many, compare_numbered
from khronika.identity.compare import compare

WORDS = [
    "Розов", "Rosow", "Розовой", "Розова-Мирная", "Степан", "Стёпа", "Степаном", "Stepan", "С.",
    "S.",
    "Ильич", "Iljitsch", "Ильинична", "Кириллович", "К.", "Марина", "Мария", "Abdulla", "ogly",
    "李", "🙂", "ж" * 300, "Шухевич", "კახა", "",
]  # fmt: skip
names = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=40)


@settings(deadline=None)  # tables are read when first asked for
@given(st.lists(st.tuples(names, names), max_size=8))
@example([("", ""), ("Розов Степан Ильич", "Rosow S. K.")])
def test_the_scores_are_those_of_the_way_that_explains(pairs: list[tuple[str, str]]) -> None:
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    assert compare_many(ours, theirs).tolist() == [compare(*pair).score for pair in pairs]


def test_a_name_added_twice_keeps_its_number() -> None:
    held = Names()
    assert held.add(["Анна", "Юрий", "Анна"]).tolist() == [0, 1, 0]


def test_names_added_later_are_compared_with_those_before() -> None:
    held = Names()
    first = held.add(["Степан Розов"])
    compare_numbered(held, first, first)
    later = held.add(["Stepan Rozov"])
    assert compare_numbered(held, first, later)[0] == pytest.approx(
        compare("Степан Розов", "Stepan Rozov").score
    )


def test_nothing_compared_gives_nothing() -> None:
    assert compare_many([], []).shape == np.zeros(0).shape
