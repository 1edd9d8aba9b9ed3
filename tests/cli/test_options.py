import click
import pytest

from khronika.cli.options import day, moment, words


def test_a_day_is_a_day() -> None:
    assert day("2026-03-01").isoformat() == "2026-03-01"


@pytest.mark.parametrize("text", ["", "2026", "2026-13-01", "tomorrow", "0001-01-01", "9999-12-31"])
def test_anything_else_is_a_usage_error(text: str) -> None:
    with pytest.raises(click.BadParameter):
        day(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-03-01", "2026-03-01T23:59:59Z"),  # all that was recorded on the day is known
        ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"),
        ("2026-03-01T12:00:00", "2026-03-01T12:00:00Z"),
        ("2026-03-01T12:00:00+03:00", "2026-03-01T09:00:00Z"),
    ],
)
def test_a_moment_is_told_in_utc(text: str, read: str) -> None:
    assert moment(text) == read


@pytest.mark.parametrize("text", ["soon", "0001-01-01T00:00:00+14:00", "9999-12-31"])
def test_a_moment_that_is_none_is_a_usage_error(text: str) -> None:
    with pytest.raises(click.BadParameter):
        moment(text)


def test_words_keep_their_order_and_stand_once() -> None:
    assert words("ru, en,ru,") == ("ru", "en")
    assert words("") == ()
