from pathlib import Path

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
    answer = run("add", "https://paper.example/1", "--title", "On the web", "--level", "open")
    described = (folder / answer.stdout.split()[-1]).read_text("utf-8")
    assert "https://paper.example/1" in described
    assert "level: open" in described


def test_a_document_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    assert "cannot be read" in run("add", tmp_path / "no.pdf", status=1).stderr
