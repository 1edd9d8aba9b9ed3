from pathlib import Path

from running import Run, run_command


def test_what_was_backed_up_is_restored_as_it_was(run: Run, tmp_path: Path) -> None:
    said = run("backup", tmp_path / "kept.zip").stdout.split("state of the record")[1]
    restored = run_command("restore", tmp_path / "kept.zip", tmp_path / "again").stdout
    assert restored.split("state of the record")[1] == said
    again = run_command("--casebook", tmp_path / "again", "disputes", "--json")
    assert again.stdout == run("disputes", "--json").stdout


def test_it_lies_in_the_casebook_under_its_time_unless_told(run: Run, folder: Path) -> None:
    run("backup")
    assert len(list((folder / "backups").glob("20*.zip"))) == 1
