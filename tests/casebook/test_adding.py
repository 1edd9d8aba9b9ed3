"""New sources: bytes first, closed until somebody opens them, never twice."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from khronika.casebook.adding import Added, Described, NotAdded, add_address, add_file, note_call
from khronika.casebook.casebook import Casebook
from khronika.casebook.verifying import verify
from khronika.intake import Limits, read
from khronika.ledger.ledger import Recorded
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Use, Visibility
from khronika.values.date import InvalidDate

RECORDED = Recorded("2026-11-23T10:00:00Z", "editors")
REPORT = Described(title="Отчёт о деле", publisher="Polka", date="2026-11", lang="ru")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF a report")
    return path


def add(casebook: Casebook, path: Path) -> Added:
    return add_file(casebook, path, described=REPORT, recorded=RECORDED)


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_a_document_is_kept_and_described(
    make: Callable[..., Casebook], scan: Path, truth: str
) -> None:
    casebook = make("a", truth)
    added = add(casebook, scan)
    source = casebook.in_force().sources[added.source]
    assert (source.title, source.level) == ("Отчёт о деле", SourceLevel.CLOSED)
    assert casebook.vault.get(added.sha256) == b"%PDF a report"
    assert verify(casebook) == ()
    assert added.source.startswith("examples/source/otchet-o-dele-")
    assert added.file.startswith("sources/" if truth == "yaml" else "")


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_the_same_document_is_found_again(
    make: Callable[..., Casebook], scan: Path, truth: str
) -> None:
    casebook = make("a", truth)
    first, again = add(casebook, scan), add(casebook, scan)
    assert (again.source, again.is_new) == (first.source, False)


def test_an_address_is_recorded_and_nothing_is_fetched(casebook: Casebook) -> None:
    url = "https://polka.example/report"
    added = add_address(casebook, url, described=Described(), recorded=RECORDED)
    again = add_address(casebook, url, described=Described(), recorded=RECORDED)
    assert casebook.in_force().sources[added.source].url == url
    assert (again.source, again.is_new, added.sha256) == (added.source, False, "")


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_a_call_is_for_the_team(make: Callable[..., Casebook], truth: str) -> None:
    casebook = make("a", truth)
    called = note_call(casebook, "He is well.", described=Described(lang="en"), recorded=RECORDED)
    in_force = casebook.in_force()
    assert in_force.source_level(called.source, Use.PUBLIC) is Visibility.TEAM
    assert in_force.sources[called.source].level is SourceLevel.CLOSED
    assert casebook.vault.get(called.sha256) == b"He is well."
    assert called.file.startswith("claims.private/" if truth == "yaml" else "")


def test_what_cannot_be_read_is_not_recorded(casebook: Casebook, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    before = casebook.ledger()
    for path in (tmp_path / "nowhere", tmp_path / "empty", tmp_path):
        with pytest.raises(NotAdded):
            add(casebook, path)
    with pytest.raises(NotAdded, match="empty"):
        note_call(casebook, " \n", described=Described(), recorded=RECORDED)
    assert casebook.ledger() == before


def test_a_document_too_large_is_refused_unread(casebook: Casebook, tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(NotAdded, match="larger"):
        add(casebook, tmp_path / "huge")


def test_a_date_that_is_none_is_refused(casebook: Casebook, scan: Path) -> None:
    with pytest.raises(InvalidDate):
        add_file(casebook, scan, described=Described(date="2023-02-30"), recorded=RECORDED)


def test_a_reprint_is_taken_and_the_source_it_is_like_is_named(
    casebook: Casebook, tmp_path: Path
) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    first, again, other = (tmp_path / f"{name}.txt" for name in ("first", "again", "other"))
    first.write_text(words)
    again.write_text(f"Reprinted. {words}")
    other.write_text(" ".join(f"other{number}" for number in range(400)))

    def taken(path: Path) -> Added:
        reads = partial(read, limits=Limits())
        return add_file(casebook, path, described=REPORT, recorded=RECORDED, reads=reads)

    one = taken(first)
    assert one.near == ()
    assert [near.name for near in taken(again).near] == [one.source]
    assert taken(other).near == ()
    assert verify(casebook) == ()


@pytest.mark.parametrize("truth", ["ledger", "yaml"])
def test_the_text_is_a_holding_of_its_own_that_names_its_reader(
    make: Callable[..., Casebook], tmp_path: Path, truth: str
) -> None:
    casebook = make("a", truth)
    path = tmp_path / "page.html"
    path.write_text("<html><title>On lanterns</title><p>Alena Belova was held.")
    reads = partial(read, limits=Limits())
    added = add_file(casebook, path, described=Described(), recorded=RECORDED, reads=reads)
    [text] = [one for one in casebook.ledger().holdings.values() if one.read_from]
    assert (text.read_from, text.reader) == (added.sha256, "html 1")
    assert casebook.vault.get(text.sha256) == b"Alena Belova was held."
    assert casebook.in_force().sources[added.source].title == "On lanterns"


def test_a_document_that_cannot_be_read_is_kept_and_its_trouble_named(
    casebook: Casebook, scan: Path
) -> None:
    scan.write_bytes(b"%PDF-1.7 a report")
    reads = partial(read, limits=Limits())
    added = add_file(casebook, scan, described=REPORT, recorded=RECORDED, reads=reads)
    assert casebook.vault.get(added.sha256) == b"%PDF-1.7 a report"
    assert added.text == ""
    assert [(one.place, one.code) for one in added.problems] == [("scan.pdf", "intake.damaged")]
