"""What the tables say, they say in every language and with where it was read."""

import re
from datetime import date

import pytest

from khronika.editions.advice import PARTS
from khronika.solidarity.channels import channels
from khronika.solidarity.tables import advice, donts, load, observances
from khronika.values.language import LANGUAGES


def rows(name: str) -> dict[str, dict[str, object]]:
    loaded = load(name)
    assert isinstance(loaded, dict)
    return loaded.get("channels", loaded)


@pytest.mark.parametrize("name", ["observances.yaml", "advice.yaml", "channels.yaml"])
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_not_be_written_is_said_in_the_language(language: str) -> None:
    said = donts(language)
    assert len(said) == sum(part == "leave-out" for part, _, _ in advice().values()) >= 5
    assert language == "en" or not set(said) & set(donts("en"))


def test_every_way_says_where_it_is_known_from() -> None:
    assert all(one.basis.source for one in channels("", on=date(2026, 11, 22)))
