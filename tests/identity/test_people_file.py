from datetime import date

import pytest

from khronika.identity.people_file import NoNames, read_people
from khronika.values.date import PartialDate

TODAY = date(2026, 11, 22)
BORN = (PartialDate.parse("1990-02-01"),)


def read(*lines: str) -> dict[str, tuple[tuple[str, ...], tuple[PartialDate, ...]]]:
    people = read_people(lines, "list.csv", today=TODAY)
    return {who: (person.names, person.facts.births) for who, person in people.items()}


def test_people_go_by_their_id_or_by_their_row() -> None:
    assert list(read("id,name", "x7,Анна Белова", ",Юрий Мирный")) == ["x7", "3"]


def test_the_parts_of_a_name_are_put_together() -> None:
    people = read("Фамилия,Имя,Отчество,Дата рождения", "Розов,Степан,Ильич,01.02.1990")
    assert people == {"2": (("Розов Степан Ильич",), BORN)}


def test_a_cell_may_hold_the_name_and_the_rest() -> None:
    people = read("ФИО", '"РОЗОВ СТЕПАН ИЛЬИЧ*, 01.02.1990 г.р., г. ОМСК"')
    assert people == {"2": (("РОЗОВ СТЕПАН ИЛЬИЧ",), BORN)}


def test_a_surname_with_a_comma_before_the_given_name_stays_whole() -> None:
    assert read("name", '"Розов, Степан"')["2"][0] == ("Розов, Степан",)


def test_what_is_no_date_is_left_out() -> None:
    assert read("name,born", "Анна Белова,unknown")["2"][1] == ()


def test_a_list_without_names_is_told_so() -> None:
    with pytest.raises(NoNames):
        read("title", "x")
