from pathlib import Path

import pytest

from khronika.casebook.manifest import Imprint, Listed, listed, listed_files, use_of, write_manifest

IMPRINT = Imprint("letters", "2026-11-01", "ab" * 32, ("en", "ru"), ("site",))
A, B = Listed("1", 10, "key"), Listed("2", 20)


def test_a_file_made_under_a_key_is_listed_with_it(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(write_manifest(IMPRINT, {"b.html": B, "a.html": A}))
    assert listed(path) == {"a.html": A}
    path.write_bytes(path.read_bytes().replace(b'"key 10"', b'"key"'))
    assert listed(path) == {}
    path.unlink()
    assert listed(path) == {}


def test_a_manifest_tells_its_files_and_its_use(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(write_manifest(IMPRINT, {"b.html": B, "a.html": A}))
    assert listed_files(path) == {"a.html", "b.html"}
    assert use_of(path) == "letters"


def test_the_order_in_which_files_came_changes_no_byte() -> None:
    one, other = {"b": B, "a": A}, {"a": A, "b": B}
    assert write_manifest(IMPRINT, one) == write_manifest(IMPRINT, other)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"khronika": "1"}', '{"files": {}}', '{"khronika": 1, "files": 1}'],
)
def test_what_is_not_ours_lists_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(text)
    assert listed_files(path) is None
    assert use_of(path) == ""


def test_a_missing_manifest_lists_nothing(tmp_path: Path) -> None:
    assert listed_files(tmp_path / "manifest.json") is None
