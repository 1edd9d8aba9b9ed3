from collections.abc import Callable
from pathlib import Path

import pytest

from khronika.casebook.manifest import MANIFEST, Imprint
from khronika.casebook.standing import Forbidden, Stamp
from khronika.casebook.writing import Written, write_edition
from khronika.editions.edition import File
from khronika.ledger.memory import MemoryStore
from khronika.schema.claim import ClaimId

IMPRINT = Imprint("public", "2026-11-01", "ab" * 32, ("en",), ("site",))
WORDS: Forbidden = {ClaimId("ab"): ("the violin case",)}


class Press:
    """Publishes two pages into a folder and remembers which it rendered and which were read."""

    def __init__(self, out: Path) -> None:
        self.store, self.out = MemoryStore(), out
        self.rendered: list[str] = []
        self.read: list[str] = []

    def publish(self, *, key: str = "one", words: Forbidden = WORDS) -> Written:
        self.rendered, self.read = [], []
        stamp = Stamp(self.store, self.out, words)
        files = [File("a.html", self.page("a.html", key), key), File("b.html", self.page("b.html"))]
        finished = [stamp.standing().finished(file) for file in files]
        self.read = [one.path for one in finished if one.data is not None]
        stamp.begin()
        written = write_edition(self.out, finished, imprint=IMPRINT)
        stamp.end(written.looked_at)
        return written

    def page(self, path: str, key: str = "") -> Callable[[], bytes]:
        def render() -> bytes:
            self.rendered.append(path)
            return f"{path} {key}".encode()

        return render


@pytest.fixture
def press(tmp_path: Path) -> Press:
    press = Press(tmp_path / "out")
    press.publish()
    return press


def test_a_file_made_under_the_same_key_is_neither_made_nor_read(press: Press) -> None:
    written = press.publish()
    assert press.rendered == press.read == ["b.html"]
    assert written.count == 0
    assert written.unchanged == ("a.html", "b.html", MANIFEST)


def test_a_file_of_another_key_is_made(press: Press) -> None:
    assert press.publish(key="two").changed == ("a.html", MANIFEST)
    assert press.publish(key="two").count == 0


def test_where_other_words_are_looked_for_what_stands_is_read_and_not_made(press: Press) -> None:
    press.publish(words={**WORDS, ClaimId("cd"): ("a lodger",)})
    assert press.rendered == ["b.html"]
    assert press.read == ["a.html", "b.html"]


def test_what_stands_is_read_only_if_it_is_what_was_written(press: Press) -> None:
    (press.out / "a.html").write_bytes(b"a.html two")
    assert press.publish(words={}).changed == ("a.html",)
    assert press.rendered == ["a.html", "b.html"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda press: (press.out / "a.html").write_bytes(b"longer than it was"),
        lambda press: (press.out / "a.html").unlink(),
        lambda press: (press.out / MANIFEST).write_bytes(
            (press.out / MANIFEST).read_bytes() + b" "
        ),
        lambda press: Stamp(press.store, press.out, WORDS).begin(),
        lambda press: press.store.note(next(iter(press.store._notes)), "ab cd"),
    ],
    ids=["size", "missing", "manifest", "interrupted", "elsewhere"],
)
def test_a_folder_that_is_not_as_we_left_it_is_made_anew(
    press: Press, damage: Callable[[Press], object]
) -> None:
    damage(press)
    press.publish()
    assert "a.html" in press.rendered
    assert (press.out / "a.html").read_bytes() == b"a.html one"


def test_what_was_looked_for_stands_in_no_byte_of_the_folder(press: Press) -> None:
    before = (press.out / MANIFEST).read_bytes()
    press.publish(words={})
    assert (press.out / MANIFEST).read_bytes() == before
