"""What the table says, it says in every language."""

import re

from khronika.editions.knowledge import glossary
from khronika.values.language import LANGUAGES


def test_every_text_stands_in_every_language() -> None:
    for key, texts in glossary().items():
        for text in texts:
            assert set(text) == set(LANGUAGES), key
            assert all(said.strip() for said in text.values()), key


def test_words_are_explained_in_two_sentences_at_most() -> None:
    for key, (_, means) in glossary().items():
        for said in means.values():
            assert len(re.findall(r"[.!?](?= [A-ZА-ЯÀ-Ý]|$)", said)) <= 3, key
            assert len(said) < 320, key
