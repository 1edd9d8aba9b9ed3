import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from khronika.casebook import writes
from khronika.casebook.manifest import MANIFEST, Imprint
from khronika.casebook.present import NotOurFolder
from khronika.casebook.staging import STAGING
from khronika.casebook.standing import Finished
from khronika.casebook.writing import CannotWrite, UnsafePath, Written, write_edition

IMPRINT = Imprint("public", "2026-11-01", "ab" * 32, ("en",), ("site",))
PAGES = {"index.html": b"home", "en/people/anna.html": b"Anna", "en/people/boris.html": b"Boris"}


def publish(out: Path, pages: dict[str, bytes], *, dry_run: bool = False) -> Written:
    files = (Finished(path, data) for path, data in pages.items())
    return write_edition(out, files, imprint=IMPRINT, dry_run=dry_run)


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_folder_holds_the_files_and_a_manifest_of_their_hashes(tmp_path: Path) -> None:
    written = publish(tmp_path / "out", PAGES)
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))
    assert written.new == ("en/people/anna.html", "en/people/boris.html", "index.html", MANIFEST)
    assert sorted(manifest["files"]) == sorted(PAGES)
    assert manifest["as_of"] == "2026-11-01"
    assert held(tmp_path / "out").keys() == PAGES.keys() | {MANIFEST}


def test_a_second_run_writes_no_file(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    written = publish(tmp_path, PAGES)
    assert written.count == 0
    assert len(written.unchanged) == 4
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}


def test_only_what_changed_is_written_and_the_rest_is_removed(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    written = publish(tmp_path, {"index.html": b"new home", "en/people/anna.html": b"Anna"})
    assert written.changed == ("index.html", MANIFEST)
    assert written.unchanged == ("en/people/anna.html",)
    assert written.removed == ("en/people/boris.html",)


def test_folders_left_empty_go_too(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    publish(tmp_path, {"index.html": b"home"})
    assert not (tmp_path / "en").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"file", "b/c": b"below"})
    publish(tmp_path, {"a/d": b"below", "b": b"file"})
    assert held(tmp_path).keys() == {"a/d", "b", MANIFEST}


def test_a_file_damaged_by_hand_is_written_again(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    (tmp_path / "index.html").write_bytes(b"hime")
    assert publish(tmp_path, PAGES).changed == ("index.html",)


def test_a_folder_with_somebody_elses_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOurFolder, match=r"thesis\.txt"):
        publish(tmp_path, PAGES)
    assert held(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_file_put_beside_our_own_is_refused_too(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    (tmp_path / "en" / "notes.txt").write_text("private")
    with pytest.raises(NotOurFolder, match=r"en/notes\.txt"):
        publish(tmp_path, {"index.html": b"home"})
    assert (tmp_path / "en/people/anna.html").exists()


def test_another_programs_manifest_does_not_make_a_folder_ours(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "a web application", "files": {"a": "b"}}')
    with pytest.raises(NotOurFolder, match=r"manifest\.json"):
        publish(tmp_path, PAGES)


def test_many_strangers_are_counted_and_not_all_named(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"photo-{number}.jpg").touch()
    with pytest.raises(NotOurFolder, match=r"photo-2\.jpg and 2 more"):
        publish(tmp_path, PAGES)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(NotOurFolder):
        publish(tmp_path / "out", PAGES)


def test_hidden_files_at_the_top_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("kept")
    publish(tmp_path, PAGES)
    publish(tmp_path, {})
    assert held(tmp_path).keys() == {".git/config", MANIFEST}


def test_what_systems_drop_is_left_alone(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    (tmp_path / "en" / ".DS_Store").touch()
    publish(tmp_path, {})
    assert held(tmp_path).keys() == {"en/.DS_Store", MANIFEST}


def test_an_edition_of_no_files_stays_ours(tmp_path: Path) -> None:
    publish(tmp_path, {})
    assert publish(tmp_path, PAGES).count == 4


def test_nothing_is_reached_through_a_link_to_a_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    publish(tmp_path / "out", {"index.html": b"home"})
    try:
        (tmp_path / "out" / "en").symlink_to(elsewhere, target_is_directory=True)
    except OSError:  # Windows allows links only to some accounts
        return
    with pytest.raises(NotOurFolder):
        publish(tmp_path / "out", PAGES)
    assert held(elsewhere) == {}


@pytest.mark.parametrize(
    "path",
    [
        "../escape.html",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "",
        "a\\b",
        "C:/x",
        "a\0b",
        MANIFEST,
        f"{STAGING}/x",
    ],
)
def test_a_path_that_leads_elsewhere_stops_the_run(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnsafePath):
        publish(tmp_path / "out", {"index.html": b"home", path: b"x"})
    assert held(tmp_path) == {}


def test_names_that_differ_in_capitals_alone_stop_the_run(tmp_path: Path) -> None:
    with pytest.raises(UnsafePath, match="capitals"):
        publish(tmp_path, {"Anna.html": b"one", "anna.html": b"other"})


def test_an_error_among_the_files_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, PAGES)
    before = held(tmp_path)

    def failing() -> Iterator[Finished]:
        yield Finished("index.html", b"new home")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_edition(tmp_path, failing(), imprint=IMPRINT)
    assert held(tmp_path) == before


def test_a_run_cut_off_between_two_renames_is_healed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, PAGES)
    manifest = (tmp_path / MANIFEST).read_bytes()
    replaced: list[str] = []
    replace = os.replace

    def power_cut(staged: str, target: str) -> None:
        if replaced:
            raise SystemExit
        replaced.append(target)
        replace(staged, target)

    changed = {"a.html": b"new", "index.html": b"new home"}
    monkeypatch.setattr(os, "replace", power_cut)
    with pytest.raises(SystemExit):
        publish(tmp_path, changed)
    monkeypatch.undo()
    assert (tmp_path / MANIFEST).read_bytes() == manifest
    publish(tmp_path, changed)
    assert held(tmp_path).keys() == changed.keys() | {MANIFEST}
    assert publish(tmp_path, changed).count == 0


def test_the_manifest_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    replace = os.replace

    def noted(staged: str, target: str) -> None:
        order.append(Path(target).name)
        replace(staged, target)

    monkeypatch.setattr(os, "replace", noted)
    publish(tmp_path, {**PAGES, "z.html": b"last letter"})
    assert order[-1] == MANIFEST


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    before = held(tmp_path)
    changed = {"index.html": b"new home", "a.html": b"new"}
    told = publish(tmp_path / "out", changed, dry_run=True)
    assert held(tmp_path) == before
    assert told == publish(tmp_path / "out", changed)


def test_a_dry_run_makes_no_folder(tmp_path: Path) -> None:
    assert publish(tmp_path / "out", PAGES, dry_run=True).count == 4
    assert not (tmp_path / "out").exists()


def test_a_refusing_disk_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        publish(tmp_path / "out", PAGES)


def test_a_system_that_cannot_flush_folders_is_not_asked_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writes, "FLUSHES_FOLDERS", False)
    assert publish(tmp_path, PAGES).count == 4
