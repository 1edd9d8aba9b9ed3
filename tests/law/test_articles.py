"""Which articles exist, as far as anybody looked."""

import pytest

from khronika.law.articles import articles, is_known
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
