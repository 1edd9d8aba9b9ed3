from pathlib import Path

import pytest

from khronika.casebook.kept import Kept, Listed, read_kept
from khronika.casebook.manifest import (
    Imprint,
    hashes_in,
    listed_files,
    rows_of,
    use_of,
    write_manifest,
)

IMPRINT = Imprint("letters", "2026-11-01", "ab" * 32, ("en", "ru"), ("site",))
A, B = Listed("1", 10, "key"), Listed("2", 20)
Group = tuple[str, dict[str, Listed]]  # its key, and its files
GONE: Group = "n", {}


def written(groups: dict[str, Group], files: dict[str, Listed] | None = None) -> bytes:
    rows = {name: rows_of(held, key=key) for name, (key, held) in groups.items()}
    return write_manifest(IMPRINT, files or {}, groups=rows)


def kept(manifest: bytes) -> Kept:
    found = read_kept(manifest)
    assert found
    return found


def test_a_file_is_listed_with_the_key_it_was_made_under() -> None:
    told = kept(write_manifest(IMPRINT, {"b.html": B, "a.html": A}))
    assert told.find("a.html") == A
    assert told.find("b.html") == B
    assert told.find("c.html") is None


@pytest.mark.parametrize("files", [{}, {"b.html": B, "a.html": A}])
@pytest.mark.parametrize("groups", [{}, {"g/1": ("k", {"é\n.html": A, "d": A}), "g/0": GONE}])
def test_what_lies_in_groups_is_listed_as_what_does_not(
    files: dict[str, Listed], groups: dict[str, Group]
) -> None:
    manifest = written(groups, files)
    everything = {**files, **{one: it for _, held in groups.values() for one, it in held.items()}}
    assert hashes_in(manifest) == {path: one.sha256 for path, one in everything.items()}
    assert set(kept(manifest).paths()) == everything.keys()
    for name, (key, held) in groups.items():
        assert kept(manifest).open(name) == held
        assert kept(manifest).rows[name][:2] == (key, len(held))


def test_groups_taken_over_give_the_bytes_they_would_give_anew() -> None:
    groups: dict[str, Group] = {"g/0": ("k", {"c": A, "d": A}), "g/1": ("l", {"e": A}), "g/2": GONE}
    before = kept(written(groups, {"long before": B}))
    anew = written({**groups, "g/1": ("m", {"f": A})}, {"a": A})
    made = {"g/1": rows_of({"f": A}, key="m")}
    taken = ["g/2", "g/0"]
    assert write_manifest(IMPRINT, {"a": A}, groups=made, taken_over=taken, kept=before) == anew


def test_a_manifest_that_tells_of_no_groups_is_not_kept() -> None:
    assert read_kept(b'{"khronika": "1", "files": {"a": "1"}, "made": {}}') is None


def test_files_made_under_one_key_and_under_none_are_told_apart() -> None:
    keys = ["k", "k", "", "", "l", "k"]
    files = {f"{at}": Listed("1", at, key) for at, key in enumerate(keys)}
    told = kept(written({"g": ("n", files)}))
    assert told.open("g") == files
    assert told.rows["g"].made == "0:k 1 2: 3 4:l 5:k"


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
