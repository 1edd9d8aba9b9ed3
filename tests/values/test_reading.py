import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.errors import Say
from khronika.values.date import PartialDate
from khronika.values.reading import NotUnderstood, read_date
from khronika.values.wording import Wording

TODAY = date(2026, 11, 22)


def read(text: str, today: date = TODAY) -> str:
    return str(read_date(text, today=today).date)


@pytest.mark.parametrize(
    "text",
    ["30.08.22", "30.08.2022", "30. 08. 2022", "30/08/2022", "08/30/2022", "30-08-2022",
     "2022-08-30", "2022.08.30", "2022-8-30", "30 August 2022", "30 August 22", "30. August 2022",
     "30th of August 2022", "August 30, 2022", "Aug 30th, 2022", "2022 August 30",
     "30 августа 2022", "30 августа 2022 г.", "30-го августа 2022 года", "30 août 2022",
     "le 30 août 2022", "am 30. August 2022", " 30  AUGUST  2022 ", "30\u00a0августа 2022"],
)  # fmt: skip
def test_one_day_is_understood_in_every_spelling(text: str) -> None:
    assert read(text) == "2022-08-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aug 2022", "2022-08"), ("август 2022", "2022-08"), ("2022-08", "2022-08"),
        ("08.2022", "2022-08"), ("08/2022", "2022-08"), ("2022", "2022"), ("2022 г.", "2022"),
        ("März 2022", "2022-03"), ("1er février 2022", "2022-02-01"), ("03/03/2022", "2022-03-03"),
        # seasons
        ("spring 2022", "2022-21"), ("весна 2022", "2022-21"), ("весной 2022", "2022-21"),
        ("Frühling 2022", "2022-21"), ("im Frühjahr 2022", "2022-21"),
        ("au printemps 2022", "2022-21"), ("лето 2022 г.", "2022-22"), ("2022-22", "2022-22"),
        ("in the fall of 2022", "2022-23"), ("Herbst 22", "2022-23"),
        ("winter 2022/23", "2022-24"), ("зима 2022-2023", "2022-24"), ("зимой 2022", "2022-24"),
        # about
        ("около 2022", "2022~"), ("about 2022", "2022~"), ("around August 2022", "2022-08~"),
        ("circa 2022", "2022~"), ("etwa 2022", "2022~"), ("um 2022", "2022~"),
        ("vers 2022", "2022~"), ("2022?", "2022~"), ("~2022", "2022~"), ("2022~", "2022~"),
        ("около 30.08.22", "2022-08-30~"), ("about June-July 2022", "2022-05-01/2022-08-31"),
        # between
        ("июнь-июль 2022", "2022-06/2022-07"), ("June – July 2022", "2022-06/2022-07"),
        ("between June and July 2022", "2022-06/2022-07"),
        ("zwischen Juni und Juli 2022", "2022-06/2022-07"),
        ("entre juin et juillet 2022", "2022-06/2022-07"),
        ("с 5 по 7 июня 2022", "2022-06-05/2022-06-07"), ("5-7 June 2022", "2022-06-05/2022-06-07"),
        ("from 5 to 7 June 2022", "2022-06-05/2022-06-07"), ("2021-2022", "2021/2022"),
        ("between 01.06.22 and 05.06.22", "2022-06-01/2022-06-05"),
        ("2022-06/2022-07", "2022-06/2022-07"), ("December 2022 - January 2023", "2022-12/2023-01"),
        ("winter 2022 - spring 2023", "2022-24/2023-21"), ("winter 2022 - 2024", "2022-24/2024"),
        # parts of a time
        ("first half of June 2025", "2025-06-01/2025-06-15"),
        ("вторая половина февраля 2025", "2025-02-16/2025-02-28"),
        ("early June 2025", "2025-06-01/2025-06-10"), ("mid June 2025", "2025-06-11/2025-06-20"),
        ("mid-June 2025", "2025-06-11/2025-06-20"), ("mi-juin 2025", "2025-06-11/2025-06-20"),
        ("late June 2025", "2025-06-21/2025-06-30"),
        ("в начале июня 2025", "2025-06-01/2025-06-10"),
        ("в середине июня 2025", "2025-06-11/2025-06-20"),
        ("в конце июня 2025", "2025-06-21/2025-06-30"),
        ("Ende Juni 2025", "2025-06-21/2025-06-30"), ("début juin 2025", "2025-06-01/2025-06-10"),
        ("early 2022", "2022-01/2022-04"), ("конец 2022", "2022-09/2022-12"),
        ("first half of 2022", "2022-01/2022-06"), ("early summer 2022", "2022-06"),
        ("late winter 2022", "2023-02"),
        ("between early June and mid-July 2022", "2022-06-01/2022-07-20"),
    ],
)  # fmt: skip
def test_what_people_write_is_understood(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today сегодня heute aujourd'hui aujourd’hui", "2026-11-22"),
        ("yesterday вчера gestern hier", "2026-11-21"),
        ("позавчера vorgestern avant-hier", "2026-11-20"),
    ],
)
def test_days_are_counted_back_from_the_day_handed_in(words: str, expected: str) -> None:
    assert {read(word) for word in words.split()} == {expected}
    assert read("the day before yesterday") == "2026-11-20"


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("30.08.27", date(2026, 1, 1), "2027-08-30"),  # next year can be meant
        ("30.08.28", date(2026, 1, 1), "1928-08-30"),
        ("30.08.00", date(1999, 12, 31), "2000-08-30"),
        ("30.08.99", date(2026, 1, 1), "1999-08-30"),
    ],
)
def test_a_year_of_two_digits_is_the_latest_that_is_at_most_a_year_ahead(
    text: str, today: date, expected: str
) -> None:
    assert read(text, today) == expected


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 1, 1)), st.integers(0, 99))
def test_a_year_of_two_digits_lies_within_the_last_hundred(today: date, digits: int) -> None:
    year = int(read(f"01.01.{digits:02d}", today)[:4])
    assert year % 100 == digits
    assert today.year - 98 <= year <= today.year + 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("03/04/2022", "values.ambiguous-date"),
        ("03-04-2022", "values.ambiguous-date"),
        ("30 February 2023", "values.impossible-date"),
        ("32.08.2022", "values.impossible-date"),
        ("03/00/2022", "values.impossible-date"),
        ("2022-13", "values.impossible-date"),
        ("between July and June 2022", "values.reversed-span"),
        ("Aug 30", "values.date-without-year"),
        ("January", "values.date-without-year"),
        ("5", "values.date-without-year"),
        ("", "values.date-not-understood"),
        ("about", "values.date-not-understood"),
        ("someday", "values.date-not-understood"),
        ("до 2022", "values.date-not-understood"),  # "before" is not "in"
        ("с июня 2022", "values.date-not-understood"),  # nor is "since"
        ("between June 2022", "values.date-not-understood"),
        ("June - July - August 2022", "values.date-not-understood"),
        ("22-08-30", "values.date-not-understood"),  # day first, or year first?
        ("30.08", "values.date-not-understood"),
        ("5 June 202", "values.date-not-understood"),
        ("5 6 7 June 2022", "values.date-not-understood"),
        ("2021 June 2022", "values.date-not-understood"),
        ("June July 2022", "values.date-not-understood"),
        ("summer 5 2022", "values.date-not-understood"),
        ("summer 202", "values.date-not-understood"),
        ("20220", "values.date-not-understood"),
        ("5 2022", "values.date-not-understood"),
        ("5 6 202", "values.date-not-understood"),
        ("early 5 June 2022", "values.date-not-understood"),
        ("first half of spring 2022", "values.date-not-understood"),
        ("ночь с 5 на 6 июня 2022", "values.date-not-understood"),
    ],
)
def test_what_could_be_meant_otherwise_is_refused_and_says_why(text: str, code: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read(text)
    assert refused.value.say.code == code
    assert f"“{text}”" in str(refused.value)


def test_an_ambiguous_date_is_asked_back_in_the_language_of_the_reader() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read("03/04/2022")
    said = Wording.of("ru").say(refused.value.say)
    assert said.startswith("«03/04/2022» может значить 3 апреля 2022\u00a0г. или 4 марта 2022")


def test_what_was_understood_is_repeated_in_words() -> None:
    understood = read_date("30.08.22", today=TODAY)
    assert understood.say == Say("values.understood-date", {"date": understood.date})
    assert Wording.of("en").say(understood.say) == "Understood as 30 August 2022."


written = st.dates(min_value=date(1990, 1, 1), max_value=date(2026, 12, 31))


@given(written, st.sampled_from(("en", "ru", "de", "fr")), st.integers(0, 2))
def test_the_program_understands_the_dates_it_writes(day: date, language: str, size: int) -> None:
    said = PartialDate.parse(day.isoformat()[: (4, 7, 10)[size]])
    assert read(Wording.of(language).date(said)) == str(said)


@given(st.text(alphabet="0123456789./-~? июнmayвс", max_size=16))
def test_any_text_is_understood_or_refused_and_never_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(NotUnderstood):
        PartialDate.parse(read(text))
