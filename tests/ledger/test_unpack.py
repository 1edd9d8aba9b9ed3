import stat
import struct
import zipfile
from pathlib import Path

import pytest

from builders import a_claim, a_ledger
from khronika.ledger.package import (
    DamagedPackage,
    UnsafePackage,
    read_package,
    without_names,
    write_package,
)
from khronika.ledger.unpack import MAX_FILES

LEDGER = a_ledger([a_claim(date="2022")])


@pytest.fixture
def package(tmp_path: Path) -> Path:
    write_package(LEDGER, tmp_path / "package.zip", group="examples", day="2026-11-22")
    return tmp_path / "package.zip"


def entries_of(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def zip_of(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in entries.items():
            zipped.writestr(name, content)
    return path


def with_entry(package: Path, name: str, content: bytes = b"x") -> Path:
    return zip_of(package.with_name("other.zip"), entries_of(package) | {name: content})


@pytest.mark.parametrize(
    "name",
    [
        "../escaped.txt",
        "khronika-package/../../escaped.txt",
        "khronika-package/data/vault/../../../../escaped.txt",
        "/escaped.txt",
        "khronika-package\\..\\..\\escaped.txt",
        "khronika-package/../",
    ],
)
def test_a_path_that_leads_outside_refuses_the_whole(
    package: Path, tmp_path: Path, name: str
) -> None:
    other = with_entry(package, name)
    with pytest.raises(UnsafePackage, match="leads outside"):
        read_package(other)
    assert not list(tmp_path.parent.rglob("escaped*"))


@pytest.mark.parametrize(
    "name",
    [
        "khronika-package/run.sh",
        "khronika-package/data/vault/letter.pdf",
        "khronika-package/fetch.txt",
        "other-package/bagit.txt",
        "C:escaped.txt",
        "run.sh",
    ],
)
def test_a_name_that_no_package_holds_refuses_the_whole(package: Path, name: str) -> None:
    with pytest.raises(UnsafePackage, match="no package holds"):
        read_package(with_entry(package, name))


def test_a_link_refuses_the_whole(package: Path) -> None:
    link = zipfile.ZipInfo("khronika-package/data/vault/" + "ab" * 32)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(package, "a") as zipped:
        zipped.writestr(link, "/etc/passwd")
    with pytest.raises(UnsafePackage, match="a link"):
        read_package(package)


def test_a_link_in_a_folder_refuses_the_whole(tmp_path: Path) -> None:
    write_package(LEDGER, tmp_path / "package", group="examples", day="2026-11-22")
    (tmp_path / "package/data/vault").symlink_to("/etc")
    with pytest.raises(UnsafePackage, match="a link"):
        read_package(tmp_path / "package")


def test_a_folder_with_more_than_a_package_is_refused(tmp_path: Path) -> None:
    write_package(LEDGER, tmp_path / "package", group="examples", day="2026-11-22")
    (tmp_path / "package/notes.txt").write_text("by hand")
    with pytest.raises(UnsafePackage, match=r"'notes\.txt'"):
        read_package(tmp_path / "package")


def test_an_encrypted_entry_refuses_the_whole(package: Path) -> None:
    content = bytearray(package.read_bytes())
    first = content.index(b"PK\x01\x02")  # its row in the directory at the end
    content[first + 8] |= 1
    package.write_bytes(content)
    with pytest.raises(UnsafePackage, match="encrypted"):
        read_package(package)


def test_two_files_of_one_name_refuse_the_whole(package: Path) -> None:
    with (
        zipfile.ZipFile(package, "a") as zipped,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        zipped.writestr("khronika-package/bagit.txt", "x")
    with pytest.raises(UnsafePackage, match="two files of one name"):
        read_package(package)


def test_a_small_zip_that_would_fill_the_disk_is_refused(package: Path) -> None:
    bomb = with_entry(package, "khronika-package/data/vault/" + "ab" * 32, bytes(4_000_000))
    assert bomb.stat().st_size < 20_000
    with pytest.raises(UnsafePackage, match="larger than any package"):
        read_package(bomb, limit=1_000_000)


def test_a_zip_that_lies_about_its_size_is_refused(package: Path) -> None:
    bomb = with_entry(package, "khronika-package/data/vault/" + "ab" * 32, bytes(4_000_000))
    content = bomb.read_bytes().replace(struct.pack("<L", 4_000_000), struct.pack("<L", 10))
    bomb.write_bytes(content)
    with pytest.raises(DamagedPackage, match="the archive"):
        read_package(bomb, limit=1_000_000)


def test_a_large_folder_is_refused_too(tmp_path: Path) -> None:
    write_package(LEDGER, tmp_path / "package", group="examples", day="2026-11-22")
    with pytest.raises(UnsafePackage, match="larger than any package"):
        read_package(tmp_path / "package", limit=100)


def test_too_many_files_are_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_FILES > 1_000
    monkeypatch.setattr("khronika.ledger.unpack.MAX_FILES", 3)
    with pytest.raises(UnsafePackage, match="larger than any package"):
        read_package(package)


@pytest.mark.parametrize("around", ["", "пакет от друзей/"])
def test_a_package_zipped_by_hand_is_read(package: Path, tmp_path: Path, around: str) -> None:
    entries = {
        name.replace("khronika-package/", around): content
        for name, content in entries_of(package).items()
    }
    with_folders = {"data/": b"", **entries} if not around else {around: b"", **entries}
    zipped = zip_of(tmp_path / "by-hand.zip", with_folders)
    assert read_package(zipped).ledger == without_names(LEDGER, group="examples")


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 and then nothing"])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.zip").write_bytes(content)
    with pytest.raises(DamagedPackage, match="the archive"):
        read_package(tmp_path / "letter.zip")


def test_a_zip_that_was_cut_off_is_refused(package: Path) -> None:
    content = bytearray(package.read_bytes())
    content[60:120] = bytes(60)
    package.write_bytes(content)
    with pytest.raises(DamagedPackage):
        read_package(package)


def test_an_empty_zip_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(DamagedPackage, match=r"bag-info\.txt is not"):
        read_package(zip_of(tmp_path / "empty.zip", {}))
