import json

import pytest

from running import Run


def test_days_to_come_are_listed_within_the_days_asked_for(run: Run) -> None:
    rows = json.loads(run("dates", "--as-of", "2026-06-01", "--json").stdout)
    assert [(row["on"], row["code"], row["person"].rsplit("/")[-1]) for row in rows] == [
        ("2026-06-15", "birthday", "ladogina-sveta")
    ]
    assert json.loads(run("dates", "--as-of", "2026-06-01", "--days", "13", "--json").stdout) == []


def test_people_read_the_day_the_name_and_what_it_is(run: Run) -> None:
    assert run("dates", "--as-of", "2026-06-01").stdout.startswith("2026-06-15  Svetlana Ladogina:")


@pytest.mark.parametrize("days", ["-1", "many", "99999999999"])
def test_a_number_of_days_is_a_number(run: Run, days: str) -> None:
    run("dates", "--days", days, status=2)
