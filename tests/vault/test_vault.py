import errno
import hashlib
import os
from pathlib import Path
from typing import IO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khronika.vault.vault import DamagedBlob, InvalidHash, MissingBlob, Vault, VaultUnwritable

LETTER = "Письмо из колонии".encode()
NAME = hashlib.sha256(LETTER).hexdigest()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the letter stands."""
    return tmp_path / "vault" / NAME[:2] / NAME[2:]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200))
def test_what_was_put_in_comes_out(vault: Vault, data: bytes) -> None:
    name = vault.put(data)
    assert name == hashlib.sha256(data).hexdigest()
    assert vault.get(name) == data
    assert vault.has(name)
    assert vault.verify() == []


def test_a_name_is_a_hash_and_nothing_else(vault: Vault, place: Path) -> None:
    vault.put(LETTER)
    assert place.read_bytes() == LETTER
    assert [path for path in place.parents[1].rglob("*") if path.is_file()] == [place]


def test_only_the_owner_reads_a_file(vault: Vault, place: Path) -> None:
    vault.put(LETTER)
    assert place.stat().st_mode & 0o077 == 0


def test_the_same_bytes_are_kept_once(vault: Vault, place: Path) -> None:
    vault.put(LETTER)
    written = place.stat().st_mtime_ns
    assert vault.put(LETTER) == NAME
    assert place.stat().st_mtime_ns == written
    assert vault.hashes() == [NAME]


def test_names_come_sorted(vault: Vault) -> None:
    assert vault.hashes() == []
    names = [vault.put(bytes([number])) for number in range(5)]
    assert vault.hashes() == sorted(names)


def test_a_missing_file_is_an_error_that_names_it_and_the_remedy(vault: Vault) -> None:
    assert not vault.has(NAME)
    with pytest.raises(MissingBlob, match=f"{NAME} is not in the vault. Restore"):
        vault.get(NAME)


def test_damaged_bytes_are_never_handed_out(vault: Vault, place: Path) -> None:
    vault.put(LETTER)
    place.write_bytes(LETTER[:-1] + b"!")
    with pytest.raises(DamagedBlob, match=f"{NAME} is damaged. Restore"):
        vault.get(NAME)


def test_a_damaged_file_is_mended_by_putting_it_in_again(vault: Vault, place: Path) -> None:
    vault.put(LETTER)
    place.write_bytes(b"")
    vault.put(LETTER)
    assert vault.get(NAME) == LETTER


@pytest.mark.parametrize("name", ["", "../../etc/passwd", NAME[:-1], NAME.upper(), NAME + "\n"])
def test_a_name_that_is_no_hash_is_refused(vault: Vault, name: str) -> None:
    with pytest.raises(InvalidHash):
        vault.get(name)
    with pytest.raises(InvalidHash):
        vault.has(name)


def test_every_damage_is_found_in_one_go(vault: Vault, place: Path) -> None:
    vault.put(LETTER)
    other = vault.put(b"whole")
    place.write_bytes(b"")
    (place.parent / ".left.part").write_bytes(LETTER)
    (place.parents[1] / "notes.txt").write_text("by hand")
    (place.parent / other[2:]).symlink_to(place)
    problems = {problem.place: problem.code for problem in vault.verify()}
    assert problems == {
        f"vault: {NAME[:2]}/{NAME[2:]}": "vault.damaged",
        f"vault: {NAME[:2]}/.left.part": "vault.stray-file",
        f"vault: {NAME[:2]}/{other[2:]}": "vault.stray-file",
        "vault: notes.txt": "vault.stray-file",
    }


def test_problems_come_sorted(vault: Vault, place: Path) -> None:
    for number in range(4):
        name = vault.put(bytes([number]))
        (place.parents[1] / name[:2] / name[2:]).write_bytes(b"x")
    assert vault.verify() == sorted(vault.verify())


class _Full:
    """A file on a disk that takes a few bytes and then is full."""

    def __init__(self, file: IO[bytes], number: int) -> None:
        self._file = file
        self._number = number

    def __enter__(self) -> "_Full":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[:3])
        self._file.flush()
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.EDQUOT, "the disk is full. Free some space"),
        (errno.EIO, "Input/output error. Check that you may write there"),
    ],
)
def test_a_file_that_cannot_be_stored_leaves_nothing_half_written(
    vault: Vault, place: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    real = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda *args: _Full(real(*args), number))
    with pytest.raises(VaultUnwritable, match=said) as raised:
        vault.put(LETTER)
    assert str(place.parents[1]) in str(raised.value)
    assert list(place.parent.iterdir()) == []
    assert vault.verify() == []
    monkeypatch.undo()
    assert vault.put(LETTER) == NAME


def test_a_place_that_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file")
    with pytest.raises(VaultUnwritable, match="Not a directory"):
        Vault(tmp_path / "vault").put(LETTER)
