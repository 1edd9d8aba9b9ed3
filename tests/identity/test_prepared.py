import pytest

from khronika.identity.prepared import prepare


def read(name: str) -> tuple[set[str], str]:
    made = prepare(name)
    return {one.shown for one in made.free}, made.patronymic.shown if made.patronymic else ""


@pytest.mark.parametrize(
    ("name", "free", "patronymic"),
    [
        ("Розова Анна Петровна", {"Розова", "Анна"}, "Петровна"),
        ("Анна Петровна Розова", {"Розова", "Анна"}, "Петровна"),
        ("Анны Петровны Розовой", {"Анны", "Розовой"}, "Петровны"),
        ("Rozova Anna Petrowna", {"Rozova", "Anna"}, "Petrowna"),
        ("Розова А. П.", {"Розова", "А."}, "П."),
        ("Лев Кузьмич", {"Лев", "Кузьмич"}, ""),  # a surname, with nothing else that could be one
        ("Савич Лев Ильич", {"Савич", "Лев"}, "Ильич"),
        ("Лев Ильич Савич", {"Савич", "Лев"}, "Ильич"),
        ("Алиева Лейла Ариф кызы", {"Алиева", "Лейла"}, "Ариф кызы"),
        ("Əliyev Rəşad Arif oğlu", {"Əliyev", "Rəşad"}, "Arif oğlu"),
        ("Ярош Юрий Петрович", {"Ярош", "Юрий"}, "Петрович"),  # a given name for a surname
        ("Yuri Petrovich Yarosh", {"Yuri", "Yarosh"}, "Petrovich"),
        ("Jerzy Feliks Fedorowicz", {"Jerzy", "Feliks", "Fedorowicz"}, ""),
        ("Anna P. Rozova", {"Anna", "Rozova"}, "P."),
        ("Q. Anna Rozova", {"Q.", "Anna", "Rozova"}, ""),
        ("Тимур-Богдан Савич", {"Тимур", "Богдан", "Савич"}, ""),
    ],
)
def test_words_are_told_apart_by_what_they_are(name: str, free: set[str], patronymic: str) -> None:
    assert read(name) == (free, patronymic)


@pytest.mark.parametrize("name", ["", " ", "🙂", "12.03", "...", ","])
def test_a_name_without_letters_has_no_words(name: str) -> None:
    assert prepare(name).free == ()
