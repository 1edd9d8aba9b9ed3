import json
from pathlib import Path

import pytest

from khronika.casebook.example import EXAMPLE_DAY, example_folder
from khronika.cli import demo
from khronika.cli.serving import Server
from running import lay_out, run_command


def stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_example_is_built_and_nothing_is_written_beside_it(tmp_path: Path) -> None:
    before = stamps(example_folder())
    answer = run_command("demo", "--no-serve", "--out", tmp_path / "out")
    assert answer.stdout == f"{tmp_path / 'out'}\n"
    assert (tmp_path / "out" / "index.html").is_file()
    assert stamps(example_folder()) == before


def test_the_example_is_shown_on_the_day_it_is_written_for(tmp_path: Path) -> None:
    run_command("demo", "--no-serve", "--out", tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["as_of"] == EXAMPLE_DAY.isoformat()


def test_a_casebook_that_is_named_is_built_and_left_alone(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "lanterns")
    before = stamps(folder)
    run_command("demo", "--no-serve", "--casebook", folder, "--out", tmp_path / "one")
    run_command("--casebook", folder, "demo", "--no-serve", "--out", tmp_path / "two")
    for out in ("one", "two"):
        assert (tmp_path / out / "en/people/ladogin-sava.html").is_file()
    assert stamps(folder) == before


def test_it_is_built_into_a_folder_of_its_own_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    built = Path(run_command("demo", "--no-serve").stdout.strip())
    assert built.parent == tmp_path
    assert (built / "index.html").is_file()


def test_the_address_is_printed_and_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[Server, bool]] = []

    def serve(server: Server, *, browser: bool) -> None:
        server.server_close()
        served.append((server, browser))

    monkeypatch.setattr(demo, "serve_until_stopped", serve)
    answer = run_command("demo", "--port", "0", "--out", tmp_path)
    assert answer.stdout.endswith(f"http://127.0.0.1:{served[0][0].server_port}/\n")
    assert served[0][1] is False  # nobody sits at a terminal, so no browser is opened


def test_a_folder_without_a_casebook_is_said(tmp_path: Path) -> None:
    answer = run_command("demo", "--casebook", tmp_path, "--no-serve", status=1)
    assert "casebook.toml" in answer.stderr
