from pathlib import Path

import pytest

from khronika.casebook.settings import Truth, read_settings
from running import run_command


@pytest.mark.parametrize("truth", [one.value for one in Truth])
def test_a_new_casebook_has_an_id_of_its_own_and_can_be_verified(
    tmp_path: Path, truth: str
) -> None:
    answer = run_command("init", tmp_path / "new", "--truth", truth)
    settings = read_settings(tmp_path / "new", {})
    assert settings.truth == truth
    assert settings.id in answer.stdout
    run_command("--casebook", tmp_path / "new", "verify")


def test_a_casebook_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    run_command("init", tmp_path)
    before = (tmp_path / "casebook.toml").read_bytes()
    run_command("init", tmp_path, status=1)
    assert (tmp_path / "casebook.toml").read_bytes() == before


def test_two_casebooks_have_different_ids(tmp_path: Path) -> None:
    for name in ("one", "two"):
        run_command("init", tmp_path / name)
    assert read_settings(tmp_path / "one", {}).id != read_settings(tmp_path / "two", {}).id
