import json
from pathlib import Path

from running import Run, lay_out, run_command


def test_files_are_taken_in_once(run: Run, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "new" / "claims"
    other.mkdir(parents=True)
    text = (folder / "claims/ladogin-sava.yaml").read_text("utf-8")
    (other / "petr.yaml").write_text(text.replace("-sava", "-petr"), encoding="utf-8")
    told = run("import", other, "--dry-run").stdout
    assert not (folder / "claims/petr.yaml").exists()
    assert run("import", other).stdout == told
    assert "statements 5" in told
    assert "claims/petr.yaml" in told
    assert "statements 0" in run("import", other).stdout


def test_a_file_with_trouble_gives_nothing_and_the_status_is_1(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text("subject: person\nid: zimin-boris\nclaims: [{kind: x}]\n")
    answer = run("import", tmp_path / "bad.yaml", status=1)
    assert "statements 0" in answer.stdout
    assert "bad.yaml:3" in answer.stderr
    assert not (folder / "claims/bad.yaml").exists()


def test_a_ledger_casebook_takes_files_into_its_store(tmp_path: Path) -> None:
    lay_out(tmp_path / "files")
    run_command("init", tmp_path / "store")
    answer = run_command("--casebook", tmp_path / "store", "import", tmp_path / "files")
    assert "statements 9" in answer.stdout


def test_no_path_is_a_usage_error(run: Run) -> None:
    run("import", status=2)


CARD = "Имя,Рождение\nБелова Анна,01.02.1980\nГаева Вера,when the river froze\n"


def test_a_table_comes_in_once_and_its_trouble_is_told_by_row(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(CARD, encoding="utf-8")
    told = run("import", tmp_path / "people.csv", "--dry-run", status=1)
    assert not (folder / "tables").exists()
    done = run("import", tmp_path / "people.csv", status=1)
    assert done.stdout.splitlines()[:2] == told.stdout.splitlines()[:2]
    assert done.stdout.splitlines()[1].startswith("Statements: new 3,")
    assert "people.csv, row 3, column Рождение: This is no date." in done.stderr
    again = run("import", tmp_path / "people.csv", status=1).stdout
    assert "unchanged 2" in again
    assert "Statements: new 0" in again


def test_everything_an_import_did_is_told_to_machines(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(CARD, encoding="utf-8")
    (tmp_path / "bad.csv").write_text('a,b\n"x', encoding="utf-8")
    paths = [tmp_path / "people.csv", tmp_path / "bad.csv", folder / "claims/square.yaml"]
    answer = json.loads(run("import", *paths, "--json", status=1).stdout)
    [table] = answer["tables"]
    assert table["counts"]["new"] == 2
    assert table["counts"]["claims"] == table["new"]["claims"] == 3
    assert [row["added"] for row in table["rows"]] == [2, 1]
    assert {one["code"] for one in answer["problems"]} == {"import.table", "table.bad-date"}
    assert answer["new"]["claims"] == 0
