from khronika.identity.linkage.columns import columns_of


def test_every_spelling_of_a_name_has_the_same_columns() -> None:
    one = columns_of("1", {"surname": "Чащина", "given": "Наталья", "patronymic": "Львовна"})
    other = columns_of("1", {"surname": "Chashchina", "given": "Natalya", "patronymic": "Lvovna"})
    assert one == other


def test_an_initial_has_a_letter_and_no_name() -> None:
    made = columns_of("1", {"surname": "Розов", "given": "С.", "patronymic": "И."})
    whole = columns_of("1", {"surname": "Розов", "given": "Степан", "patronymic": "Ильич"})
    assert (made.given, made.father) == (None, None)
    assert (made.given_letter, made.father_letter) == (whole.given_letter, whole.father_letter)


def test_a_day_is_also_kept_with_day_and_month_the_other_way_round() -> None:
    made = columns_of("1", {"born": "1990-02-01"})
    assert (made.day, made.day_swapped, made.year) == ("1990-02-01", "1990-01-02", "1990")


def test_what_is_not_known_is_none() -> None:
    assert set(columns_of("1", {})[1:]) == {None}
