from pathlib import Path

from running import Run


def test_a_package_tells_what_went_in_and_what_stays(run: Run, tmp_path: Path) -> None:
    answer = run("export", tmp_path / "out.zip")
    assert "statements 9" in answer.stdout
    assert (tmp_path / "out.zip").is_file()


def test_yaml_is_written_on_request(run: Run, tmp_path: Path) -> None:
    run("export", "--yaml", tmp_path / "out")
    assert list((tmp_path / "out").rglob("*.yaml"))


def test_a_folder_in_use_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "kept.txt").touch()
    run("export", "--yaml", tmp_path / "out", status=1)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["kept.txt"]


def test_a_table_goes_out_with_its_columns(run: Run, tmp_path: Path) -> None:
    text = "Имя,Рождение\nБелова Анна,01.02.1980\n"
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    run("import", tmp_path / "people.csv")
    answer = run("export", tmp_path / "out.csv", "--everything")
    assert answer.stdout == f"{tmp_path / 'out.csv'}: rows 1. Rows that stay here: 0.\n"
    written = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert written.splitlines() == ["Имя,Рождение", "Белова Анна,1980-02-01"]
    assert "rows 0" in run("export", tmp_path / "public.xlsx", "--table", "people").stdout
