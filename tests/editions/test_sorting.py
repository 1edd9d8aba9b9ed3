"""Names stand where a reader of the language looks for them."""

from khronika.editions.sorting import first_letter, name_order, title_order


def test_russian_names_stand_by_surname_with_short_i_after_i_and_yo_with_ye() -> None:
    names = ["Яна Йанкова", "Пётр Иванов", "Анна Ёлкина", "Вера Евсеева", "Олег Кротов"]
    assert sorted(names, key=name_order) == [
        "Вера Евсеева",
        "Анна Ёлкина",
        "Пётр Иванов",
        "Яна Йанкова",
        "Олег Кротов",
    ]


def test_marks_on_latin_letters_do_not_count() -> None:
    names = ["A Zola", "B Öhl", "C Olm", "D Éluard", "E Strauß", "F Strasse"]
    assert sorted(names, key=name_order) == [
        "D Éluard", "B Öhl", "C Olm", "F Strasse", "E Strauß", "A Zola",
    ]  # fmt: skip


def test_the_letter_is_that_of_the_surname() -> None:
    assert first_letter("Анна Ёлкина") == "Е"
    assert first_letter("Élise Éluard") == "E"
    assert first_letter("") == ""


def test_a_quotation_mark_does_not_order_a_title() -> None:
    assert sorted(["«Яма»", "Бег", "„Ах“"], key=title_order) == ["„Ах“", "Бег", "«Яма»"]
