from pathlib import Path

from running import Run, run_command


def test_another_groups_package_is_taken_in_once(run: Run, tmp_path: Path) -> None:
    run("export", tmp_path / "theirs.zip")
    run_command("init", tmp_path / "ours")
    merge = ("--casebook", tmp_path / "ours", "merge", tmp_path / "theirs.zip")
    told = run_command(*merge, "--dry-run").stdout
    assert "statements 9" in told
    assert run_command(*merge).stdout == told
    assert "statements 0" in run_command(*merge).stdout


def test_what_is_no_package_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("not a package")
    assert run("merge", tmp_path / "no.zip", status=1).stderr
