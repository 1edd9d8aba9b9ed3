import pytest

from builders import a_claim
from khronika.cli.value_words import value_in_words
from khronika.values.wording import Wording


@pytest.mark.parametrize(
    ("language", "kind", "field", "raw", "said"),
    [
        ("en", "ruling", "term", "7y10m", "7 years 10 months"),
        ("ru", "ruling", "regime", "strict", "строгий режим"),
        ("de", "citizenship", "value", "ru", "Russland"),
        (
            "en",
            "arrest",
            "place",
            {"text": "the railway station", "lang": "en"},
            "the railway station",
        ),
    ],
)
def test_a_value_is_said_as_people_read_it(
    language: str, kind: str, field: str, raw: object, said: str
) -> None:
    value = a_claim(kind, **{field: raw}).fields[field]
    assert value_in_words(value, Wording.of(language), kind_name=kind, field=field) == said
