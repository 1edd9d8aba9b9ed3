"""A backup is everything, and a restored casebook is the one that was backed up."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from khronika.casebook.adding import Described, note_call
from khronika.casebook.backup import BadBackup, NotRestored, back_up, restore
from khronika.casebook.casebook import Casebook
from khronika.casebook.importing import import_paths
from khronika.casebook.writes import NotWritten
from khronika.ledger.ledger import Recorded

RECORDED = Recorded("2026-11-23T10:00:00Z", "a-key")


@pytest.fixture(params=["yaml", "ledger"])
def filled(
    request: pytest.FixtureRequest, casebook: Casebook, make: Callable[..., Casebook]
) -> Casebook:
    target = make("target", request.param)
    import_paths(target, [casebook.settings.folder])
    note_call(target, "He is well.", described=Described(), recorded=RECORDED)
    return target


@pytest.fixture
def backup(filled: Casebook, tmp_path: Path) -> Path:
    back_up(filled, tmp_path / "backup.zip", day="2026-11-23")
    return tmp_path / "backup.zip"


def test_what_is_restored_is_what_was_backed_up(
    filled: Casebook, backup: Path, tmp_path: Path
) -> None:
    done = restore(backup, tmp_path / "again", {})
    again = Casebook.open(tmp_path / "again", {})
    assert (done.problems, done.state) == ((), filled.store.state())
    assert again.ledger() == filled.ledger()
    assert again.vault.hashes() == filled.vault.hashes()
    again.close()


def test_a_ledger_is_restored_into_the_store_that_is_named(
    filled: Casebook, backup: Path, tmp_path: Path
) -> None:
    environ = {"KHRONIKA_DATABASE_URL": f"sqlite:///{tmp_path}/elsewhere.sqlite"}
    restore(backup, tmp_path / "again", environ)
    again = Casebook.open(tmp_path / "again", environ)
    assert again.ledger() == filled.ledger()
    assert not (tmp_path / "again" / "ledger.sqlite").exists()
    again.close()


def test_a_backup_is_readable_by_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0


def test_editions_and_backups_are_not_backed_up(filled: Casebook, tmp_path: Path) -> None:
    for name in ("editions", "backups"):
        (filled.settings.folder / name).mkdir()
        (filled.settings.folder / name / "x.html").write_text("x", encoding="utf-8")
    back_up(filled, tmp_path / "b.zip", day="2026-11-23")
    with zipfile.ZipFile(tmp_path / "b.zip") as zipped:
        assert not [one for one in zipped.namelist() if one.endswith("x.html")]


def rewritten(backup: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(backup) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    change(files)
    other = backup.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return other


def listed(files: dict[str, bytes], name: str, sha256: str) -> None:
    label = json.loads(files["BACKUP.json"])
    label["files"][name] = sha256
    files["BACKUP.json"] = json.dumps(label).encode()


def flip(files: dict[str, bytes]) -> None:
    files["casebook.toml"] += b"#"


def lead_outside(files: dict[str, bytes]) -> None:
    files["../outside"] = b"x"
    listed(files, "../outside", "00" * 32)


def add_a_stranger(files: dict[str, bytes]) -> None:
    files["stranger"] = b"x"


def lose_the_label(files: dict[str, bytes]) -> None:
    del files["BACKUP.json"]


def lie_about_the_state(files: dict[str, bytes]) -> None:
    label = json.loads(files["BACKUP.json"])
    files["BACKUP.json"] = json.dumps(label | {"state": "0" * 64}).encode()


@pytest.mark.parametrize(
    "change", [flip, lead_outside, add_a_stranger, lose_the_label, lie_about_the_state]
)
def test_a_backup_that_was_changed_restores_nothing(
    backup: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    there = set(tmp_path.iterdir())
    changed = rewritten(backup, change)
    with pytest.raises(BadBackup, match="Nothing was restored"):
        restore(changed, tmp_path / "again", {})
    assert set(tmp_path.iterdir()) == there | {changed}


def test_half_a_backup_restores_nothing(backup: Path, tmp_path: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-400])
    with pytest.raises(BadBackup):
        restore(backup, tmp_path / "again", {})
    assert not (tmp_path / "again").exists()


def test_nothing_is_restored_over_anything(backup: Path, filled: Casebook) -> None:
    with pytest.raises(NotRestored):
        restore(backup, filled.settings.folder, {})
    with pytest.raises(NotRestored):
        back_up(filled, backup, day="2026-11-23")


def test_a_full_disk_leaves_no_half_of_a_backup(
    filled: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("khronika.casebook.backup.shutil.copyfileobj", full)
    with pytest.raises(NotWritten, match="No space left"):
        back_up(filled, tmp_path / "b.zip", day="2026-11-23")
    assert not list(tmp_path.glob("b.zip*"))


def test_accounts_and_logbook_move_with_it_and_no_session_does(
    filled: Casebook, tmp_path: Path
) -> None:
    desk = sqlite3.connect(filled.settings.folder / "desk.sqlite", isolation_level=None)
    desk.execute("PRAGMA journal_mode=WAL")
    for table, word in (("accounts_account", "alena"), ("django_session", "zqxsession")):
        desk.execute(f"CREATE TABLE {table} (word TEXT)")
        desk.execute(f"INSERT INTO {table} VALUES (?)", (word,))
    back_up(filled, tmp_path / "moving.zip", day="2026-11-23")  # the desk is still running
    desk.close()
    restore(tmp_path / "moving.zip", tmp_path / "moved", {})
    moved = sqlite3.connect(tmp_path / "moved/desk.sqlite")
    assert moved.execute("SELECT word FROM accounts_account").fetchall() == [("alena",)]
    assert moved.execute("SELECT word FROM django_session").fetchall() == []
    moved.close()
    assert b"zqxsession" not in (tmp_path / "moved/desk.sqlite").read_bytes()
