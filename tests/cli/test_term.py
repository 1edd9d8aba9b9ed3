"""`khronika term`: from flags, and of a person."""

import json
from pathlib import Path

import pytest

from khronika.values.language import LANGUAGES
from running import Run, run_command

STRICT = ("--arrested", "2017-11-05", "--regime", "strict", "--years", "4")
PREDICTED = ("--article", "205.2", "--part", "2", "--arrested", "2023-07-25", "--regime", "general")


def answer(*flags: str) -> dict[str, object]:
    read = json.loads(run_command("term", *flags, "--json").stdout)
    assert isinstance(read, dict)
    return read


def days(first: str, last: str = "") -> dict[str, str]:
    return {"from": first, "to": last or first}


def test_flags_alone_need_no_casebook() -> None:
    told = answer(*STRICT, "--article", "212", "--part", "2")
    assert told["last_day"] == days("2021-11-04")
    assert told["release_day"] == days("2021-11-03")
    assert told["verified"] is True
    assert told["not_predicted"] is None


def test_every_step_tells_its_rule_version_source_and_mark() -> None:
    steps = answer(*STRICT, "--article", "212", "--part", "2")["steps"]
    assert isinstance(steps, list)
    assert [one["rule"] for one in steps] == ["term-months", "custody-strict", "release-day"]
    assert {"place", "version", "source", "verified", "says"} <= steps[0].keys()


def test_a_whole_case_is_told_by_flags() -> None:
    told = answer(
        "--article", "212.1", "--arrested", "2019-08-12", "--verdict", "2019-09-05",
        "--years", "4", "--regime", "general", "--appeal", "2019-10-14",
        "--annulled", "2020-03-02", "--retrial", "2020-04-20:18m",
        "--retrial-in-force", "2020-04-20",
    )  # fmt: skip
    assert told["last_day"] == days("2020-12-16", "2020-12-17")


def test_custody_house_arrest_and_a_prison_part_are_told_by_flags() -> None:
    told = answer(
        "--charge", "RU-UK 205.2/1", "--custody", "pretrial:2023-09-04..2023-10-03",
        "--house-arrest", "2023-10-04..2024-03-27", "--verdict", "2024-03-28",
        "--in-force", "2024-03-28", "--years", "4", "--segment", "prison:30m",
        "--segment", "strict",
    )  # fmt: skip
    assert told["last_day"] == days("2027-11-30")  # 30 days, and half of 176


def test_a_partial_date_widens_the_answer() -> None:
    told = answer("--arrested", "2023-02", "--years", "5", "--regime", "strict")
    assert told["last_day"] == days("2028-01-31", "2028-02-27")


def test_what_is_not_predicted_says_why_and_is_done() -> None:
    told = answer("--arrested", "2023-02-01", "--life", "--article", "275")
    assert told["last_day"] is None
    assert told["not_predicted"] == {
        "code": "law.not-predicted-life",
        "says": "Not predicted: a life sentence has no last day.",
    }


def test_parole_is_marked_as_for_the_editors_alone() -> None:
    told = answer(*PREDICTED, "--years", "4")["for_editors_alone"]
    assert isinstance(told, list)
    assert [one["what"] for one in told] == ["parole", "replacement", "forced-labour"]
    assert told[0]["earliest"] == days("2026-07-25")  # three quarters of four years


def test_an_unchecked_rule_is_told_on_the_screen() -> None:
    flags = ("--arrested", "2021-01-10", "--years", "3", "--code", "BY-UK")
    assert answer(*flags)["verified"] is False
    assert "not for publication" in run_command("term", *flags).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_said_in_every_language(language: str) -> None:
    said = run_command("--language", language, "term", *PREDICTED, "--years", "4").stdout
    assert "2027" in said
    assert "г.." not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "Name a PERSON, or describe the case by flags"),
        (("somebody", *STRICT), "Name a PERSON, or describe the case by flags"),
        (("--arrested", "2023-02-31", "--years", "5"), "February 2023 has 28 days"),
        (("--arrested", "2023-05-05"), "How long is the term?"),
        (("--years", "5", "--life"), "--life has no number"),
        (("--years", "-3"), "--years"),
        (("--regime", "loose", "--years", "3"), "--regime"),
        (("--custody", "jail:2023-01-01..2023-02-01", "--years", "2"), "KIND is one of"),
        (("--custody", "pretrial:2023-01-01", "--years", "2"), "write FROM..TO"),
        (("--custody", "pretrial:2023-03-01..2023-02-01", "--years", "2"), "ends before it begins"),
        (("--segment", "soft:1y", "--years", "2"), "is no regime"),
        (("--appeal", "2023-02-01:long", "--years", "2"), "is not a term"),
        (("--article", "205.9", "--years", "2"), "no such article or part"),
        (("--charge", "RU-UK 205.2/7", "--years", "2"), "no such article or part"),
        (("--part", "2", "--years", "2"), "give --article too"),
        (("--code", "XX-YY", "--years", "2"), "There are no rules for the code"),
        (("--arrested", "2023-01-01", "--verdict", "2022-01-01", "--years", "2"), "is before"),
        (("--verdict", "2023-01-01", "--in-force", "2022-01-01", "--years", "2"), "is before"),
    ],
)
def test_a_flag_that_cannot_be_is_a_usage_error(flags: tuple[str, ...], said: str) -> None:
    assert said in run_command("term", *flags, status=2).stderr


def test_of_a_person_the_disputed_term_is_not_reckoned(run: Run) -> None:
    told = json.loads(run("term", "ladogin-sava", "--json").stdout)
    assert told["person"].endswith("ladogin-sava")
    assert told["last_day"] is None
    assert told["not_predicted"]["code"] == "law.not-predicted-disputed"
    assert [one["case"].rsplit("/")[-1] for one in told["terms"]] == ["square"]


def test_of_a_person_without_a_sentence_that_is_said(run: Run) -> None:
    assert "No sentence is recorded." in run("term", "ladogina-sveta").stdout
    assert json.loads(run("term", "ladogina-sveta", "--json").stdout)["terms"] == []


def test_an_unknown_person_is_not_found(run: Run) -> None:
    run("term", "nobody-at-all", status=1)


def settle(folder: Path) -> None:
    """Prefer six years, and tell the regime and the article."""
    path = folder / "claims" / "ladogin-sava.yaml"
    text = path.read_text(encoding="utf-8")
    told = text.replace("term: 9y,", "term: 6y, regime: strict, articles: [RU-UK 207.3/2],")
    assert told != text
    path.write_text(told, encoding="utf-8")


def test_a_dossier_shows_the_term_as_reckoned_and_not_reported(folder: Path, run: Run) -> None:
    settle(folder)
    told = json.loads(run("dossier", "ladogin-sava", "--as-of", "2026-01-01", "--json").stdout)
    assert told["reckoned"][0]["release_day"] == days("2030-02-28")
    said = run("dossier", "ladogin-sava", "--as-of", "2026-01-01").stdout
    assert "Reckoned by us, not reported" in said
    assert "Release: 28 February 2030." in said


def test_the_end_of_the_term_is_among_the_days_ahead(folder: Path, run: Run) -> None:
    settle(folder)
    rows = json.loads(run("dates", "--as-of", "2030-02-01", "--json").stdout)
    assert ("2030-02-28", "term-ends") in {(row["on"], row["code"]) for row in rows}


def test_a_term_that_is_over_without_a_release_is_an_open_question(folder: Path, run: Run) -> None:
    settle(folder)
    rows = json.loads(run("gaps", "--as-of", "2030-03-10", "--json").stdout)
    assert "reckoned-term-over" in {row["code"] for row in rows}
