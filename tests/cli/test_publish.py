import json
from pathlib import Path

import pytest

from khronika.cli import agreement
from running import Run


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "is_terminal", lambda: True)


def test_without_a_terminal_what_becomes_public_is_printed_and_built(
    run: Run, folder: Path
) -> None:
    answer = run("publish", "--as-of", "2025-06-01").stdout
    assert "This becomes public that was not" in answer
    assert "People: 2. Cases: 1." in answer
    assert (folder / "editions/public/en/people/ladogin-sava.html").is_file()


def test_the_second_run_writes_no_file(run: Run) -> None:
    run("publish", "--as-of", "2025-06-01")
    again = json.loads(run("publish", "--as-of", "2025-06-01", "--json").stdout)
    assert (again["new"], again["changed"], again["removed"]) == ([], [], [])
    assert again["unchanged"] > 10


def test_the_answer_for_machines_lists_every_line_and_its_danger(run: Run) -> None:
    answer = json.loads(run("publish", "--json").stdout)
    assert {"data", "ftm", "site"} <= set(answer["editions"])
    assert answer["languages"] == ["en", "ru"]
    assert {row["danger"] for row in answer["becomes_public"]} == {"rest"}
    assert len(answer["digest"]) == 64


def test_after_a_release_nothing_becomes_public_again(run: Run) -> None:
    run("publish", "--release", "first")
    assert run("publish").stdout.startswith("Nothing becomes public that was not.")


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_somebody_is_asked(run: Run, folder: Path) -> None:
    refused = run("publish", text="n\n", status=1)
    assert "Nothing was written." in refused.stderr
    assert not (folder / "editions").exists()
    run("publish", text="y\n")
    assert (folder / "editions/public/manifest.json").is_file()


@pytest.mark.usefixtures("at_a_terminal")
def test_whoever_confirmed_the_list_is_not_asked(run: Run, folder: Path) -> None:
    digest = json.loads(run("publish", "--dry-run", "--json").stdout)["digest"]
    assert not (folder / "editions").exists()
    stale = run("publish", "--confirm", "0" * 64, status=1)
    assert digest in stale.stderr
    assert not (folder / "editions").exists()
    run("publish", "--confirm", digest)
    assert (folder / "editions/public/manifest.json").is_file()


def test_a_long_list_of_harmless_lines_is_cut_and_counted(run: Run) -> None:
    assert "and " not in run("publish", "--dry-run").stdout.split("Digest")[0].split("rest")[1]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--only", "sit"), 1),
        (("--lang", "xx"), 1),
        (("--use", "press"), 2),
        (("--as-of", "2025"), 2),
    ],
)
def test_what_there_is_not_is_said(run: Run, arguments: tuple[str, ...], status: int) -> None:
    assert run("publish", *arguments, status=status).stderr


def test_a_folder_of_somebody_elses_files_is_refused_before_anybody_is_asked(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").touch()
    answer = run("publish", "--out", str(tmp_path / "home"), status=1)
    assert "thesis.txt" in answer.stderr
    assert answer.stdout == ""


def test_trouble_in_the_files_goes_to_stderr(run: Run, folder: Path) -> None:
    file = folder / "claims/ladogina-sveta.yaml"
    file.write_text(file.read_text("utf-8").replace("1990-06-15", "June"), encoding="utf-8")
    answer = run("publish")
    assert "claims/ladogina-sveta.yaml:10" in answer.stderr
    assert "ladogina-sveta.yaml" not in answer.stdout


@pytest.mark.parametrize("way", ["all", "longest", "birthday:6", "random:seed", "ladogina-sveta"])
def test_packs_of_letters_are_for_whom_is_chosen(run: Run, folder: Path, way: str) -> None:
    run("publish", "--use", "letters", "--only", "letters", "--choose", way, "--number", "1")
    told = folder / "editions/letters/letters/en/letters-organiser.txt"
    assert "Nobody can be written to today." in told.read_text(encoding="utf-8")


def test_a_way_of_choosing_that_there_is_not_is_refused(run: Run) -> None:
    said = run("publish", "--use", "letters", "--choose", "dice:7", status=1).stderr
    assert "birthday:12" in said
