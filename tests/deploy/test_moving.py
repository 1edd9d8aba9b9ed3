"""The page on moving: its commands, one after the other, and then everybody comes in again."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deploying import PASSPHRASE, Desk, Visitor, commands_in

pytestmark = pytest.mark.deploy
SETUP = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "begin": "example"}


def run(words: list[str], folder: Path) -> str:
    """The command of the page, with the folders of this test."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "khronika", *words[1:]],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_commands_of_the_page_move_everything(
    tmp_path: Path, start: Callable[..., Desk]
) -> None:
    old = Visitor(start(tmp_path / "OLD", {}).port, "127.0.0.1")
    assert old.send("/setup", SETUP)[0] == 302
    people = old.ask("/people")[1]
    *moves, serve = commands_in("moving.md", "khronika")
    assert [one[-1] if one[1] == "--casebook" else one[1] for one in moves] == [
        "moving.zip", "restore", "verify",
    ]  # fmt: skip
    assert serve[1:] == ["--casebook", "NEW", "serve", "--no-browser"]
    said = [run(one, tmp_path) for one in moves]
    states = [{word for word in text.split() if len(word.strip(".")) == 64} for text in said[:2]]
    assert states[0] == states[1] != set()
    new = Visitor(start(tmp_path / "NEW", {}).port, "127.0.0.1")
    new.cookies = dict(old.cookies)
    assert new.ask("/people")[0] == 404, "no session moves"
    new.cookies = {}
    assert new.send("/sign-in", {"passphrase": PASSPHRASE})[0] == 302
    assert listed(new.ask("/people")[1]) == listed(people) != []


def listed(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('href="&#x2f;people&#x2f;')[1:]]


def test_the_commands_on_backups_work(tmp_path: Path, start: Callable[..., Desk]) -> None:
    desk = Visitor(start(tmp_path / "archive", {}).port, "127.0.0.1")
    assert desk.send("/setup", SETUP)[0] == 302
    back_up, verify, restore = commands_in("backup.md", "khronika")
    assert [one[1] for one in (back_up, verify, restore)] == ["backup", "verify", "restore"]
    run(back_up, tmp_path / "archive")
    run(verify, tmp_path / "archive")
    (made,) = (tmp_path / "archive/backups").glob("*.zip")
    run([*restore[:2], str(made), str(tmp_path / restore[3])], tmp_path)
    run(["khronika", "--casebook", str(tmp_path / restore[3]), "verify"], tmp_path)
