import hashlib
import shutil
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source
from khronika.ledger.inadmissible import Inadmissible
from khronika.ledger.ledger import Ledger, Recorded
from khronika.ledger.memory import MemoryStore
from khronika.ledger.pack import STATE
from khronika.ledger.package import (
    DamagedPackage,
    Package,
    PackageUnreadable,
    PackageUnwritable,
    UnreadableLine,
    read_package,
    without_names,
    write_package,
)
from khronika.ledger.state import ledger_state
from khronika.ledger.tombstone import bury
from khronika.schema.decision import Verb
from ledger.ledgers import SALT, a_full_ledger, ledgers, recorded_at

GROUP, DAY = "examples", "2026-11-22"
PAPER = "Газета".encode()
BLOBS = {hashlib.sha256(PAPER).hexdigest(): PAPER}
FORMS = ["package", "package.zip"]

several = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def write(path: Path, ledger: Ledger | None = None) -> Path:
    stone = bury("ab" * 32, salt=SALT, reason="asked", on=DAY)
    whole = a_full_ledger() | Ledger(tombstones=frozenset({stone}))
    write_package(ledger or whole, path, files=BLOBS, group=GROUP, day=DAY)
    return path


def bag_again(folder: Path) -> None:
    """Make the manifests fit what stands in the folder, as one who changed it would."""
    lines = []
    files = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    for path in files:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    (folder / "manifest-sha256.txt").write_text("".join(lines))
    info = (folder / "bag-info.txt").read_text().splitlines(keepends=True)
    kept = [line for line in info if not line.startswith("Payload-Oxum")]
    (folder / "bag-info.txt").write_text("".join(kept))
    tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
    digests = [hashlib.sha256((folder / tag).read_bytes()).hexdigest() for tag in tags]
    listed = [f"{digest}  {tag}\n" for digest, tag in zip(digests, tags, strict=True)]
    (folder / "tagmanifest-sha256.txt").write_text("".join(listed))


@pytest.mark.parametrize("form", FORMS)
def test_a_package_brings_what_was_packed(tmp_path: Path, form: str) -> None:
    package = read_package(write(tmp_path / form))
    stone = package.ledger.tombstones
    assert package.ledger == without_names(a_full_ledger(), group=GROUP) | Ledger(tombstones=stone)
    assert len(stone) == 1
    assert (package.blobs, package.group, package.day) == (BLOBS, GROUP, DAY)


@several
@given(ledger=ledgers(redacted=True))
def test_any_ledger_comes_back_as_it_left(
    tmp_path_factory: pytest.TempPathFactory, ledger: Ledger
) -> None:
    packed = MemoryStore(ledger).read()
    folder = tmp_path_factory.mktemp("package") / "package"
    package = read_package(write(folder, packed))
    assert package.ledger == without_names(packed, group=GROUP)
    assert MemoryStore(packed).append(package.ledger).total == 0


def test_of_who_and_when_only_the_group_and_the_day_leave(tmp_path: Path) -> None:
    claim = a_claim(date="2022")
    rows = recorded_at("2022-10-03T08:30:00Z", "2022-10-02T23:59:00Z", by="alena-k7d2")
    ledger = replace(a_ledger([claim]), recorded={claim.id(): rows, a_source().entry_id(): rows})
    folder = write(tmp_path / "package", ledger)
    packed = read_package(folder).ledger.recorded
    assert set(packed.values()) == {frozenset({Recorded("2022-10-02", GROUP)})}
    for path in folder.rglob("*.*"):
        assert b"alena-k7d2" not in path.read_bytes()
        assert b"23:59" not in path.read_bytes()


def test_an_entry_without_who_and_when_stays_without() -> None:
    assert without_names(Ledger(recorded={"ab": frozenset()}), group=GROUP).recorded == {}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_ledger_makes_the_same_bytes(tmp_path: Path, form: str) -> None:
    one, other = write(tmp_path / "one" if form == "package" else tmp_path / "one.zip"), None
    other = write(tmp_path / one.name.replace("one", "other"))
    paths = [(one, other)]
    if one.is_dir():
        names = [path.relative_to(one) for path in one.rglob("*") if path.is_file()]
        paths = [(one / name, other / name) for name in names]
    for ours, theirs in paths:
        assert ours.read_bytes() == theirs.read_bytes()


def test_any_other_program_finds_the_bag_valid(tmp_path: Path) -> None:
    bag = bagit.Bag(str(write(tmp_path / "package")))
    assert bag.validate()
    assert bag.info["Bagging-Date"] == DAY
    assert bag.info["Khronika-Group"] == GROUP
    assert bag.info[STATE] == ledger_state(read_package(tmp_path / "package").ledger)


def test_a_zip_tells_no_time_and_no_user(tmp_path: Path) -> None:
    with zipfile.ZipFile(write(tmp_path / "package.zip")) as zipped:
        entries = zipped.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.filename.split("/")[0] for entry in entries} == {"khronika-package"}


@pytest.mark.parametrize("form", FORMS)
def test_a_package_never_overwrites(tmp_path: Path, form: str) -> None:
    (tmp_path / form).write_text("mine")
    with pytest.raises(PackageUnwritable, match="something here already"):
        write(tmp_path / form)
    assert (tmp_path / form).read_text() == "mine"


@pytest.mark.parametrize(
    ("group", "day", "said"),
    [
        ("Alena\nPetrova", DAY, "group's key"),
        ("", DAY, "group's key"),
        (GROUP, "today", "the day is written"),
    ],
)
def test_a_package_says_whose_it_is_and_of_which_day(
    tmp_path: Path, group: str, day: str, said: str
) -> None:
    with pytest.raises(PackageUnwritable, match=said):
        write_package(Ledger(), tmp_path / "package", group=group, day=day)
    assert list(tmp_path.iterdir()) == []


def test_a_file_under_a_wrong_name_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(PackageUnwritable, match="the name it came under"):
        write_package(
            Ledger(), tmp_path / "package", files=[("ab" * 32, PAPER)], group=GROUP, day=DAY
        )
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(PackageUnwritable, match=r"No such file.*name another place"):
        write(tmp_path / "nowhere" / "package")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("packed") / "package")


@several
@given(data=st.data())
def test_a_flipped_byte_is_refused_or_says_the_same(
    packed: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = read_package(packed)
    copy = Path(shutil.copytree(packed, tmp_path_factory.mktemp("copy") / "package"))
    path = data.draw(st.sampled_from(sorted(one for one in copy.rglob("*") if one.is_file())))
    content = bytearray(path.read_bytes() or b"\0")
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    with suppress(DamagedPackage):
        assert read_package(copy) == whole
        assert path.name == "tagmanifest-sha256.txt"  # nothing checks the spelling of the seal


@pytest.mark.parametrize(
    "name",
    ["data/ledger/claims.jsonl", f"data/vault/{next(iter(BLOBS))}", "bag-info.txt", "bagit.txt"],
)
def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "package")
    content = bytearray((folder / name).read_bytes())
    content[-2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(DamagedPackage, match="Ask for the package again") as raised:
        read_package(folder)
    assert raised.value.file == name


@pytest.mark.parametrize("name", ["data/ledger/claims.jsonl", "bagit.txt", "manifest-sha256.txt"])
def test_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "package")
    (folder / name).unlink()
    with pytest.raises(DamagedPackage):
        read_package(folder)


def test_a_file_of_claims_that_was_left_out_on_purpose_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "package")
    (folder / "data/ledger/claims.jsonl").unlink()
    bag_again(folder)
    with pytest.raises(DamagedPackage, match=r"claims\.jsonl"):
        read_package(folder)


def test_a_claim_taken_out_on_purpose_is_seen_by_the_state(tmp_path: Path) -> None:
    folder = write(tmp_path / "package")
    lines = (folder / "data/ledger/recorded.jsonl").read_text().splitlines(keepends=True)
    (folder / "data/ledger/recorded.jsonl").write_text("".join(lines[1:]))
    bag_again(folder)
    with pytest.raises(DamagedPackage) as raised:
        read_package(folder)
    assert raised.value.file == "bag-info.txt"


def test_a_vault_file_under_a_wrong_name_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "package")
    (folder / "data/vault" / next(iter(BLOBS))).rename(folder / "data/vault" / ("ab" * 32))
    bag_again(folder)
    with pytest.raises(DamagedPackage, match="data/vault/abab"):
        read_package(folder)


def test_a_body_changed_on_purpose_is_refused_by_its_id(tmp_path: Path) -> None:
    folder = write(tmp_path / "package")
    claims = folder / "data/ledger/claims.jsonl"
    claims.write_text(claims.read_text().replace("2022-08-30", "2022-08-31"))
    bag_again(folder)
    with pytest.raises(Inadmissible, match="another content"):
        read_package(folder)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("claims", "no json"),
        ("claims", "[]"),
        ("claims", '{"id":"ab"}'),
        ("claims", '{"id":"ab","body":7}'),
        ("claims", '{"id":"ab","body":{"kind":"telepathy"}}'),
        ("sources", '{"id":7,"body":{}}'),
        ("decisions", '{"id":"ab","body":{"verb":"guess"}}'),
        ("visibility", '{"entry":"ab","level":"everybody"}'),
        ("recorded", '{"entry":"ab","at":7,"by":"x"}'),
        ("tombstones", '{"mac":"ab"}'),
    ],
)
def test_a_line_that_is_no_such_entry_is_named(tmp_path: Path, name: str, line: str) -> None:
    folder = write(tmp_path / "package")
    (folder / f"data/ledger/{name}.jsonl").write_text(f"{line}\n")
    bag_again(folder)
    with pytest.raises(UnreadableLine, match=rf"data/ledger/{name}\.jsonl, line 1"):
        read_package(folder)


@pytest.mark.parametrize(
    "pointer", ['"ab"', '{"text":"ab","start":"3","end":9}', '{"text":"ab","start":9,"end":3}']
)
def test_offsets_that_are_none_are_refused(tmp_path: Path, pointer: str) -> None:
    folder = write(tmp_path / "package")
    claims = folder / "data/ledger/claims.jsonl"
    text = claims.read_text()
    start = text.index('"pointer":') + len('"pointer":')
    claims.write_text(text[:start] + pointer + text[text.index("}", start) + 1 :])
    bag_again(folder)
    with pytest.raises(UnreadableLine, match="line"):
        read_package(folder)


def test_a_passage_that_is_a_whole_text_keeps_it(tmp_path: Path) -> None:
    claim = a_claim(date="2022")
    whole = replace(claim, passage=replace(claim.passage, text="ab" * 32))
    folder = write(tmp_path / "package", a_ledger([whole]))
    assert read_package(folder).ledger.claims == {whole.id(): whole}


@pytest.mark.parametrize("tag", ["bag-info.txt", "bagit.txt"])
def test_a_package_without_a_seal_on_what_it_says_of_itself_is_refused(
    tmp_path: Path, tag: str
) -> None:
    folder = write(tmp_path / "package")
    seal = folder / "tagmanifest-sha256.txt"
    lines = seal.read_text().splitlines(keepends=True)
    seal.write_text("".join(line for line in lines if tag not in line))
    with pytest.raises(DamagedPackage, match=tag):
        read_package(folder)


def test_a_manifest_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "package")
    (folder / "manifest-sha256.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(DamagedPackage, match=r"manifest-sha256\.txt is not"):
        read_package(folder)


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackageUnreadable, match=r"none\.zip: No such file"):
        read_package(tmp_path / "none.zip")


def test_decisions_travel_with_what_they_are_about(tmp_path: Path) -> None:
    claim = a_claim(date="2022")
    accept = a_decision(Verb.ACCEPT, claim.id())
    package: Package = read_package(
        write(tmp_path / "package", a_ledger([claim], decisions=[accept]))
    )
    assert package.ledger.decisions == {accept.id(): accept}
