from khronika.identity import candidates

KNOWN = {
    "rozov": ["Розов Степан Ильич", "Stepan Rozov"],
    "rozov-k": ["Кирилл Розов"],
    "mirny": ["Мирный Юрий"],
}


def test_whom_a_name_could_mean_is_ranked_with_reasons() -> None:
    found = candidates("Стёпе Розову", KNOWN)
    assert [one.who for one in found] == ["rozov"]
    assert found[0].reasons


def test_somebody_nobody_knows_is_nobody() -> None:
    assert candidates("Анна Белова", KNOWN) == ()


def test_of_equal_scores_the_smaller_id_comes_first() -> None:
    both = {"b": ["Юрий Мирный"], "a": ["Юрий Мирный"]}
    assert [one.who for one in candidates("Yuri Mirny", both)] == ["a", "b"]


def test_no_more_are_given_than_asked_for() -> None:
    many = {str(number): ["Юрий Мирный"] for number in range(9)}
    assert len(candidates("Юрий Мирный", many, most=3)) == 3
