import pytest

from khronika.identity import fold_for_search
from khronika.identity.search_key import rules

FORMS = ["Кагальницкого", "Kagalnitsky", "Kagalnizki", "Kagalnitski", "КАГАЛЬНИЦКОМУ"]


@pytest.mark.parametrize("form", FORMS)
def test_every_script_and_case_of_a_surname_has_one_key(form: str) -> None:
    assert fold_for_search(form) == fold_for_search("Кагальницкий")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Серёжа", "Serezha"),
        ("Чащина", "Tschaschtschina"),
        ("Григорій", "Hryhorii"),
        ("Любовь", "Lyubov'"),
        ("Соловьёв", "Solovyev"),
        ("Вадима", "Vadim"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert fold_for_search(one) == fold_for_search(other)


def test_words_keep_their_order() -> None:
    assert fold_for_search("Anna Rozova") == "an rosov"


def test_the_rules_use_nothing_a_browser_does_not_know() -> None:
    found = " ".join(found for found, _ in rules()["steps"])
    assert "(?<" not in found
    assert "(?P" not in found
