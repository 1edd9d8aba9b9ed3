import pytest

from khronika.identity.given import names_meant
from khronika.identity.token import token_of


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Саша", "Александр"),
        ("Саша", "Александра"),
        ("Sasha", "Олександр"),
        ("Lyuba", "Любовь"),
        ("Slava", "Вячеслав"),
        ("Мыкола", "Nikolai"),
        ("Данил", "Danila"),
        ("Yuli", "Julian"),
        ("Mohammed", "Muhammad"),
        ("Zhenya", "Eugene"),
    ],
)
def test_a_short_or_foreign_form_stands_for_the_name(short: str, full: str) -> None:
    assert token_of(short).names & token_of(full).names


@pytest.mark.parametrize(
    ("one", "other"),
    [("Марина", "Мария"), ("Алексей", "Александр"), ("Юрий", "Георгий"), ("Ян", "Иван")],
)
def test_different_names_stay_different_however_alike(one: str, other: str) -> None:
    assert token_of(one).names
    assert not token_of(one).names & token_of(other).names


@pytest.mark.parametrize("case", ["Сергея", "Сергею", "Сергеем", "Сергее"])
def test_a_name_in_any_case_is_the_name(case: str) -> None:
    assert token_of(case).names == token_of("Сергей").names


def test_a_surname_is_no_given_name() -> None:
    assert names_meant("rozov") == frozenset()
