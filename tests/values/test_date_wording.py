from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording


def in_words(text: str) -> list[str]:
    said = PartialDate.parse(text)
    return [Wording.of(language).date(said).replace("\u00a0", " ") for language in LANGUAGES]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022", ["2022", "2022 г.", "2022", "2022"]),
        ("2022-08", ["August 2022", "август 2022 г.", "August 2022", "août 2022"]),
        ("2022-08-30", ["30 August 2022", "30 августа 2022 г.", "30. August 2022", "30 août 2022"]),
        ("2022-08-01", ["1 August 2022", "1 августа 2022 г.", "1. August 2022", "1er août 2022"]),
        ("2022-21", ["spring 2022", "весна 2022 г.", "Frühjahr 2022", "printemps 2022"]),
        # a winter names both its years
        ("2022-24", ["winter 2022/23", "зима 2022/23 г.", "Winter 2022/23", "hiver 2022/23"]),
        ("1999-24", ["winter 1999/00", "зима 1999/00 г.", "Winter 1999/00", "hiver 1999/00"]),
        ("2022~", ["about 2022", "примерно 2022 г.", "etwa 2022", "vers 2022"]),
        ("2022-06/2022-07", ["between June and July 2022", "июнь – июль 2022 г., точнее неизвестно",
                             "zwischen Juni und Juli 2022", "entre juin et juillet 2022"]),
        ("2025-06-01/2025-06-15",
         ["between 1 and 15 June 2025", "1 – 15 июня 2025 г., точный день неизвестен",
          "zwischen dem 1. und dem 15. Juni 2025", "entre le 1er et le 15 juin 2025"]),
    ],
)  # fmt: skip
def test_a_date_is_said_as_readers_of_each_language_write_it(
    text: str, expected: list[str]
) -> None:
    assert in_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-06-30/2022-07-02", "between 30 June and 2 July 2022"),
        ("2022-12-30/2023-01-02", "between 30 December 2022 and 2 January 2023"),
        ("2022-12/2023-01", "between December 2022 and January 2023"),
        ("2021/2022", "between 2021 and 2022"),
        ("2022-21/2022-22", "between spring and summer 2022"),
        ("2022-06/2022-07-05", "between June 2022 and 5 July 2022"),
        ("2022-24/2023-21", "between winter 2022/23 and spring 2023"),
        ("2022-02/2022-24", "between February 2022 and winter 2022/23"),
    ],
)
def test_a_span_names_its_month_and_year_once_where_they_are_one(text: str, expected: str) -> None:
    assert in_words(text)[0] == expected


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(LANGUAGES))
def test_a_day_is_said_as_the_date_that_is_this_day(day: date, language: str) -> None:
    wording = Wording.of(language)
    assert wording.day(day) == wording.date(PartialDate.of(day))
