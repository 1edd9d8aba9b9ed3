import pytest

from khronika.intake.language import language_of


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Суд назначил ему шесть лет колонии.", "ru"),
        ("Він сидить у в'язниці, її чекає суд і вирок.", "uk"),
        ("The court gave him six years for the words he said.", "en"),
        (
            "Das Gericht hat ihn für die Worte zu sechs Jahren verurteilt und nicht freigelassen.",
            "de",
        ),
        ("Le tribunal l'a condamné à six ans pour les mots qui étaient dans le journal.", "fr"),
        ("2022-08-30", ""),
    ],
)
def test_a_language_is_told_by_its_letters_and_commonest_words(text: str, lang: str) -> None:
    assert language_of(text) == lang
