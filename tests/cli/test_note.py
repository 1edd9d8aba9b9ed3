from pathlib import Path

from running import Run


def test_a_call_is_kept_for_the_team_as_a_closed_source(run: Run, folder: Path) -> None:
    answer = run("note", "Sveta called: the hearing was moved.", "--title", "Call with S.")
    file = answer.stdout.split()[-1]
    assert file.startswith("claims.private/")
    assert "Sveta called" not in (folder / file).read_text("utf-8")
    kept = [path.read_bytes() for path in (folder / "vault").rglob("*") if path.is_file()]
    assert b"Sveta called: the hearing was moved." in kept


def test_a_note_can_be_typed_in(run: Run) -> None:
    assert "(new)" in run("note", text="Typed in.\n").stdout


def test_an_empty_note_is_none(run: Run) -> None:
    assert "empty" in run("note", text=" \n", status=1).stderr
