"""Destroying a claim: gone from the record at once, and what still holds it is named."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.exporting import export
from khronika.casebook.importing import import_paths
from khronika.casebook.merging import merge
from khronika.casebook.redacting import Grave, Redacted, redact
from khronika.casebook.tombstones import DamagedTombstone
from khronika.casebook.verifying import verify
from khronika.ledger.tombstone import UnknownClaim
from khronika.schema.claim import ClaimId

GRAVE = Grave(reason="safety", on="2026-11-23", salt="ab" * 16)


def nine(casebook: Casebook) -> ClaimId:
    claims = casebook.ledger().claims
    return next(one for one, row in claims.items() if str(row.fields.get("term")) == "9y")


def redacted(casebook: Casebook) -> Redacted:
    return redact(casebook, nine(casebook), grave=GRAVE)


@pytest.fixture(params=["yaml", "ledger"])
def filled(
    request: pytest.FixtureRequest, casebook: Casebook, make: Callable[..., Casebook]
) -> Casebook:
    if request.param == "yaml":
        return casebook
    ours = make("ours", "ledger")
    import_paths(ours, [casebook.settings.folder])
    return ours


def test_the_claim_and_decisions_on_it_are_gone(filled: Casebook) -> None:
    claim = nine(filled)
    redacted(filled)
    ledger = filled.ledger()
    assert claim not in ledger.claims
    assert [one.verb.value for one in ledger.decisions.values()] == ["ready"]
    assert (len(ledger.tombstones), verify(filled)) == (1, ())


def test_the_lines_are_gone_and_all_others_stay(casebook: Casebook) -> None:
    path = casebook.settings.folder / "claims" / "belova.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    done = redacted(casebook)
    after = path.read_text(encoding="utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert done.files == ("claims/belova.yaml",)
    assert [line.strip() for line in gone] == [
        "# the court said nine",
        "- key: term-9",
        "term: 9y",
        "- {prefer: term-6, over: [term-9], by: editors, at: 2026-11-22}",
    ]


def test_the_store_file_does_not_hold_the_words(casebook: Casebook) -> None:
    redacted(casebook)
    folder = casebook.settings.folder
    assert all(b'"9y"' not in one.read_bytes() for one in folder.glob("ledger.sqlite*"))


def test_what_comes_back_is_kept_out(casebook: Casebook, tmp_path: Path) -> None:
    export(casebook, tmp_path / "p.zip", day="2026-11-22")
    claim = nine(casebook)
    redacted(casebook)
    merge(casebook, tmp_path / "p.zip")
    assert claim not in casebook.ledger().claims
    assert verify(casebook) == ()


def test_redacting_again_writes_nothing_new(casebook: Casebook) -> None:
    claim = nine(casebook)
    first = redact(casebook, claim, grave=GRAVE)
    again = redact(casebook, claim, grave=Grave("safety", "2026-12-01", "cd" * 16))
    assert (again.tombstone, again.files) == (first.tombstone, ())


def test_a_run_that_was_stopped_after_the_tombstone_goes_on(casebook: Casebook) -> None:
    claim = nine(casebook)
    path = casebook.settings.folder / "claims" / "belova.yaml"
    before = path.read_bytes()
    redacted(casebook)
    path.write_bytes(before)  # as if the program had been stopped before it cut the lines
    assert claim not in casebook.ledger().claims
    assert [one.code for one in verify(casebook) if one.code == "yaml.redacted"]
    assert redact(casebook, claim, grave=GRAVE).files == ("claims/belova.yaml",)
    assert verify(casebook) == ()


def test_what_still_holds_the_words_is_named(casebook: Casebook) -> None:
    folder = casebook.settings.folder
    claim = nine(casebook)
    (folder / ".git").mkdir()
    (folder / "editions" / "public").mkdir(parents=True)
    with zipfile.ZipFile(folder / "sent.zip", "w") as zipped:
        zipped.writestr("a", "b")
    (folder / "texts" / "biography").mkdir()
    text = f"---\nbased_on: [{claim}]\n---\nNine years.\n"
    (folder / "texts" / "biography" / "belova-alena.en.md").write_text(text, encoding="utf-8")
    told = "\n".join(redacted(casebook).still_held)
    for place in ("git", "editions/", "sent.zip", "belova-alena.en.md", "given to others"):
        assert place in told


def test_a_text_that_names_the_claim_by_its_key_is_named_too(casebook: Casebook) -> None:
    path = casebook.settings.folder / "texts" / "biography" / "belova-alena.en.md"
    path.parent.mkdir()
    path.write_text("---\nbased_on: [belova-alena#term-9]\n---\nNine years.\n", encoding="utf-8")
    assert any(path.name in one for one in redacted(casebook).still_held)


def test_a_dry_run_destroys_nothing(filled: Casebook) -> None:
    claim = nine(filled)
    redact(filled, claim, grave=GRAVE, dry_run=True)
    assert claim in filled.ledger().claims


def test_a_claim_nobody_knows_is_refused(filled: Casebook) -> None:
    with pytest.raises(UnknownClaim):
        redact(filled, ClaimId("0" * 64), grave=GRAVE)


def test_the_tombstone_tells_nothing(casebook: Casebook) -> None:
    claim = nine(casebook)
    redacted(casebook)
    line = (casebook.settings.folder / "tombstones.jsonl").read_text(encoding="utf-8")
    assert set(json.loads(line)) == {"mac", "salt", "reason", "on"}
    assert claim not in line


def test_a_damaged_tombstone_stops_everything(casebook: Casebook) -> None:
    redacted(casebook)
    path = casebook.settings.folder / "tombstones.jsonl"
    path.write_text(path.read_text(encoding="utf-8")[:40], encoding="utf-8")
    with pytest.raises(DamagedTombstone, match="line 1"):
        casebook.ledger()


def test_lines_that_cannot_be_cut_are_named(casebook: Casebook) -> None:
    path = casebook.settings.folder / "claims" / "belova.yaml"
    row = "{key: a, kind: ruling, case: square, term: 9y, source: paper}"
    path.write_text(f"subject: person\nid: belova-alena\nclaims: [{row}]\n", encoding="utf-8")
    done = redacted(casebook)
    assert "claims/belova.yaml:3: remove these lines by hand" in done.still_held
    assert not [one for one in casebook.ledger().claims.values() if one.kind == "ruling"]
