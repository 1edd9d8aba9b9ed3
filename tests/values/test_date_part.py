import pytest

from khronika.values.date import PartialDate
from khronika.values.date_part import HALVES, THIRDS, DateParts, part_of, widened
from khronika.values.date_words import Sign


@pytest.mark.parametrize("text", ["2024-02", "2022", "2022-24", "2022-22"])
def test_the_thirds_of_a_time_fill_it_without_overlap(text: str) -> None:
    whole = PartialDate.parse(text)
    thirds = [part for sign in THIRDS if (part := part_of(whole, sign))]
    assert sum(part.days for part in thirds) == whole.days
    assert all(part.refines(whole) for part in thirds)


@pytest.mark.parametrize("text", ["2024-02", "2022"])
def test_the_halves_of_a_time_fill_it_without_overlap(text: str) -> None:
    whole = PartialDate.parse(text)
    halves = [part for sign in HALVES if (part := part_of(whole, sign))]
    assert sum(part.days for part in halves) == whole.days


def test_a_day_has_no_parts_and_a_season_no_half() -> None:
    assert part_of(PartialDate.parse("2022-08-30"), Sign.EARLY) is None
    assert part_of(PartialDate.parse("2022-21"), Sign.FIRST_HALF) is None


def test_about_widens_a_span_at_both_ends() -> None:
    assert str(widened(PartialDate.parse("2022-06/2022-07"))) == "2022-05-01/2022-08-31"
    assert str(widened(PartialDate.parse("2022"))) == "2022~"


def test_a_beginning_without_a_year_takes_it_from_the_end() -> None:
    end = DateParts(year=2022, month=7, day=7)
    assert DateParts(day=5).filled_from(end).edtf() == "2022-07-05"
    assert DateParts(month=6).filled_from(end).edtf() == "2022-06"
    assert DateParts(season=22).filled_from(end).edtf() == "2022-22"
    assert DateParts(year=2021).filled_from(end).edtf() == "2021"
