"""Who rows are: nobody is joined by likeness, and one row is one person."""

from collections.abc import Callable

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.table.remembered import find_table
from khronika.casebook.verifying import verify
from khronika.schema.subject import slug_of
from tabled import (
    Rows,
    Take,
    answer,
    claims_of,
)

TRUTHS = pytest.mark.parametrize("truth", ["yaml", "ledger"])
Make = Callable[..., Casebook]


@TRUTHS
def test_somebody_who_looks_like_another_waits_and_is_never_joined(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    take(casebook, rows[:5])
    rows[4][0] = "Anna Belova"
    report = take(casebook, rows[:5])
    [row] = [row for row in report.rows if row.outcome == "waiting"]
    [anna] = [one.person for one in report.rows if one.key == "Белова Анна"]
    assert row.looks_like == (anna,)
    assert report.appended.claims == 0
    remembered = find_table(casebook.settings.folder, "people")
    assert remembered is not None
    assert remembered.rows["Anna Belova"] == ""


@TRUTHS
def test_a_row_is_whom_a_person_wrote_beside_it(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    take(casebook, [["Белова Анна", "1980"], ["Гаева Вера", ""]], headings=["Имя", "Рождение"])
    rows = [["Белова Анна", "1980"], ["Anna Belova", "1999"], ["Vera Gaeva", "2000"]]
    take(casebook, rows, headings=["Имя", "Рождение"])
    answer(casebook, "Anna Belova", "new")
    [(_, first)] = claims_of(casebook, "Гаева Вера", "name")
    answer(casebook, "Vera Gaeva", slug_of(first.subject))
    report = take(casebook, rows, headings=["Имя", "Рождение"])
    assert report.problems == ()
    assert {row.key: row.outcome for row in report.rows} == {
        "Белова Анна": "unchanged", "Anna Belova": "new", "Vera Gaeva": "changed",
    }  # fmt: skip
    births = [one.subject for one in casebook.ledger().claims.values() if one.kind == "birth"]
    assert first.subject in births
    assert len(set(births)) == 3
    assert take(casebook, rows, headings=["Имя", "Рождение"]).appended.total == 0


def test_a_row_named_for_nobody_is_refused(make: Make, take: Take) -> None:
    casebook = make("one")
    take(casebook, [["Белова Анна"]], headings=["Имя"])
    take(casebook, [["Белова Анна"], ["Anna Belova"]], headings=["Имя"])
    answer(casebook, "Anna Belova", "belova-anna-typo")
    report = take(casebook, [["Белова Анна"], ["Anna Belova"]], headings=["Имя"])
    assert [one.code for one in report.problems] == ["table.unknown-person"]
    assert report.appended.claims == 0


def test_somebody_another_source_named_is_not_taken_for_new(casebook: Casebook, take: Take) -> None:
    report = take(casebook, [["Белова Алёна", "1980"]], headings=["Имя", "Рождение"])
    assert report.rows[0].looks_like == ("examples/person/belova-alena",)


def test_rows_that_cannot_be_told_apart_are_not_taken(make: Make, take: Take) -> None:
    casebook = make("one")
    rows = [["Белова Анна", "1980"], ["Белова Анна", "1999"], ["", "1990"]]
    report = take(casebook, rows, headings=["Имя", "Рождение"])
    assert [one.code for one in report.problems] == ["table.same-key", "table.no-key"]
    assert report.counts["new"] == 1


def test_a_row_that_turns_out_to_be_somebody_else_takes_its_words_along(
    casebook: Casebook, take: Take
) -> None:
    headings, cells = ["Имя", "Рождение"], [["Гаева Вера", "1981"]]
    take(casebook, cells, headings=headings)
    [(_, vera)] = claims_of(casebook, "Гаева Вера", "name")
    path = casebook.settings.folder / "tables/people.toml"
    text = path.read_text("utf-8").replace(slug_of(vera.subject), "belova-alena")
    path.write_text(text, "utf-8")
    report = take(casebook, cells, headings=headings)
    assert (report.counts["claims"], report.counts["put-aside"]) == (2, 2)
    said = [claim.subject for _, claim in claims_of(casebook, "Гаева Вера", "birth")]
    assert said == ["examples/person/belova-alena"]
    assert take(casebook, cells, headings=headings).appended.total == 0
    assert verify(casebook) == ()
