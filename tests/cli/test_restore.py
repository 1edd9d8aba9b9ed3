from pathlib import Path

from running import Run, run_command


def test_nothing_is_restored_over_what_is_there(run: Run, folder: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "kept.zip")
    before = (folder / "casebook.toml").read_bytes()
    run_command("restore", tmp_path / "kept.zip", folder, status=1)
    assert (folder / "casebook.toml").read_bytes() == before


def test_what_is_no_backup_is_said(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("not a backup")
    assert run_command("restore", tmp_path / "no.zip", tmp_path / "again", status=1).stderr
    assert not (tmp_path / "again").exists()
