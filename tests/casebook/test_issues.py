"""Issues from the files of a casebook: what later editions tell, and what they never tell."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import RELEASED
from khronika.casebook.publishing import Request, publish
from khronika.casebook.withdrawing import unpublish
from khronika.ledger.ledger import Recorded
from khronika.schema.subject import SubjectId
from running import SETTINGS, lay_out

SPRING, SUMMER = date(2026, 3, 1), date(2026, 6, 1)
SAVA, SVETA = SubjectId("lanterns/person/ladogin-sava"), SubjectId("lanterns/person/ladogina-sveta")
WITHDRAWN = Recorded("2026-05-01T10:00:00Z", "editors")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay_out(tmp_path / "lanterns")
    settings = SETTINGS.replace("[title]", 'address = "https://lanterns.example"\n[title]')
    (tmp_path / "lanterns" / "casebook.toml").write_text(settings, encoding="utf-8")
    return tmp_path / "lanterns"


@pytest.fixture
def casebook(folder: Path) -> Iterator[Casebook]:
    casebook = Casebook.open(folder, {})
    yield casebook
    casebook.close()


def out(casebook: Casebook, day: date, release: str = "") -> dict[str, bytes]:
    """Everything in the folder of the edition that is built on this day."""
    published = publish(casebook, Request(release=release), today=day)
    return {
        path.relative_to(published.out).as_posix(): path.read_bytes()
        for path in published.out.rglob("*")
        if path.is_file()
    }


def decide(folder: Path, decision: str) -> None:
    """Add a decision about Sveta to her file."""
    path = folder / "claims" / "ladogina-sveta.yaml"
    row = f"  - {{{decision}, by: editors, at: 2026-04-01}}\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")


def test_what_was_rejected_since_the_last_issue_is_an_erratum(
    casebook: Casebook, folder: Path
) -> None:
    first = out(casebook, SPRING, "spring")
    assert "This is the first issue" in first["en/changes.html"].decode()
    decide(folder, "reject: ladogin-sava#nine, reason: another man of that name")
    page = out(casebook, SUMMER, "summer")["en/changes.html"].decode()
    assert "we said 9 years until issue “spring”. Now: 6 years." in page
    assert "another man" not in page


def test_an_issue_built_again_later_says_the_same_of_changes(
    casebook: Casebook, folder: Path
) -> None:
    out(casebook, SPRING, "spring")
    decide(folder, "reject: ladogin-sava#nine")
    first, again = out(casebook, SUMMER, "summer"), out(casebook, SUMMER)
    assert first == again


def test_nothing_of_a_withdrawn_person_is_in_a_later_edition(
    casebook: Casebook, folder: Path
) -> None:
    assert "en/people/ladogina-sveta.html" in out(casebook, SPRING, "spring")
    unpublish(casebook, SVETA, recorded=WITHDRAWN)
    after = out(casebook, SUMMER, "summer")
    assert not [path for path in after if "sveta" in path]
    assert not [path for path, data in after.items() if b"sveta" in data.lower()]
    assert not [path for path, data in after.items() if "Светлана".encode() in data]
    assert "en/changes.html" in after


def test_the_edition_after_a_withdrawal_is_that_of_a_casebook_without_the_person(
    casebook: Casebook, folder: Path, tmp_path: Path
) -> None:
    other = lay_out(tmp_path / "without")
    (other / "casebook.toml").write_bytes((folder / "casebook.toml").read_bytes())
    (other / "claims" / "ladogina-sveta.yaml").unlink()
    never = Casebook.open(other, {})
    out(never, SPRING, "spring")
    out(casebook, SPRING, "spring")
    unpublish(casebook, SVETA, recorded=WITHDRAWN)
    for day, release in ((SUMMER, ""), (SUMMER, "summer"), (SUMMER, "")):
        assert out(casebook, day, release) == out(never, day, release)
    never.close()


@pytest.mark.parametrize("gone", [SAVA, SVETA])
def test_no_redirect_leads_from_where_a_withdrawn_person_was(
    casebook: Casebook, folder: Path, gone: SubjectId
) -> None:
    out(casebook, SPRING, "spring")
    decide(folder, "same: [ladogin-sava, ladogina-sveta]")
    merged = out(casebook, SUMMER, "summer")
    assert b'content="0; url=ladogin-sava.html"' in merged["en/people/ladogina-sveta.html"]
    unpublish(casebook, gone, recorded=WITHDRAWN)
    after = out(casebook, SUMMER, "autumn")
    assert not [path for path in after if "/people/" in path]
    assert "ladogina-sveta" in (folder / RELEASED).read_text("utf-8")


def test_a_person_merged_and_then_told_apart_has_a_page_again(
    casebook: Casebook, folder: Path
) -> None:
    out(casebook, SPRING, "spring")
    decide(folder, "same: [ladogin-sava, ladogina-sveta]")
    out(casebook, SUMMER, "summer")
    decide(folder, "not-same: [ladogin-sava, ladogina-sveta]")
    page = out(casebook, SUMMER)["en/people/ladogina-sveta.html"]
    assert b'http-equiv="refresh"' not in page


def test_a_past_state_knows_only_the_issues_of_its_time(casebook: Casebook) -> None:
    out(casebook, SPRING, "spring")
    request = Request(known_at="2026-02-01T00:00:00Z")
    assert publish(casebook, request, today=SUMMER).proposal.publication.issues == ()
