import json
from pathlib import Path

from running import Run

FIRST = 'ФИО\n"БЕЛОВА АННА ЮРЬЕВНА*, 01.02.1980 г.р., г. ОМСК"\n'
SECOND = FIRST + '"ЛАДОГИНА СВЕТЛАНА ЮРЬЕВНА*, 15.06.1990 г.р., г. ОМСК"\n'
SVETA = "lanterns/person/ladogina-sveta"


def test_a_list_is_held_against_its_last_version_and_the_casebook(
    run: Run, tmp_path: Path, folder: Path
) -> None:
    published = tmp_path / "rosfinmonitoring.csv"
    published.write_text(FIRST, encoding="utf-8")
    assert "1 added" in run("watch", published).stdout
    published.write_text(SECOND, encoding="utf-8")
    seen = json.loads(run("watch", published, "--json").stdout)
    assert (seen["added"], seen["vanished"]) == (["3"], [])
    (hit,) = seen["hits"]
    assert (hit["person"], hit["kind"]) == (SVETA, "listing")
    assert hit["fields"] == {"list": "rosfinmonitoring"}
    assert (folder / "watched" / "rosfinmonitoring.csv").read_text("utf-8") == SECOND


def test_a_dry_run_keeps_the_last_version(run: Run, tmp_path: Path, folder: Path) -> None:
    published = tmp_path / "list.csv"
    published.write_text(FIRST, encoding="utf-8")
    run("watch", published, "--dry-run")
    assert not (folder / "watched").exists()


def test_people_read_the_reasons(run: Run, tmp_path: Path) -> None:
    published = tmp_path / "list.csv"
    published.write_text(SECOND, encoding="utf-8")
    lines = run("watch", published).stdout.splitlines()
    assert lines[0] == "list: 2 added, 0 vanished, 0 respelled."
    assert any(SVETA in line for line in lines)
    assert any("The dates of birth agree" in line for line in lines)
