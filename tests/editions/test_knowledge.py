"""What the tables say, they say in every language and with where it was read."""

import re
from datetime import date
from importlib import resources

import pytest
import yaml

from khronika.editions.knowledge import advice, glossary, observances
from khronika.editions.site.help import PARTS
from khronika.values.language import LANGUAGES


def rows(name: str) -> dict[str, dict[str, object]]:
    text = (resources.files("khronika.editions") / name).read_text(encoding="utf-8")
    loaded: dict[str, dict[str, object]] = yaml.safe_load(text)
    return loaded


@pytest.mark.parametrize("name", ["observances.yaml", "glossary.yaml", "advice.yaml"])
def test_every_text_stands_in_every_language(name: str) -> None:
    for key, row in rows(name).items():
        texts = [part for part in row.values() if isinstance(part, dict)]
        assert texts, key
        for text in texts:
            assert set(text) == set(LANGUAGES), key
            assert all(said.strip() for said in text.values()), key


def test_every_day_is_in_the_calendar_and_says_who_set_it() -> None:
    raw = rows("observances.yaml")
    assert len({row["day"] for row in raw.values()}) == len(observances()) == len(raw)
    for key, row in raw.items():
        assert date.fromisoformat(f"2024-{row['day']}"), key
        assert re.search(r"\d{4}", str(row["source"])), key


def test_no_address_and_no_sum_stands_in_the_advice() -> None:
    for key, (part, text, read) in advice().items():
        assert part in PARTS, key
        assert all(one.startswith("https://") for one in read), key
        assert not any(re.search(r"\d{4,}", said) for said in text.values()), key


def test_words_are_explained_in_two_sentences_at_most() -> None:
    for key, (_, means) in glossary().items():
        for said in means.values():
            assert len(re.findall(r"[.!?](?= [A-ZА-ЯÀ-Ý]|$)", said)) <= 3, key
            assert len(said) < 320, key
