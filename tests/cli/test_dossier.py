import json
from pathlib import Path

import pytest

from running import Run

SPELLINGS = ("Сава Ладогин", "Sava Ladogin", "ladogin sava", "ladogin-sava", "Ladoguin Sava")


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_prints_the_same_man(run: Run, name: str) -> None:
    assert run("dossier", name, "--json").stdout == run("dossier", "ladogin-sava", "--json").stdout


def test_the_answer_for_machines_holds_what_is_known_and_what_is_not(run: Run) -> None:
    answer = json.loads(run("dossier", "ladogin-sava", "--as-of", "2025-06-01", "--json").stdout)
    assert answer["person"] == "lanterns/person/ladogin-sava"
    assert answer["name"] == "Sava Ladogin"
    assert answer["names"] == [{"text": "Сава Ладогин", "lang": "ru"}]
    assert answer["cases"] == ["lanterns/case/square"]
    assert answer["status"]["code"] == "serving"
    assert answer["status"]["reason"].endswith(".")
    assert answer["as_of"] == "2025-06-01"
    assert answer["disputes"] == [
        {"person": answer["person"], "kind": "ruling", "field": "term", "values": ["6y", "9y"]}
    ]
    assert {gap["code"] for gap in answer["gaps"]} >= {"no-birthday"}
    assert answer.keys() >= {"ahead", "entries", "stable_until"}


def test_every_value_names_its_claims_and_every_claim_its_place(run: Run) -> None:
    answer = json.loads(run("dossier", "ladogin-sava", "--json").stdout)
    ruling = next(entry for entry in answer["entries"] if entry["kind"] == "ruling")
    assert ruling["case"] == "lanterns/case/square"
    assert ruling["fields"]["date"]["standing"] == "agreed"
    term = ruling["fields"]["term"]
    assert term["standing"] == "disputed"
    places = {claim["id"]: (claim["source"], claim["section"]) for claim in ruling["claims"]}
    said = {places[claim] for value in term["values"] for claim in value["claims"]}
    assert said == {("lanterns/source/gazette", "p. 1"), ("lanterns/source/paper", "p. 2")}


def test_the_page_shows_both_values_each_with_its_source(run: Run) -> None:
    page = run("dossier", "Ladogin Sava", "--as-of", "2025-06-01").stdout
    assert page.startswith("Sava Ladogin (ladogin-sava), as of 1 June 2025\nСава Ладогин\n")
    assert "— The square —" in page
    assert "Arrest: 1 March 2024  [1]" in page
    assert "    6 years  [2]\n    9 years  [1]" in page
    assert "  [1] The River Paper. 2024-09-01. p. 2" in page


def test_the_page_speaks_the_language_asked_for(run: Run) -> None:
    page = run("--language", "ru", "dossier", "ladogin-sava").stdout
    assert page.startswith("Сава Ладогин (ladogin-sava)")
    assert "6 лет" in page


def test_namesakes_are_listed_and_nobody_is_chosen(run: Run) -> None:
    answer = run("dossier", "Ладогин", status=0)
    assert "ladogin-sava" in answer.stdout


def test_several_people_are_candidates_and_the_status_is_1(run: Run, folder: Path) -> None:
    brother = (folder / "claims/ladogin-sava.yaml").read_text("utf-8")
    brother = brother.replace("Сава", "Пётр").replace("ladogin-sava", "ladogin-petr")
    (folder / "claims/ladogin-petr.yaml").write_text(brother, encoding="utf-8")
    answer = run("dossier", "Ladogin", status=1)
    assert answer.stdout.splitlines() == [
        "lanterns/person/ladogin-petr  Pyotr Ladogin · Пётр Ладогин",
        "lanterns/person/ladogin-sava  Sava Ladogin · Сава Ладогин",
    ]
    assert "Several people" in answer.stderr
    listed = json.loads(run("dossier", "Ladogin", "--json", status=1).stdout)
    assert [one["person"].rsplit("/")[-1] for one in listed] == ["ladogin-petr", "ladogin-sava"]


def test_nobody_of_that_name_is_said_with_those_close_to_it(run: Run) -> None:
    answer = run("dossier", "Ladogim", status=1)
    assert "ladogin-sava" in answer.stdout
    assert "Nobody here goes by “Ladogim”." in answer.stderr


def test_what_was_not_yet_known_is_not_shown(run: Run) -> None:
    run("dossier", "ladogin-sava", "--known-at", "2024-12-31", status=1)
    run("dossier", "ladogin-sava", "--known-at", "2025-01-10")


@pytest.mark.parametrize("wrong", [("--as-of", "yesterday"), ("--known-at", "soon"), ("--what",)])
def test_a_command_written_wrongly_is_status_2(run: Run, wrong: tuple[str, ...]) -> None:
    assert "Usage:" in run("dossier", "ladogin-sava", *wrong, status=2).stderr
