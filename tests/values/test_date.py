from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khronika.values.date import InvalidDate, PartialDate

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@st.composite
def precise(draw: st.DrawFn) -> str:
    day = draw(days)
    season = draw(st.sampled_from((21, 22, 23, 24)))
    forms = (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}", f"{day:%Y}-{season}")
    return draw(st.sampled_from(forms))


@st.composite
def spans(draw: st.DrawFn) -> str:
    left, right = draw(precise()), draw(precise())
    if PartialDate.parse(right).last_day < PartialDate.parse(left).first_day:
        left, right = right, left
    return f"{left}/{right}"


texts = st.one_of(precise(), precise().map(lambda text: f"{text}~"), spans())
dates = texts.map(PartialDate.parse)


def parsed(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-08", "2022-08-01", "2022-08-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),  # a leap year
        ("2022-08-30", "2022-08-30", "2022-08-30"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-23", "2022-09-01", "2022-11-30"),
        ("2022-24", "2022-12-01", "2023-02-28"),  # winter reaches into the next year
        ("2022~", "2021-01-01", "2023-12-31"),
        ("2022-08~", "2022-07-01", "2022-09-30"),
        ("2022-12~", "2022-11-01", "2023-01-31"),
        ("2022-01-01~", "2021-12-31", "2022-01-02"),
        ("2022-24~", "2022-09-01", "2023-05-31"),
        ("2022-06/2022-07", "2022-06-01", "2022-07-31"),
        ("2022-06-05/2022-07", "2022-06-05", "2022-07-31"),
        ("2022-22/2022-10-01", "2022-06-01", "2022-10-01"),
        # the calendar of the program ends with these
        ("0001~", "0001-01-01", "0002-12-31"),
        ("0001-01~", "0001-01-01", "0001-02-28"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
    ],
)
def test_a_date_is_bounded_by_the_days_that_could_be_meant(
    text: str, first: str, last: str
) -> None:
    assert parsed(text).first_day == date.fromisoformat(first)
    assert parsed(text).last_day == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2023-02-30", "February 2023 has 28 days"),
        ("2023-13", "there is no month 13 (seasons are 21 to 24)"),
        ("2023-25", "there is no month 25 (seasons are 21 to 24)"),
        ("2023-00", "there is no month 00 (seasons are 21 to 24)"),
        ("2023-00-05", "there is no month 00 (seasons are 21 to 24)"),
        ("2023-05-00", "there is no day 00"),
        ("2023-22-01", "a season has no days; write the month of that day"),
        ("0000", "there is no year 0000"),
        ("2022-07/2022-06", "the span ends before it begins"),
        ("2022~/2023", "the ends of a span cannot be approximate; widen the span instead"),
        ("30.08.2022", "not a date; write 2022, 2022-08, 2022-08-30 or 2022-06/2022-07"),
        ("", "not a date; write 2022, 2022-08, 2022-08-30 or 2022-06/2022-07"),
        ("2022/", "not a date; write 2022, 2022-08, 2022-08-30 or 2022-06/2022-07"),
        ("٢٠٢٢", "not a date; write 2022, 2022-08, 2022-08-30 or 2022-06/2022-07"),
    ],
)
def test_an_impossible_date_says_what_is_wrong_with_it(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        parsed(text)
    assert str(refused.value) == f"{text}: {reason}"


def test_only_one_day_that_is_not_approximate_is_exact() -> None:
    exact = [text for text in ("2022", "2022-08-30", "2022-08-30~") if parsed(text).is_exact]
    assert exact == ["2022-08-30"]


def test_a_span_from_a_day_to_itself_is_that_day() -> None:
    assert parsed("2022-08-30/2022-08-30") == parsed("2022-08-30")
    assert parsed("2022-08-30/2022-08-30").is_exact


def test_only_a_year_is_a_year_alone() -> None:
    assert [parsed(text).year_only for text in ("2022", "2022~", "2022-08")] == [True, True, False]


def test_space_around_a_date_means_nothing() -> None:
    assert parsed(" 2022-08 ") == parsed("2022-08")


def test_dates_stand_in_order_of_time_and_the_longer_one_last() -> None:
    texts = ["2022-08", "2022", "2021~", "2022-01-01", "2022-01"]
    assert [str(said) for said in sorted(map(parsed, texts))] == [
        "2021~", "2022-01-01", "2022-01", "2022", "2022-08",
    ]  # fmt: skip


@given(days)
def test_a_day_of_the_calendar_is_an_exact_date(day: date) -> None:
    assert PartialDate.of(day) == parsed(day.isoformat())
    assert PartialDate.of(day).is_exact
    assert PartialDate.of(day).days == 1


@given(dates)
def test_the_text_of_a_date_reads_as_the_same_date(said: PartialDate) -> None:
    again = parsed(str(said))
    assert (again, hash(again), again.days, again.is_exact) == (
        said, hash(said), said.days, said.is_exact,
    )  # fmt: skip
    assert said.days == (said.last_day - said.first_day).days + 1


@given(dates, dates)
def test_agreement_does_not_depend_on_who_asks(one: PartialDate, other: PartialDate) -> None:
    assert one.agrees_with(other) == other.agrees_with(one)


@given(dates, dates)
@example(parsed("2022-08"), parsed("2022"))
def test_what_refines_a_date_agrees_with_it_and_not_the_other_way_round(
    one: PartialDate, other: PartialDate
) -> None:
    if one.refines(other):
        assert one.agrees_with(other)
        assert not other.refines(one)


@given(dates, st.data())
def test_every_day_within_the_bounds_agrees_and_none_beside_them(
    said: PartialDate, data: st.DataObject
) -> None:
    within = data.draw(st.integers(0, said.days - 1))
    day = PartialDate.of(said.first_day + timedelta(days=within))
    assert said.agrees_with(day)
    assert day.refines(said) == (said.days > 1)
    assert not said.agrees_with(PartialDate.of(said.first_day - timedelta(days=1)))
    assert not said.agrees_with(PartialDate.of(said.last_day + timedelta(days=1)))


near_years = st.sampled_from(
    ("2022", "2022-12", "2022-12~", "2022-24", "2023~", "2023-01", "2022-11/2023-01", "2023-02-28")
)


@given(near_years.map(parsed), near_years.map(parsed))
def test_agreement_and_refinement_are_what_counting_the_days_gives(
    one: PartialDate, other: PartialDate
) -> None:
    first, second = meant_by(one), meant_by(other)
    assert one.agrees_with(other) == bool(first & second)
    assert one.refines(other) == (first < second)


def meant_by(said: PartialDate) -> set[date]:
    return {said.first_day + timedelta(days=days) for days in range(said.days)}
