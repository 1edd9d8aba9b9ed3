import pytest

from khronika.casebook.table.headings import _raw, guess, guess_all, guess_key
from khronika.casebook.table.target import read_target
from tabled import HEADINGS


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Name", "name.text"),
        ("ФИО", "name.text"),
        ("Ф.И.О.", "name.text"),
        ("Nom et prénom", "name.text"),
        ("Geburtsdatum", "birth.date"),
        ("Date of birth (dd.mm.yyyy)", "birth.date"),
        ("date_of_birth", "birth.date"),
        ("Статьи УК РФ", "charge.article"),
        ("Срок, лет", "ruling.term, unit=y"),
        ("Дата ареста", "arrest.date"),
        ("Haftanstalt", "custody.facility"),
        ("Адрес для писем", "support.address, kind=address"),
    ],
)
def test_headings_are_understood_in_four_languages(heading: str, target: str) -> None:
    assert guess(heading).target == target


def test_the_flat_card_that_many_lists_share_is_understood() -> None:
    assert {one: guess(one).target or guess(one).why for one in HEADINGS} == {
        "Имя": "name.text",
        "Дата рождения": "birth.date",
        "Пол": "no-field",
        "Регион": "several-meanings",
        "Статус": "status",
        "Статьи": "charge.article",
        "Арест": "arrest.date",
        "Освобождение": "release.date",
        "Учреждение": "custody.facility",
        "Адрес": "support.address, kind=address",
        "Интересы": "no-field",
        "Можно писать": "no-field",
    }


def test_a_heading_nobody_knows_is_not_guessed_at() -> None:
    assert guess("Кличка кота").why == "unknown"


@pytest.mark.parametrize(
    ("headings", "part"),
    [(["Имя", "Фамилия"], "name.given"), (["Nom", "Prénom"], "name.family")],
)
def test_beside_the_other_part_of_a_name_a_column_is_a_part(headings: list[str], part: str) -> None:
    assert guess_all(headings)[headings[0]].target == part


@pytest.mark.parametrize(
    ("headings", "key"),
    [
        (["Имя", "Статус"], ("Имя",)),
        (["Name", "Record ID"], ("Record ID",)),
        (["Отчество", "Имя", "Фамилия"], ("Фамилия", "Имя", "Отчество")),
        (["№", "Статус"], ()),
    ],
)
def test_what_names_a_row_is_found(headings: list[str], key: tuple[str, ...]) -> None:
    assert guess_key(headings) == key


def test_every_meaning_in_the_table_is_one_that_columns_have() -> None:
    for said in _raw()["columns"]:
        read_target(said)
