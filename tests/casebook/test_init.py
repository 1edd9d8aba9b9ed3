"""A new casebook."""

from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.init import CasebookIsThere, init
from khronika.casebook.settings import BadSettings


def letters(count: int) -> str:
    return "q" * count


@pytest.mark.parametrize("truth", ["yaml", "ledger"])
def test_a_new_casebook_opens_and_is_whole(tmp_path: Path, truth: str) -> None:
    settings = init(tmp_path / "new", truth=truth, id_letters=letters)
    casebook = Casebook.open(tmp_path / "new", {})
    assert (settings.id, casebook.problems) == ("qqqqqqqq", ())
    assert {one.name for one in (tmp_path / "new").iterdir() if one.is_dir()} == {
        "claims", "sources", "claims.private", "texts", "media", "vault",
    }  # fmt: skip
    casebook.close()


def test_what_is_not_public_is_kept_out_of_a_shared_history(tmp_path: Path) -> None:
    init(tmp_path, truth="yaml", id_letters=letters)
    ignored = (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"claims.private/", "vault/", "ledger.sqlite*"} <= set(ignored)


def test_a_casebook_is_never_made_over_another(tmp_path: Path) -> None:
    init(tmp_path, truth="yaml", id_letters=letters)
    before = (tmp_path / "casebook.toml").read_bytes()
    with pytest.raises(CasebookIsThere):
        init(tmp_path, truth="ledger", id_letters=lambda count: "z" * count)
    assert (tmp_path / "casebook.toml").read_bytes() == before


def test_a_truth_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="'git'"):
        init(tmp_path, truth="git", id_letters=letters)
