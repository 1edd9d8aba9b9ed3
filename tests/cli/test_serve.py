from pathlib import Path

import pytest

from khronika.cli import serve
from khronika.cli.serving import Server
from running import Run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    folders: list[str] = []

    def serve_until_stopped(server: Server, *, browser: bool) -> None:
        server.server_close()
        folders.append(f"{server.server_port} {browser}")

    monkeypatch.setattr(serve, "serve_until_stopped", serve_until_stopped)
    return folders


def test_what_is_not_built_yet_is_built_first(run: Run, folder: Path, served: list[str]) -> None:
    answer = run("serve", "--port", "0", "--no-browser")
    assert "Building the public edition first." in answer.stderr
    assert answer.stdout.startswith("http://127.0.0.1:")
    assert len(served) == 1


def test_what_is_built_is_shown_as_it_is(run: Run, folder: Path, served: list[str]) -> None:
    run("publish", "--as-of", "2025-06-01")
    before = (folder / "editions/public/manifest.json").read_bytes()
    assert run("serve", "--port", "0").stderr == ""
    assert (folder / "editions/public/manifest.json").read_bytes() == before
    assert len(served) == 1


def test_a_port_is_a_number(run: Run) -> None:
    run("serve", "--port", "70000", status=2)
