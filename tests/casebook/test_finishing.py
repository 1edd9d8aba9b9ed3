"""Groups of files are taken over whole, or gone through file by file; nothing between."""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from khronika.casebook import standing
from khronika.casebook.alone import WrittenNow
from khronika.casebook.finishing import in_parts
from khronika.casebook.manifest import MANIFEST, Imprint, hashes_in
from khronika.casebook.present import NotOurFolder
from khronika.casebook.standing import Forbidden, Stamp
from khronika.casebook.writing import UnsafePath, Written, write_edition
from khronika.editions.edition import File, Group, NotMade
from khronika.errors import Problem, Say
from khronika.ledger.memory import MemoryStore
from khronika.schema.claim import ClaimId

IMPRINT = Imprint("public", "2026-11-01", "ab" * 32, ("en",), ("site",))
WORDS: Forbidden = {ClaimId("ab"): ("the violin case",)}
PEOPLE = {"g/1": {"en/people/anna.html": "a", "en/people/boris.html": "b"}, "g/2": {"de/v": "v"}}
Groups = Mapping[str, Mapping[str, str]]


class Press:
    """Publishes a home page and groups of pages, and remembers which were looked at and made."""

    def __init__(self, out: Path) -> None:
        self.store, self.out = MemoryStore(), out
        self.looked_at: list[str] = []
        self.made: list[str] = []
        self.unmade = ""
        self.beside: tuple[File, ...] = ()

    def publish(self, groups: Groups = PEOPLE, *, words: Forbidden = WORDS) -> Written:
        self.looked_at, self.made = [], []
        stamp = Stamp(self.store, self.out, words)
        there = stamp.standing()
        parts = [File("index.html", lambda: b"home"), *self.beside]
        found = [self.group(name, pages) for name, pages in groups.items()]
        files = list(in_parts([*parts, *found], there))
        stamp.begin()
        written = write_edition(self.out, files, imprint=IMPRINT, standing=there)
        stamp.end(written.looked_at)
        return written

    def group(self, name: str, pages: Mapping[str, str]) -> Group:
        def files() -> Iterator[File]:
            self.looked_at.append(name)
            for path, key in pages.items():
                yield File(path, partial(self.page, path, key), key)

        return Group(name, repr(sorted(pages.items())), files)

    def page(self, path: str, key: str) -> bytes:
        if path == self.unmade:
            raise NotMade(Problem("problem.not-made", "a", Say("problem.not-made", {})))
        self.made.append(path)
        return f"{path} {key}".encode()

    def held(self) -> dict[str, bytes]:
        found = (path for path in self.out.rglob("*") if path.is_file())
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def press(tmp_path: Path) -> Press:
    press = Press(tmp_path / "out")
    press.publish()
    return press


def anew(tmp_path: Path, groups: Groups) -> dict[str, bytes]:
    """What a folder holds that was never published into."""
    other = Press(tmp_path / "anew")
    other.publish(groups)
    return other.held()


def test_a_group_of_the_same_key_is_not_looked_at(press: Press) -> None:
    before = press.held()
    written = press.publish()
    assert press.looked_at == press.made == []
    assert (written.count, written.removed, written.taken_over) == (0, (), 3)
    assert press.held() == before


def test_beside_a_group_that_changed_others_are_taken_over(press: Press, tmp_path: Path) -> None:
    for pages in ({"en/people/anna.html": "other", "en/people/boris.html": "b"}, PEOPLE["g/1"]):
        after = {**PEOPLE, "g/1": pages}
        written = press.publish(after)
        assert press.looked_at == ["g/1"]
        assert press.made == ["en/people/anna.html"]
        assert written.changed == ("en/people/anna.html", MANIFEST)
    assert press.held() == anew(tmp_path, after)


def test_who_left_a_group_is_gone_and_so_is_a_group_that_left(press: Press, tmp_path: Path) -> None:
    fewer = {"g/1": {"en/people/boris.html": "b"}, "g/2": PEOPLE["g/2"]}
    assert press.publish(fewer).removed == ("en/people/anna.html",)
    assert press.held() == anew(tmp_path, fewer)
    assert press.publish({"g/2": PEOPLE["g/2"]}).removed == ("en/people/boris.html",)
    assert not (press.out / "en").exists()
    assert press.publish({"g/2": PEOPLE["g/2"]}).count == 0
    assert press.looked_at == []


def test_a_file_may_come_into_another_group(press: Press, tmp_path: Path) -> None:
    moved = {"g/1": {"en/people/boris.html": "b"}, "g/2": {"de/v": "v", "en/people/anna.html": "a"}}
    assert press.publish(moved).changed == (MANIFEST,)
    assert press.made == []
    assert press.held() == anew(tmp_path, moved)


def test_a_path_that_stands_in_a_group_nobody_looked_at_stops_the_run(press: Press) -> None:
    before = press.held()
    with pytest.raises(UnsafePath, match="capitals"):
        press.publish({**PEOPLE, "g/3": {"en/people/Anna.html": "c"}})
    assert press.held() == before


def test_where_other_words_are_looked_for_every_group_is_gone_through(press: Press) -> None:
    press.publish(words={})
    assert press.looked_at == ["g/1", "g/2"]
    assert press.made == []


def test_a_name_that_came_into_a_folder_is_seen(press: Press) -> None:
    (press.out / "en/people/notes.txt").write_text("private")
    with pytest.raises(NotOurFolder, match=r"notes\.txt"):
        press.publish()


def test_a_file_that_went_is_made_again(press: Press) -> None:
    (press.out / "en/people/anna.html").unlink()
    assert press.publish().new == ("en/people/anna.html",)
    assert press.publish().count == 0
    assert press.looked_at == []


def test_a_file_damaged_in_its_place_is_mended_when_its_group_is_looked_at(press: Press) -> None:
    (press.out / "en/people/anna.html").write_bytes(b"longer than it was before")
    press.publish()
    assert press.made == []
    press.publish({**PEOPLE, "g/1": {"en/people/anna.html": "a", "en/people/boris.html": "c"}})
    assert press.made == ["en/people/anna.html", "en/people/boris.html"]


def test_a_group_of_which_a_file_could_not_be_made_is_gone_through_again(press: Press) -> None:
    press.unmade = "en/people/anna.html"
    other = {**PEOPLE, "g/1": {"en/people/anna.html": "other", "en/people/boris.html": "b"}}
    for _ in range(2):
        press.publish(other)
        assert press.looked_at == ["g/1"]
    assert "en/people/anna.html" not in press.held()


def test_a_group_with_a_file_under_no_key_is_gone_through_again(press: Press) -> None:
    for _ in range(2):
        press.publish({**PEOPLE, "g/1": {"en/people/anna.html": ""}})
        assert press.looked_at == ["g/1"]


def test_a_folder_that_changed_since_it_was_looked_at_is_not_written(press: Press) -> None:
    there = Stamp(press.store, press.out, WORDS).standing()
    (press.out / "de/w").write_text("another run's")
    with pytest.raises(WrittenNow):
        write_edition(press.out, [], imprint=IMPRINT, standing=there)
    assert (press.out / "de/v").exists()


@pytest.mark.parametrize("folder", ["", "en", "en/people", "de"])
def test_every_folder_is_watched(press: Press, folder: str) -> None:
    os.utime(press.out / folder, ns=(1, 1))
    press.publish()
    assert press.looked_at == ["g/1", "g/2"]
    assert press.made == []


def test_a_link_in_place_of_a_folder_is_seen(press: Press, tmp_path: Path) -> None:
    times = standing.times_of(press.out, ["", "de"])
    (press.out / "de").rename(tmp_path / "elsewhere")
    (press.out / "de").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert standing.times_of(press.out, times).keys() == {""}


def test_the_manifest_lists_every_file_whether_it_was_looked_at_or_not(press: Press) -> None:
    press.publish()
    listed = hashes_in((press.out / MANIFEST).read_bytes())
    assert listed is not None
    assert listed.keys() == press.held().keys() - {MANIFEST}
