import json
from pathlib import Path

import pytest

from khronika.cli import redact
from running import Run


@pytest.fixture
def claim(run: Run) -> str:
    dossier = json.loads(run("dossier", "ladogina-sveta", "--json").stdout)
    return next(e["claims"][0]["id"] for e in dossier["entries"] if e["kind"] == "birth")


def test_a_claim_is_destroyed_by_the_beginning_of_its_id(
    run: Run, folder: Path, claim: str
) -> None:
    assert f"To be redacted: {claim}" in run("redact", claim[:12], "--dry-run").stdout
    assert "1990-06-15" in (folder / "claims/ladogina-sveta.yaml").read_text("utf-8")
    answer = run("redact", claim[:12])
    assert f"Redacted: {claim}" in answer.stdout
    assert "1990-06-15" not in (folder / "claims/ladogina-sveta.yaml").read_text("utf-8")
    assert "tombstones" in {path.stem for path in folder.iterdir()}
    run("redact", claim)  # again changes nothing


def test_at_a_terminal_somebody_is_asked(
    run: Run, folder: Path, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redact, "is_terminal", lambda: True)
    run("redact", claim, text="n\n", status=1)
    assert "1990-06-15" in (folder / "claims/ladogina-sveta.yaml").read_text("utf-8")


@pytest.mark.parametrize("wrong", ["", "abc", "0" * 12, "0" * 64, "square"])
def test_a_claim_that_is_not_there_is_said(run: Run, wrong: str) -> None:
    assert run("redact", wrong, status=1).stderr
