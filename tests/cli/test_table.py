import json
from pathlib import Path

from running import Run

CARD = "Имя,Рождение,Пол,Регион\nБелова Анна,01.02.1980,ж,край\nГаева Вера,1981,ж,край\n"


def test_what_columns_mean_is_told_and_written_down_to_be_changed(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(CARD, encoding="utf-8")
    told = run("table", tmp_path / "people.csv").stdout
    assert told.splitlines() == [
        "Имя: name.text",
        "Рождение: birth.date",
        "Пол: not recorded (no-field)",
        "Регион: not recorded (several-meanings)",
        "tables/people.toml",
    ]
    path = folder / "tables" / "people.toml"
    text = path.read_text("utf-8").replace('"Регион" = ""', '"Регион" = "arrest.place"')
    path.write_text(text, encoding="utf-8")
    answer = run("import", tmp_path / "people.csv")
    assert "rows 2. New 2" in answer.stdout
    assert "Statements: new 6" in answer.stdout


def test_a_dry_run_writes_nothing_and_json_says_the_same(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(CARD, encoding="utf-8")
    answer = json.loads(run("table", tmp_path / "people.csv", "--dry-run", "--json").stdout)
    assert answer["table"] == "people"
    assert answer["key"] == ["Имя"]
    assert [one["target"] for one in answer["columns"]] == ["name.text", "birth.date", "", ""]
    assert not (folder / "tables").exists()


def test_a_table_is_named_on_request(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "export-7.csv").write_text(CARD, encoding="utf-8")
    run("table", tmp_path / "export-7.csv", "--table", "people", "--title", "Our people")
    assert 'title = "Our people"' in (folder / "tables/people.toml").read_text("utf-8")


def test_a_table_that_names_nobody_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    answer = run("table", tmp_path / "people.csv", status=1)
    assert "hold names" in answer.stderr
