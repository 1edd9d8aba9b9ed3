"""`khronika charge`: what an accusation threatens."""

import json

import pytest

from khronika.values.language import LANGUAGES
from running import run_command


def tree(*words: str) -> dict[str, list[dict[str, object]]]:
    read = json.loads(run_command("charge", *words, "--json").stdout)
    assert isinstance(read, dict)
    return read


def test_the_range_is_told_for_machines() -> None:
    (told,) = tree("RU-UK 281/2", "--stage", "preparation")["charges"]
    assert (told["most"], told["gravity"], told["recorded"]) == ("10y", "especially-grave", True)


def test_several_articles_are_told_together_with_what_follows_for_custody() -> None:
    told = tree("RU-UK 205.2/2", "RU-UK 207.3/2")
    assert told["together"]["most"] == "15y"  # type: ignore[call-overload]
    assert told["custody"] == "mixed"


def test_a_finding_tells_until_when_a_second_one_is_a_crime() -> None:
    (told,) = tree("RU-KoAP 20.3.3/1", "--on", "2024-03-05")["charges"]
    assert told["windows"] == [
        {"opens": "RU-UK 280.3/1", "findings": 1, "until": "2025-03-04", "verified": True}
    ]


def test_what_was_not_looked_up_is_said_to_be_not_recorded() -> None:
    assert "not recorded" in run_command("charge", "RU-UK 111/4").stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words",
    [
        ("RU-UK 205/3", "RU-UK 319"),
        ("RU-UK 212.1", "--stage", "preparation"),
        ("RU-UK 280.3/1", "--on", "2022-05", "--role", "accessory"),
        ("RU-KoAP 20.3.3/1",),
        ("RU-KoAP 20.2", "--on", "2024-03-05"),
    ],
)
def test_every_answer_is_said_in_every_language(language: str, words: tuple[str, ...]) -> None:
    said = run_command("--language", language, "charge", *words).stdout
    assert said.strip()
    assert "{" not in said


@pytest.mark.parametrize(
    "words", [(), ("RU-UK 205.9",), ("article 5",), ("RU-UK 275", "--on", "x")]
)
def test_what_is_no_article_or_day_is_a_usage_error(words: tuple[str, ...]) -> None:
    run_command("charge", *words, status=2)
