"""Taking files in: whole or not at all, and again without a difference."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.exporting import export
from khronika.casebook.importing import Imported, import_paths
from khronika.casebook.verifying import verify
from khronika.schema.visibility import Visibility

BAD = {
    "truncated": "subject: person\nid: x\nclaims:\n  - {key: a, kind: a",
    "no-such-day": "subject: person\nid: x\nclaims:\n"
    "  - {key: a, kind: birth, date: 2023-02-30, source: paper, nonce: 0011223344556677}\n",
    "no-such-article": "subject: person\nid: x\nclaims:\n"
    "  - {key: a, kind: charge, article: RU-UK 205.9, source: paper, nonce: 0011223344556677}\n",
    "duplicate-key": "subject: person\nid: x\nid: y\n",
    "no-such-source": "subject: person\nid: x\nclaims:\n"
    "  - {key: a, kind: age, value: 4, source: papr, nonce: 0011223344556677}\n",
}


@pytest.fixture
def ours(make: Callable[..., Casebook]) -> Casebook:
    return make("ours", "ledger")


def state(casebook: Casebook) -> tuple[str, dict[str, bytes]]:
    folder = casebook.settings.folder
    files = (one for one in folder.rglob("*.*") if one.is_file() and "sqlite" not in one.name)
    return casebook.store.state(), {str(one): one.read_bytes() for one in files}


def taken(casebook: Casebook, *paths: Path) -> Imported:
    done = import_paths(casebook, paths)
    assert verify(casebook) == ()
    return done


def test_a_casebook_of_files_becomes_a_ledger(casebook: Casebook, ours: Casebook) -> None:
    done = taken(ours, casebook.settings.folder)
    assert (done.problems, done.appended.claims, done.appended.decisions) == ((), 4, 2)
    assert ours.ledger().claims == casebook.ledger().claims
    assert ours.ledger().decisions.keys() == casebook.ledger().decisions.keys()
    assert ours.in_force().accepted == frozenset()  # importing accepts nothing


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_importing_again_adds_nothing(
    casebook: Casebook, make: Callable[..., Casebook], truth: str
) -> None:
    target = make("target", truth)
    taken(target, casebook.settings.folder)
    before = state(target)
    again = taken(target, casebook.settings.folder)
    assert (again.appended.total, again.files, state(target)) == (0, (), before)


def test_a_dry_run_counts_and_writes_nothing(casebook: Casebook, ours: Casebook) -> None:
    before = state(ours)
    done = import_paths(ours, [casebook.settings.folder], dry_run=True)
    assert (done.appended.claims, state(ours)) == (4, before)


def test_a_file_that_names_no_half_is_for_the_team(
    casebook: Casebook, ours: Casebook, tmp_path: Path
) -> None:
    taken(ours, casebook.settings.folder)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    row = "subject: person\nid: x\nclaims:\n  - {key: a, kind: age, value: 4, source: paper}\n"
    (inbox / "x.yaml").write_text(row, encoding="utf-8")
    done = taken(ours, inbox / "x.yaml")
    new = next(one for one, row in ours.ledger().claims.items() if row.subject.endswith("/x"))
    assert ours.ledger().visibility[new] is Visibility.TEAM
    assert [one.code for one in done.notes] == ["yaml.nonce-added"]
    assert taken(ours, inbox / "x.yaml").appended.total == 0


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_nothing_and_the_others_are_taken(
    casebook: Casebook, make: Callable[..., Casebook], name: str, truth: str
) -> None:
    target = make("target", truth)
    folder = casebook.settings.folder
    (folder / "claims.private" / "bad.yaml").write_text(BAD[name], encoding="utf-8")
    good = "subject: person\nid: good\nclaims:\n  - {key: a, kind: age, value: 4, source: paper}\n"
    (folder / "claims" / "good.yaml").write_text(good, encoding="utf-8")
    done = taken(target, folder)
    assert [one.place.split(":")[0].endswith("bad.yaml") for one in done.problems] == [True]
    subjects = {one.subject.rsplit("/", 1)[1] for one in target.ledger().claims.values()}
    assert "good" in subjects
    assert "x" not in subjects


def test_a_file_that_needs_a_bad_one_waits_with_it(casebook: Casebook, ours: Casebook) -> None:
    (casebook.settings.folder / "sources" / "paper.yaml").write_text("id: [", encoding="utf-8")
    done = taken(ours, casebook.settings.folder)
    assert done.appended.total == 0
    assert {one.code for one in done.problems} >= {"yaml.missing-source"}


def test_a_line_of_two_gigabytes_is_refused_unread(ours: Casebook, tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(2_000_000_000)
    assert [one.code for one in taken(ours, huge).problems] == ["yaml.too-large"]


def test_a_file_of_ours_is_never_overwritten(
    casebook: Casebook, make: Callable[..., Casebook]
) -> None:
    other = make("other")
    path = other.settings.folder / "claims" / "belova.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("9y", "8y"), encoding="utf-8")
    casebook.level()
    before = state(casebook)
    done = taken(casebook, path)
    assert [one.code for one in done.problems] == ["import.name-taken"]
    assert state(casebook) == before


def test_a_casebook_of_another_group_keeps_its_ids(
    casebook: Casebook, make: Callable[..., Casebook]
) -> None:
    theirs = make("theirs", house="otherone")
    done = taken(casebook, theirs.settings.folder)
    assert done.appended.claims == 4
    assert {name.split("/")[1] for name in done.files} == {"merged"}
    assert theirs.ledger().claims.items() <= casebook.ledger().claims.items()


def test_there_is_nothing_to_import_in_a_picture(ours: Casebook, tmp_path: Path) -> None:
    (tmp_path / "face.png").write_bytes(b"\x89PNG")
    assert [one.code for one in taken(ours, tmp_path / "face.png").problems] == ["import.nothing"]


def package_of(casebook: Casebook, path: Path) -> Path:
    export(casebook, path, day="2026-11-22")
    return path


def test_a_package_with_one_flipped_byte_gives_nothing(
    casebook: Casebook, ours: Casebook, tmp_path: Path
) -> None:
    package = package_of(casebook, tmp_path / "package")
    claims = package / "data" / "ledger" / "claims.jsonl"
    data = bytearray(claims.read_bytes())
    data[40] ^= 1
    claims.write_bytes(bytes(data))
    before = state(ours)
    done = taken(ours, package)
    assert [one.code for one in done.problems] == ["import.package"]
    assert state(ours) == before


def test_a_zip_that_leads_outside_gives_nothing(ours: Casebook, tmp_path: Path) -> None:
    evil = tmp_path / "evil.zip"
    with zipfile.ZipFile(evil, "w") as zipped:
        zipped.writestr("bagit.txt", "BagIt-Version: 1.0\n")
        zipped.writestr("../outside.txt", "x")
    before = state(ours)
    done = taken(ours, evil)
    assert "leads outside" in str(done.problems[0])
    assert not (tmp_path.parent / "outside.txt").exists()
    assert state(ours) == before


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_killed_in_the_middle_it_leaves_all_or_nothing(
    casebook: Casebook, make: Callable[..., Casebook], truth: str
) -> None:
    target = make("target", truth)
    folder = target.settings.folder
    extra = (
        "subject: person\nid: new-%d\nclaims:\n  - {key: a, kind: age, value: 4, source: paper}\n"
    )
    for number in range(3):
        path = casebook.settings.folder / "claims" / f"new-{number}.yaml"
        path.write_text(extra % number, encoding="utf-8")
    target.close()
    killed = dedent(
        f"""
        import os, signal
        from pathlib import Path
        from sqlalchemy import event
        from sqlalchemy.engine import Engine
        from khronika.casebook.casebook import Casebook
        from khronika.casebook import importing, writes
        casebook = Casebook.open(Path({str(folder)!r}), {{}})
        casebook.level()
        die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
        event.listen(Engine, "commit", die)
        written = []
        def write(path, text, write_text=importing.write_text):
            written.append(path)
            if len(written) == 2:
                path.with_name(path.name + writes.UNFINISHED).write_text(text[:10])
                die()
            write_text(path, text)
        importing.write_text = write
        importing.import_paths(casebook, [Path({str(casebook.settings.folder)!r})])
        """
    )
    ran = subprocess.run([sys.executable, "-c", killed], check=False)  # noqa: S603  # our own code
    assert ran.returncode == -9
    after = Casebook.open(folder, {})
    assert verify(after) == ()
    taken(after, casebook.settings.folder)
    assert {one.subject for one in casebook.ledger().claims.values()} <= {
        one.subject for one in after.ledger().claims.values()
    }
    after.close()
