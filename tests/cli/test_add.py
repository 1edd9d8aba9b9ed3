from pathlib import Path

import pytest

from khronika.cli import documents
from khronika.intake import capture as capturing
from khronika.intake.capture import Captured, Door
from khronika.intake.capture_record import Exchange, archive
from running import Run


def test_a_document_becomes_a_closed_source_with_its_bytes_in_the_vault(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "ruling.txt").write_text("text of a ruling")
    answer = run("add", tmp_path / "ruling.txt", "--title", "A ruling", "--date", "2024-09")
    described = (folder / answer.stdout.split()[-1]).read_text("utf-8")
    assert "title: A ruling" in described
    assert "2024-09" in described
    assert "level: open" not in described
    assert any(path.is_file() for path in (folder / "vault").rglob("*"))
    assert "there already" in run("add", tmp_path / "ruling.txt").stdout


def test_an_address_is_recorded_and_nothing_is_fetched(run: Run, folder: Path) -> None:
    asked = ("add", "https://paper.example/1", "--no-fetch", "--title", "On the web")
    answer = run(*asked, "--level", "open")
    described = (folder / answer.stdout.split()[-1]).read_text("utf-8")
    assert "https://paper.example/1" in described
    assert "level: open" in described


def test_a_document_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    assert "cannot be read" in run("add", tmp_path / "no.pdf", status=1).stderr


def test_the_text_of_a_document_is_kept_beside_it_and_its_trouble_told(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "ruling.html").write_bytes(
        b"<html><head><meta charset=utf-8><title>A ruling</title></head><p>"
        + "Суд назначил ей шесть лет колонии.".encode("cp1251")
    )
    answer = run("add", tmp_path / "ruling.html")
    described = (folder / answer.stdout.split()[-1]).read_text("utf-8")
    assert "title: A ruling" in described
    assert "read_from:" in described
    assert "reader: html 1" in described
    assert "ruling.html" in answer.stderr
    assert "[intake.wrong-encoding]" in answer.stderr


def test_a_page_is_fetched_once_and_kept_with_its_text(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def capture(url: str, door: Door) -> Captured:
        asked.append(url)
        body = b"<html><title>On the web</title><p>Alena Belova was held."
        exchange = Exchange(url, door.now(), "192.0.2.1", (), 200, "OK", (), body)
        return Captured(url, door.now(), "text/html", body, "", archive([exchange]))

    monkeypatch.setattr(capturing, "capture", capture)
    answer = run("add", "https://paper.example/2")
    described = (folder / answer.stdout.split()[-1]).read_text("utf-8")
    assert "title: On the web" in described
    assert 'url: "https://paper.example/2"' in described
    assert "address of this machine" in answer.stderr
    assert "there already" in run("add", "https://paper.example/2").stdout
    assert asked == ["https://paper.example/2"]


def test_a_page_of_this_machine_is_never_fetched(run: Run, folder: Path) -> None:
    before = sorted((folder / "sources").iterdir())
    answer = run("add", "http://127.0.0.1/page", status=1)
    assert "never fetched" in answer.stderr
    assert sorted((folder / "sources").iterdir()) == before
    assert not (folder / "vault").exists()


def test_without_what_saves_pages_the_remedy_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(documents.sys.modules, "khronika.intake.capture", None)
    assert "--no-fetch" in run("add", "https://paper.example/3", status=1).stderr
