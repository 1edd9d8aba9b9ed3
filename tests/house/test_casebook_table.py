"""The page about the real casebook says what the casebook says, and names who has a page only."""

import importlib.util
from types import ModuleType

import pytest

from house.matter import ROOT


@pytest.fixture(scope="module")
def table() -> ModuleType:
    path = ROOT / "docs" / "generate_casebook_table.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def written(table: ModuleType) -> str:
    page = table.PAGE.read_text(encoding="utf-8")
    assert isinstance(page, str)
    return page


def test_the_page_about_the_casebook_is_not_stale(table: ModuleType) -> None:
    assert table.main(["--check"]) == 0, "run python docs/generate_casebook_table.py"


def test_a_stale_page_is_told(
    table: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(table, "page", lambda: "another page")
    assert table.main(["--check"]) == 1
    assert "unheard-voices.md is stale" in capsys.readouterr().err


def test_every_row_has_all_its_cells(written: str) -> None:
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert len(rows) > 3
    assert {line.replace("\\|", "").count("|") for line in rows} == {7}


def test_disputes_stand_with_their_values_side_by_side(written: str) -> None:
    (row,) = [line for line in written.splitlines() if line.startswith("| Savely Frolov |")]
    assert "court decision, term: 6 years / 9 years" in row


def test_who_is_only_mentioned_has_no_row(table: ModuleType, written: str) -> None:
    folder = table.FOLDER / "claims"
    kept = [
        one.stem
        for one in folder.glob("*.yaml")
        if "value: mention-only" in one.read_text(encoding="utf-8")
    ]
    assert kept
    listed = table.cleared_casebook().people
    assert not {one.rsplit("/", 1)[-1] for one in listed} & set(kept)
    assert written.count("\n| ") == len(listed) + 2
