from pathlib import Path

from running import Run


def test_a_whole_casebook_is_said_to_be_whole(run: Run) -> None:
    assert run("verify").stdout == "Everything is there and as it was written.\n"


def test_damage_is_listed_once_and_the_status_is_1(run: Run, folder: Path) -> None:
    file = folder / "claims/ladogina-sveta.yaml"
    file.write_text(file.read_text("utf-8").replace("1990-06-15", "June"), encoding="utf-8")
    answer = run("verify", status=1)
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1


def test_a_missing_document_is_damage(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("a letter")
    run("add", tmp_path / "letter.txt")
    for path in [path for path in (folder / "vault").rglob("*") if path.is_file()]:
        path.unlink()
    assert "vault" in run("verify", status=1).stderr
