import pytest

from khronika.identity.compare import compare
from khronika.identity.search import CROWD, NameIndex

LISTED = ["Мирный Юрий", "Розов Степан Ильич", "Stepan Mirny", "Белова Анна"]


@pytest.mark.parametrize("asked", ["Stepan Rosow", "Розову Стёпе", "С. Розов", "Rzov Stepan"])
def test_a_name_is_found_in_another_spelling(asked: str) -> None:
    assert NameIndex(LISTED).find(asked)[0].place == 1


def test_the_score_is_that_of_the_comparison() -> None:
    (best, *_) = NameIndex(LISTED).find("Anna Belova")
    assert best.score == compare("Anna Belova", "Белова Анна").score


def test_many_names_are_answered_in_their_order() -> None:
    found = NameIndex(LISTED).find_many(["Юрий Мирный", "🙂", "Anna Belova"])
    assert [[one.place for one in answer][:1] for answer in found] == [[0], [], [3]]


def test_a_surname_everybody_has_is_still_found() -> None:
    index = NameIndex([f"Мирный {letter}." for letter in "абвгдежзик" * (CROWD // 5)])
    assert index.find("Мирный")


def test_of_names_as_good_the_one_that_tells_the_father_comes_first() -> None:
    index = NameIndex(["Степан Розов", "Розов Степан Ильич"])
    assert [one.place for one in index.find("Stepan Rozov")] == [1, 0]


def test_a_name_with_no_place_for_a_word_asked_for_is_not_put_first_for_its_father() -> None:
    index = NameIndex(["Розов Степан Ильич", "СТЕПАН РОЗОВ МИРНОВ"])
    assert index.find("STEPAN ROZOV MIRNOV")[0].place == 1


def test_an_empty_list_answers_nothing() -> None:
    assert NameIndex([]).find("Анна Белова") == ()
