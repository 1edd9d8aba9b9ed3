from pathlib import Path

from running import Run


def test_after_it_no_file_names_the_person(run: Run, folder: Path) -> None:
    run("publish")
    assert (folder / "editions/public/en/people/ladogin-sava.html").is_file()
    run("unpublish", "Сава Ладогин", "--dry-run")
    run("publish")
    assert (folder / "editions/public/en/people/ladogin-sava.html").is_file()
    assert "lanterns/person/ladogin-sava" in run("unpublish", "Сава Ладогин").stdout
    run("publish")
    for path in (folder / "editions/public").rglob("*"):
        assert "ladogin-sava" not in path.name
        assert path.is_dir() or b"ladogin-sava" not in path.read_bytes()


def test_it_says_what_still_holds_the_address(run: Run) -> None:
    run("publish", "--release", "spring")
    assert "released.jsonl" in run("unpublish", "Сава Ладогин").stdout


def test_nobody_of_that_name_is_said(run: Run) -> None:
    run("unpublish", "Nobody", status=1)
