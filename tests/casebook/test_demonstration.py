from pathlib import Path

from khronika.casebook.demonstration import demonstrated
from khronika.casebook.example import example_folder
from khronika.casebook.settings import DATABASE_URL, DATABASE_URL_FILE, STORE
from running import lay_out, run_command


def test_the_example_is_shown_unless_a_casebook_is_named(tmp_path: Path) -> None:
    with demonstrated(None, {}) as casebook:
        assert casebook.settings.folder == example_folder()
    with demonstrated(lay_out(tmp_path), {}) as casebook:
        assert casebook.settings.id == "lanterns"


def test_nothing_is_written_into_the_folder_nor_into_a_store_that_is_named(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "lanterns")
    (folder / "claims.private").mkdir()
    bare = (folder / "claims/ladogina-sveta.yaml").read_text("utf-8")  # private, without nonces
    (folder / "claims.private/ladogina-sveta.yaml").write_text(bare, encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (tmp_path / "url").write_text(f"sqlite:///{tmp_path / 'real.sqlite'}")
    with demonstrated(folder, {DATABASE_URL_FILE: str(tmp_path / "url")}) as casebook:
        assert casebook.in_force().accepted
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "real.sqlite").exists()


def test_a_store_that_is_the_truth_is_read_where_it_is(tmp_path: Path) -> None:
    run_command("init", tmp_path / "new")
    run_command("--casebook", tmp_path / "new", "import", lay_out(tmp_path / "files"))
    with demonstrated(tmp_path / "new", {}) as casebook:
        assert len(casebook.ledger().claims) == 9
        assert casebook.settings.database_url.endswith(STORE)
        assert DATABASE_URL not in casebook.settings.database_url
