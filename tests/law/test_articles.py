"""Which articles exist, as far as anybody looked."""

import pytest

from khronika.law.articles import articles, is_known
from khronika.values.language import LANGUAGES
from khronika.values.legal import LegalReference


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("RU-UK 205.2", True),
        ("RU-UK 205.2/2", True),
        ("RU-UK 205.2/7", False),  # the article has two parts
        ("RU-UK 275/1", False),  # an article without parts
        ("RU-UK 205.9", False),
        ("RU-UK 502", False),  # digits changed places
        ("RU-UK 111/4", True),  # its parts were not looked up
        ("RU-UK 126", None),  # may be an article; nobody looked
        ("RU-KoAP 20.99", None),  # too few articles of this code are recorded
        ("UA-KK 110", None),
    ],
)
def test_an_article_is_known_unknown_or_not_looked_up(text: str, answer: bool | None) -> None:
    assert is_known(LegalReference.parse(text)) is answer


def test_every_article_has_a_title_in_both_languages() -> None:
    assert all(one.title["en"] and one.title["ru"] for one in articles().values())


def test_a_title_is_a_title_and_not_a_remark_of_those_who_looked_it_up() -> None:
    for one in articles().values():
        for title in one.title.values():
            assert "verified" not in title
            assert "RU-UK" not in title


def test_a_meaning_is_one_sentence_in_every_language_of_the_editions() -> None:
    meanings = [one.meaning for one in articles().values() if one.meaning]
    assert len(meanings) >= 20
    for meaning in meanings:
        assert set(meaning) == set(LANGUAGES)
        assert all(text[0].isupper() and text.count(".") == 1 for text in meaning.values())
        assert all(text.endswith(".") for text in meaning.values())


def test_articles_about_sexual_offences_print_as_their_number_alone() -> None:
    neutral = {one.article for one in articles().values() if one.neutral}
    assert neutral == {"131", "132", "133", "134", "135"}
    assert not [one for one in articles().values() if one.neutral and one.meaning]
