import json
from pathlib import Path

from running import Run


def test_after_adopting_the_store_says_what_the_files_said(run: Run, folder: Path) -> None:
    before = run("disputes", "--json").stdout
    assert run("adopt").stdout == "Statements: 9, newly accepted: 9.\n"
    for file in folder.glob("claims/*.yaml"):
        file.unlink()
    assert run("disputes", "--json").stdout == before
    assert json.loads(run("publish", "--json").stdout)["people"] == 2


def test_it_is_done_once(run: Run) -> None:
    run("adopt")
    assert "already" in run("adopt", status=1).stderr
