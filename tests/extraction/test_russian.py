"""How Russian reports of several styles say things: sentences of our own, one class each."""

import pytest

from extracting import said

CARD = (
    "Анна Сергеевна Белова\n\nСтудентка, активистка. Задержана 4 мая 2023 года. "
    "С 6 мая 2023 года – под стражей в СИЗО-2. До 10 ноября 2023 года находилась под домашним "
    "арестом.\n\nВнесена в перечень террористов и экстремистов Росфинмониторинга.\n"
)
WHO = "Анна Сергеевна Белова"


@pytest.mark.parametrize(
    "sentence",
    [
        "«Мемориал» признал Илью Ветрова политзаключённым.",
        "Правозащитники из «Мемориала» признали политзаключённым учителя Илью Ветрова.",
        "Илья Ветров признан политзаключённым «Мемориалом».",
        "«Мемориал» включил Илью Ветрова в список политзаключённых.",
    ],
)
def test_who_recognised_a_political_prisoner_is_read_in_any_order(sentence: str) -> None:
    [(person, fields)] = said(sentence, "recognition")
    assert person == "Илья Ветров"
    assert "Мемориал" in fields["by"]


def test_the_words_of_a_card_fall_to_the_person_of_its_heading() -> None:
    assert said(CARD, "occupation") == [
        (WHO, {"value": "Студентка"}),
        (WHO, {"value": "активистка"}),
    ]
    assert said(CARD, "listing") == [(WHO, {"list": "rosfinmonitoring"})]


def test_custody_in_a_card_has_the_end_or_the_beginning_its_words_give() -> None:
    [(_, jail), (_, home)] = said(CARD, "custody")
    assert jail == {"kind": "pretrial", "facility": "СИЗО-2", "start": "2023-05-06"}
    assert home == {"kind": "house-arrest", "end": "2023-11-10"}


def test_a_trade_before_one_of_several_names_is_that_of_the_nearest() -> None:
    text = (
        "Минюст внёс в реестр иностранных агентов журналистку Анну Белову и музыканта Илью Ветрова."
    )
    assert [person for person, _ in said(text, "listing")] == ["Анна Белова", "Илья Ветров"]
    assert said(text, "occupation") == [
        ("Анна Белова", {"value": "журналистку"}),
        ("Илья Ветров", {"value": "музыканта"}),
    ]


def test_a_trade_of_all_is_that_of_all() -> None:
    text = "Суд приговорил поэтов Анну Белову и Илью Ветрова к трём годам колонии."
    assert [person for person, _ in said(text, "occupation")] == ["Анна Белова", "Илья Ветров"]


def test_what_the_prosecutor_asks_to_impose_is_a_demand() -> None:
    text = "Прокурор просил назначить Илье Ветрову 7 лет колонии. Суд приговорил его к 6 годам."
    assert said(text, "demand")[0][1]["term"] == "7y"
    assert [fields["term"] for _, fields in said(text, "ruling")] == ["6y"]


def test_the_term_in_place_of_another_is_the_new_one() -> None:
    text = "Суд смягчил наказание Илье Ветрову: вместо 3 лет колонии – 2 года условно."
    [(_, fields)] = said(text, "ruling")
    assert (fields["term"], fields["suspended"], fields["outcome"]) == ("2y", "yes", "changed")


def test_what_was_upheld_is_told_behind_the_name() -> None:
    text = "Суд оставил без изменения приговор Илье Ветрову – 3 года колонии-поселения."
    [(_, fields)] = said(text, "ruling")
    assert (fields["outcome"], fields["term"], fields["regime"]) == ("upheld", "3y", "settlement")


def test_a_prolonged_arrest_is_an_extension_and_no_arrest() -> None:
    text = "12 ноября 2023 года суд продлил до 14 января арест Илье Ветрову."
    assert not said(text, "arrest", "2024-07-01")
    assert said(text, "step", "2024-07-01")[0][1] == {"kind": "extension", "date": "2023-11-12"}
    assert said(text, "custody", "2024-07-01")[0][1]["end"] == "2024-01-14"


def test_an_end_without_any_year_beside_it_has_no_date() -> None:
    text = "Суд продлил до 14 августа арест Илье Ветрову."
    assert "end" not in said(text, "custody", "2024-07-01")[0][1]


@pytest.mark.parametrize("words", ["в квартире Анны Беловой", "у активистки Анны Беловой"])
def test_a_search_falls_to_whose_home_it_was(words: str) -> None:
    found = said(f"3 марта 2024 года прошёл обыск {words}.", "search")
    assert found == [("Анна Белова", {"date": "2024-03-03"})]


def test_a_headline_does_not_double_the_ruling_of_its_text() -> None:
    text = (
        "Илью Ветрова приговорили к 6 годам колонии\n\nТульский областной суд 5 июня 2024 года "
        "приговорил учителя Илью Ветрова к шести годам колонии общего режима.\n"
    )
    [(_, fields)] = said(text, "ruling")
    assert (fields["date"], fields["term"], fields["regime"]) == ("2024-06-05", "6y", "general")
