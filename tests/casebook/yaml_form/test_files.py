"""Files on a disk: what is refused unread, and the one thing that is ever written."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from khronika.casebook.yaml_form.files import read_files
from khronika.casebook.yaml_form.gather import gather
from khronika.casebook.yaml_form.load import Loader

SOURCE = "id: paper\ntitle: The Paper\nlevel: open\n"
PRIVATE = (
    "subject: person\r\nid: belova-alena\r\nclaims:\r\n"
    "  # who said so: nobody\r\n"
    "  - key: a\r\n    # yes\r\n    kind: age\r\n    value: 40\r\n    source: paper\r\n"
    "  - {key: b, kind: age, value: 41, source: paper}\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("claims", "claims.private", "sources"):
        (tmp_path / name).mkdir()
    (tmp_path / "sources" / "paper.yaml").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def minted() -> Callable[[], str]:
    numbers = count()
    return lambda: f"{next(numbers):032x}"


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in gather(folder).problems]


def test_a_file_of_two_gigabytes_is_refused_unread(folder: Path) -> None:
    with (folder / "claims" / "huge.yaml").open("wb") as file:
        file.truncate(2_000_000_000)
    assert codes(folder) == ["yaml.too-large"]


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(folder: Path) -> None:
    (folder / "claims" / "old.yaml").write_bytes("a: b\nimya: имя\n".encode("cp1251"))
    (problem,) = gather(folder).problems
    assert (problem.place, problem.code) == ("claims/old.yaml:2", "yaml.not-utf-8")


def test_a_link_to_another_place_is_not_read(folder: Path) -> None:
    (folder / "claims" / "link.yaml").symlink_to(folder / "sources" / "paper.yaml")
    assert codes(folder) == ["yaml.link"]


def test_a_nonce_is_written_beside_the_claim_and_nothing_else_changes(folder: Path) -> None:
    path = folder / "claims.private" / "belova.yaml"
    path.write_bytes(PRIVATE.encode())
    read = read_files(folder, Loader("examples"), mint=minted())
    written = path.read_bytes().decode()
    assert len(read.loaded.ledger.claims) == 2
    assert (
        written.replace(f"    nonce: {1:032x}\r\n", "").replace(f"nonce: {0:032x}, ", "") == PRIVATE
    )
    assert [note.code for note in read.notes] == ["yaml.nonce-added"] * 2


def test_a_nonce_is_written_once(folder: Path) -> None:
    path = folder / "claims.private" / "belova.yaml"
    path.write_bytes(PRIVATE.encode())
    first = read_files(folder, Loader("examples"), mint=minted())
    before = path.read_bytes()
    again = read_files(folder, Loader("examples"), mint=minted())
    assert (path.read_bytes(), again.notes) == (before, ())
    assert again.loaded.ledger.claims == first.loaded.ledger.claims


def test_without_leave_to_write_the_claim_is_left_out_and_told(folder: Path) -> None:
    path = folder / "claims.private" / "belova.yaml"
    path.write_bytes(PRIVATE.encode())
    read = read_files(folder, Loader("examples"))
    assert path.read_bytes() == PRIVATE.encode()
    assert {one.code for one in read.loaded.problems} == {"yaml.no-nonce"}
    assert not read.loaded.ledger.claims
