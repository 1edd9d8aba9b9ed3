"""Errors of the rooms, said to a visitor."""

import pytest

from khronika.desk.said import sentence_of
from khronika.errors import KhronikaError
from khronika.review.second_reader import SamePerson
from khronika.values.wording import Wording


@pytest.mark.parametrize("language", ["ru", "de", "fr"])
def test_what_happens_at_a_desk_is_said_in_the_language_of_whoever_is_there(language: str) -> None:
    sentence, lang = sentence_of(SamePerson(), Wording.of(language))
    assert lang == ""
    assert sentence != sentence_of(SamePerson(), Wording.of("en"))[0]


def test_what_is_said_in_english_alone_is_marked_as_english() -> None:
    odd = KhronikaError("Something odd.")
    assert sentence_of(odd, Wording.of("ru")) == ("Something odd.", "en")
    assert sentence_of(odd, Wording.of("en")) == ("Something odd.", "")
