import pytest

from khronika.values.language import LANGUAGES, Labels, UnknownLanguage
from khronika.values.translation import locale_of


def test_a_label_that_lacks_a_language_falls_back_to_english() -> None:
    label = Labels({"ru": "суд", "en": "court", "de": ""})
    assert [label.in_language(language) for language in LANGUAGES] == [
        "court", "суд", "court", "court",
    ]  # fmt: skip


def test_labels_are_equal_by_their_texts_whatever_their_order() -> None:
    one, other = Labels({"en": "court", "ru": "суд"}), Labels({"ru": "суд", "en": "court"})
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other) == "Labels({'en': 'court', 'ru': 'суд'})"
    assert (list(one), len(one), one["ru"]) == (["en", "ru"], 2, "суд")


def test_what_the_label_was_made_from_can_change_without_changing_it() -> None:
    texts = {"en": "court"}
    label = Labels(texts)
    texts["en"] = "prison"
    assert label.in_language("en") == "court"


def test_a_language_the_program_does_not_speak_is_named() -> None:
    with pytest.raises(UnknownLanguage, match="'xx' is not one of the languages en, ru, de, fr"):
        locale_of("xx")
