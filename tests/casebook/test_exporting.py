"""Handing the record on: nothing leaves that may not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.exporting import FolderInUse, export
from khronika.casebook.importing import import_paths
from khronika.casebook.merging import MergedFilesDamaged, merge
from khronika.casebook.verifying import verify
from khronika.ledger.package import read_package


def told(path: Path) -> str:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return "".join(one.read_bytes().decode("utf-8", "replace") for one in files)


@pytest.mark.parametrize("as_yaml", [True, False])
def test_only_what_is_public_leaves(casebook: Casebook, tmp_path: Path, as_yaml: bool) -> None:
    done = export(casebook, tmp_path / "out", day="2026-11-22", as_yaml=as_yaml)
    assert (done.claims, done.withheld) == (3, 1)
    assert "vetrova" not in told(tmp_path / "out")


def test_everything_leaves_when_it_is_asked_for(casebook: Casebook, tmp_path: Path) -> None:
    done = export(casebook, tmp_path / "out", day="2026-11-22", everything=True)
    assert (done.claims, done.withheld) == (4, 0)


@pytest.mark.parametrize(
    "row",
    [
        "{restrict: paper, level: team, by: editors, at: 2026-11-22}",
        "{consent: belova-alena, use: public, state: refused, by: editors, at: 2026-11-22}",
        "{stance: belova-alena, value: do-not-list, by: editors, at: 2026-11-22}",
    ],
)
def test_what_was_refused_or_restricted_stays(casebook: Casebook, tmp_path: Path, row: str) -> None:
    path = casebook.settings.folder / "claims" / "belova.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"  - {row}\n", encoding="utf-8")
    assert casebook.problems == ()
    assert export(casebook, tmp_path / "out", day="2026-11-22").claims == 0
    assert "belova" not in told(tmp_path / "out")


def test_a_closed_source_stays_with_its_claims(casebook: Casebook, tmp_path: Path) -> None:
    path = casebook.settings.folder / "sources" / "paper.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("open", "closed"), encoding="utf-8")
    done = export(casebook, tmp_path / "out", day="2026-11-22", as_yaml=True)
    assert (done.claims, done.sources) == (0, 0)
    assert "The Paper" not in told(tmp_path / "out")


def test_the_yaml_form_is_itself_a_casebook(casebook: Casebook, tmp_path: Path) -> None:
    export(casebook, tmp_path / "out", day="2026-11-22", everything=True, as_yaml=True)
    again = Casebook.open(tmp_path / "out", {})
    assert verify(again) == ()
    assert again.ledger().claims == casebook.ledger().claims
    assert again.ledger().decisions.keys() == casebook.ledger().decisions.keys()
    again.close()


def test_the_yaml_form_goes_into_an_empty_folder_only(casebook: Casebook, tmp_path: Path) -> None:
    with pytest.raises(FolderInUse):
        export(casebook, casebook.settings.folder, day="2026-11-22", as_yaml=True)


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_a_package_is_merged_once(
    casebook: Casebook, make: Callable[..., Casebook], tmp_path: Path, truth: str
) -> None:
    package = tmp_path / "package.zip"
    export(casebook, package, day="2026-11-22", everything=True)
    theirs = make("theirs", truth, house="otherone")
    first = merge(theirs, package)
    assert first.appended.claims == 4
    assert (verify(theirs), merge(theirs, package).appended.total) == ((), 0)
    assert casebook.ledger().claims.keys() <= theirs.ledger().claims.keys()
    assert merge(theirs, package).files == ()


def test_what_is_for_their_team_comes_into_the_private_half(
    casebook: Casebook, make: Callable[..., Casebook], tmp_path: Path
) -> None:
    export(casebook, tmp_path / "p.zip", day="2026-11-22", everything=True)
    theirs = make("theirs", house="otherone")
    files = merge(theirs, tmp_path / "p.zip").files
    assert [one for one in files if "vetrova" in one] == [
        "claims.private/merged/vetrova-vera.person.examples.yaml"
    ]


def test_a_damaged_merged_file_is_not_written_over(
    casebook: Casebook, make: Callable[..., Casebook], tmp_path: Path
) -> None:
    export(casebook, tmp_path / "p.zip", day="2026-11-22")
    theirs = make("theirs", house="otherone")
    merged = theirs.settings.folder / merge(theirs, tmp_path / "p.zip").files[0]
    merged.write_text("subject: [", encoding="utf-8")
    with pytest.raises(MergedFilesDamaged):
        merge(theirs, tmp_path / "p.zip")
    assert merged.read_text(encoding="utf-8") == "subject: ["


def test_a_package_names_the_group_and_the_day_alone(casebook: Casebook, tmp_path: Path) -> None:
    export(casebook, tmp_path / "p.zip", day="2026-11-22")
    package = read_package(tmp_path / "p.zip")
    assert (package.group, package.day) == ("examples", "2026-11-22")
    assert {row.by for rows in package.ledger.recorded.values() for row in rows} == {"examples"}


def test_bytes_travel_with_their_source(
    casebook: Casebook, make: Callable[..., Casebook], tmp_path: Path
) -> None:
    sha256 = casebook.vault.put(b"the paper, scanned")
    path = casebook.settings.folder / "sources" / "paper.yaml"
    row = f"holdings: [{{sha256: {sha256}, got_at: 2026-11-22}}]\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    export(casebook, tmp_path / "p.zip", day="2026-11-22")
    packed, copied = make("packed", "ledger"), make("copied", "ledger")
    merge(packed, tmp_path / "p.zip")
    import_paths(copied, [casebook.settings.folder])
    assert packed.vault.get(sha256) == copied.vault.get(sha256) == b"the paper, scanned"
