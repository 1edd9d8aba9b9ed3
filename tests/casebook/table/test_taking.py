"""A table comes in once, whole, and changes only what it changes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders import a_decision
from khronika.casebook.casebook import Casebook
from khronika.casebook.redacting import Grave, redact
from khronika.casebook.table import recording, taking
from khronika.casebook.table.recording import TableFilesDamaged
from khronika.casebook.table.taking import Asked, import_tables
from khronika.casebook.verifying import verify
from khronika.ledger.ledger import Recorded
from khronika.schema.decision import Verb
from khronika.schema.source import SourceLevel
from khronika.schema.subject import slug_of
from khronika.schema.visibility import Visibility
from tabled import (
    ARREST,
    ARTICLES,
    BIRTH,
    CLAIMS,
    HEADINGS,
    Rows,
    Take,
    claims_of,
    decide,
    state,
)

TRUTHS = pytest.mark.parametrize("truth", ["yaml", "ledger"])
Make = Callable[..., Casebook]


@TRUTHS
@pytest.mark.parametrize("file", ["people.csv", "people.xlsx"])
def test_a_hundred_people_come_in_and_again_nobody(
    make: Make, take: Take, rows: Rows, truth: str, file: str
) -> None:
    casebook = make("one", truth)
    before = len(casebook.ledger().claims)
    first = take(casebook, rows, file=file)
    assert (first.counts["new"], first.counts["claims"], first.problems) == (100, CLAIMS, ())
    assert len(casebook.ledger().claims) == before + CLAIMS
    stands = state(casebook)
    again = take(casebook, rows, file=file, at="2026-12-01T10:00:00Z")
    assert (again.counts["unchanged"], again.appended.total, again.files) == (100, 0, ())
    assert state(casebook) == stands
    assert verify(casebook) == ()


@TRUTHS
def test_a_dry_run_counts_the_same_and_writes_nothing(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    casebook.level()
    before = state(casebook)
    told = take(casebook, rows, dry_run=True)
    assert state(casebook) == before
    done = take(casebook, rows)
    assert (told.counts, told.appended) == (done.counts, done.appended)


@TRUTHS
def test_one_changed_cell_changes_one_claim(make: Make, take: Take, rows: Rows, truth: str) -> None:
    casebook = make("one", truth)
    take(casebook, rows)
    rows[3][ARREST] = "2022-01-01"
    report = take(casebook, rows, at="2026-12-01T10:00:00Z")
    assert (report.counts["claims"], report.counts["put-aside"]) == (1, 1)
    assert [row.key for row in report.rows if row.added] == ["Белова Дарья"]
    in_force = casebook.in_force()
    said = claims_of(casebook, "Белова Дарья", "arrest")
    live = [claim for one, claim in said if not in_force.about(Verb.REJECT, one)]
    assert [str(claim.fields["date"]) for claim in live] == ["2022-01-01"]
    assert len(said) == (2 if truth == "ledger" else 1)  # files equal the table; git is the past
    assert take(casebook, rows).appended.total == 0


def test_what_a_table_takes_back_and_says_again_counts_again(
    make: Make, take: Take, rows: Rows
) -> None:
    casebook = make("one", "ledger")
    days = ("2023-01-01", "2023-01-02", "2023-01-01", "2023-01-02", "2023-01-01")
    for month, day in enumerate(days, start=1):
        rows[0][ARREST] = day
        take(casebook, rows[:1], at=f"2026-{month:02}-01T10:00:00Z")
        in_force = casebook.in_force()
        said = claims_of(casebook, "Белова Анна", "arrest")
        live = [claim for one, claim in said if not in_force.about(Verb.REJECT, one)]
        assert [str(claim.fields["date"]) for claim in live] == [day]


def test_one_article_less_puts_one_charge_aside(make: Make, take: Take, rows: Rows) -> None:
    casebook = make("one")
    take(casebook, rows[:1])
    rows[0][ARTICLES] = "ч. 2 ст. 205.2"
    counts = take(casebook, rows[:1]).counts
    assert (counts["claims"], counts["put-aside"]) == (0, 1)


@TRUTHS
def test_a_cell_that_cannot_be_read_is_told_and_the_rest_of_the_row_comes_in(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    rows[0][ARREST] = "when the river froze"
    report = take(casebook, rows[:1])
    [problem] = report.problems
    assert problem.place == "people.csv, row 2, column Арест"
    assert problem.code == "table.bad-date"
    assert "river" not in str(problem)
    assert report.counts["claims"] > 4
    assert claims_of(casebook, "Белова Анна", "arrest") == []


def test_a_cell_that_can_no_longer_be_read_leaves_what_it_said(
    make: Make, take: Take, rows: Rows
) -> None:
    casebook = make("one")
    take(casebook, rows[:1])
    rows[0][ARREST] = "when the river froze"
    report = take(casebook, rows[:1])
    assert [one.code for one in report.problems] == ["table.bad-date"]
    assert len(claims_of(casebook, "Белова Анна", "arrest")) == 1


@TRUTHS
def test_an_emptied_cell_takes_nothing_back_unless_asked(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    take(casebook, rows[:1])
    rows[0][BIRTH] = ""
    left = take(casebook, rows[:1])
    assert (left.counts["emptied"], left.counts["put-aside"]) == (1, 0)
    dropped = take(casebook, rows[:1], drop_emptied=True)
    assert (dropped.counts["emptied"], dropped.counts["put-aside"]) == (0, 1)
    birth = {one for one, _ in claims_of(casebook, "Белова Анна", "birth")}
    assert not birth & casebook.in_force().accepted
    assert take(casebook, rows[:1], drop_emptied=True).appended.total == 0


def test_a_column_that_is_gone_takes_nothing_back(make: Make, take: Take, rows: Rows) -> None:
    casebook = make("one")
    take(casebook, rows[:3])
    headings = ["Имя", "Статьи"]
    part = [[row[0], row[ARTICLES]] for row in rows[:3]]
    from_part = take(casebook, part, headings=headings, drop_emptied=True)
    assert (from_part.counts["unchanged"], from_part.appended.claims) == (3, 0)
    assert {one.code for one in from_part.notes} >= {"table.column-gone"}


def test_a_new_column_waits_for_somebody_to_say_what_it_is(
    make: Make, take: Take, rows: Rows
) -> None:
    casebook = make("one")
    take(casebook, [[row[0]] for row in rows[:2]], headings=["Имя"])
    wide = [[row[0], row[BIRTH]] for row in rows[:2]]
    wider = take(casebook, wide, headings=["Имя", "Рождение"])
    assert wider.appended.claims == 0
    assert [one.code for one in wider.notes] == ["table.column-new"]
    path = casebook.settings.folder / wider.file
    text = path.read_text(encoding="utf-8")
    assert '"Рождение" = ""  # probably birth.date' in text
    path.write_text(text.replace('"Рождение" = ""', '"Рождение" = "birth.date"'), "utf-8")
    assert take(casebook, wide, headings=["Имя", "Рождение"]).appended.claims == 2


def test_a_table_is_a_closed_source_of_the_team_with_every_version_in_the_vault(
    make: Make, take: Take, rows: Rows
) -> None:
    casebook = make("one", "ledger")
    take(casebook, rows)
    rows[0][ARREST] = "2020"
    take(casebook, rows, at="2026-12-01T10:00:00Z")
    ledger = casebook.ledger()
    [source] = ledger.sources.values()
    assert (source.title, source.level) == ("people", SourceLevel.CLOSED)
    assert set(ledger.visibility.values()) == {Visibility.TEAM}
    assert len(ledger.holdings) == 2
    assert all(casebook.vault.has(one.sha256) for one in ledger.holdings.values())
    assert all(claim.nonce for claim in ledger.claims.values())
    assert (casebook.settings.folder / "tables" / ".gitignore").read_text() == "*\n!.gitignore\n"


def test_csv_or_xlsx_makes_no_difference(make: Make, take: Take, rows: Rows) -> None:
    casebook = make("one")
    take(casebook, rows, file="people.csv")
    assert take(casebook, rows, file="people.xlsx").appended.claims == 0


def test_the_order_of_rows_and_columns_makes_no_difference(
    make: Make, take: Take, rows: Rows
) -> None:
    casebook = make("one")
    take(casebook, rows)
    turned = [row[::-1] for row in rows[::-1]]
    assert take(casebook, turned, headings=HEADINGS[::-1]).appended.claims == 0


@TRUTHS
def test_what_was_redacted_does_not_come_back(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    take(casebook, rows[:1])
    [(arrest, _)] = claims_of(casebook, "Белова Анна", "arrest")
    redact(casebook, arrest, grave=Grave("safety", "2026-11-22", "ab" * 16))
    report = take(casebook, rows[:1])
    assert [one.code for one in report.problems] == ["table.redacted"]
    assert claims_of(casebook, "Белова Анна", "arrest") == []


def test_what_an_editor_rejected_is_not_said_again(make: Make, take: Take, rows: Rows) -> None:
    casebook = make("one", "ledger")
    take(casebook, rows[:1])
    [(arrest, _)] = claims_of(casebook, "Белова Анна", "arrest")
    decide(casebook, a_decision(Verb.REJECT, arrest, reason="wrong"))
    assert take(casebook, rows[:1]).appended.total == 0


def test_a_claim_that_a_decision_names_is_rejected_in_its_file_and_not_taken_out(
    make: Make, take: Take, rows: Rows
) -> None:
    casebook = make("one")
    take(casebook, rows[:1])
    [(arrest, claim)] = claims_of(casebook, "Белова Анна", "arrest")
    slug = slug_of(claim.subject)
    path = casebook.settings.folder / "claims.private" / "note.yaml"
    path.write_text(
        f"subject: person\nid: {slug}\ndecisions:\n"
        f"  - {{accept: {arrest}, by: editors, at: 2026-11-22}}\n",
        encoding="utf-8",
    )
    rows[0][ARREST] = "2020"
    take(casebook, rows[:1], at="2026-12-01T10:00:00Z")
    assert casebook.problems == ()
    assert len(claims_of(casebook, "Белова Анна", "arrest")) == 2
    assert arrest not in casebook.in_force().accepted
    assert take(casebook, rows[:1]).appended.total == 0


def test_what_a_person_wrote_into_the_tables_file_stays(make: Make, take: Take, rows: Rows) -> None:
    casebook = make("one")
    take(casebook, rows[:1])
    [path] = (casebook.settings.folder / "claims.private/tables/people").glob("*.yaml")
    added = (
        "  - {key: mine, kind: age, value: 40, source: paper, nonce: 00112233445566778899aabb}\n"
    )
    path.write_text(path.read_text("utf-8") + added, encoding="utf-8")
    rows[0][ARREST] = "2020"
    take(casebook, rows[:1])
    assert "kind: age" in path.read_text("utf-8")
    assert casebook.problems == ()


def test_a_damaged_file_of_the_table_stops_everything(make: Make, take: Take, rows: Rows) -> None:
    casebook = make("one")
    take(casebook, rows[:1])
    [path] = (casebook.settings.folder / "claims.private/tables/people").glob("*.yaml")
    path.write_text(path.read_text("utf-8") + "  - {key: x\n", encoding="utf-8")
    casebook.level()
    before = state(casebook)
    with pytest.raises(TableFilesDamaged, match=path.name):
        take(casebook, rows)
    assert state(casebook) == before


@pytest.mark.parametrize(
    "stop", [("yaml", 1), ("yaml", 2), ("yaml", 3), ("yaml", 40), ("ledger", 2), ("ledger", 3)]
)
def test_stopped_anywhere_the_same_import_comes_to_the_same_end(
    make: Make, take: Take, rows: Rows, stop: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook = make("one", stop[0])
    left = [stop[1]]

    def failing(path: Path, text: str, write: Callable[..., None] = taking.write_text) -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(28, "No space left on device")
        write(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(taking, "write_text", failing)
        patch.setattr(recording, "write_text", failing)
        with pytest.raises(OSError, match="No space"):
            take(casebook, rows)
    report = take(casebook, rows)
    assert (report.problems, len(report.rows)) == ((), 100)
    said = [one for one in casebook.ledger().claims.values() if "row of" in one.passage.section]
    assert len(said) == CLAIMS
    assert len({one.subject for one in said}) == 100
    assert verify(casebook) == ()


@TRUTHS
def test_a_public_table_says_so_and_needs_no_nonce(
    make: Make, take: Take, rows: Rows, truth: str
) -> None:
    casebook = make("one", truth)
    take(casebook, rows[:1])
    other = make("two", truth, house="otherone")
    (other.settings.folder / "tables").mkdir()
    text = (casebook.settings.folder / "tables/people.toml").read_text("utf-8")
    public = text.replace('visibility = "team"', 'visibility = "public"')
    without_rows = public.partition("[rows]")[0]
    (other.settings.folder / "tables/people.toml").write_text(without_rows, "utf-8")
    report = take(other, rows[:5])
    said = [one for one in other.ledger().claims.values() if "row of" in one.passage.section]
    assert (len(said), {one.nonce for one in said}) == (report.counts["claims"], {""})
    assert all(one.startswith("claims/tables/people/") for one in report.files)
    assert not (other.settings.folder / "tables/.gitignore").exists()
    assert take(other, rows[:5]).appended.total == 0


@TRUTHS
def test_what_is_sealed_by_its_kind_stands_in_a_file_or_nowhere(
    make: Make, take: Take, truth: str
) -> None:
    casebook = make("one", truth)
    headings, cells = ["Имя", "Здоровье"], [["Гаева Вера", "needs glasses"]]
    take(casebook, cells, headings=headings)
    path = casebook.settings.folder / "tables/people.toml"
    text = path.read_text("utf-8").replace('"Здоровье" = ""', '"Здоровье" = "health.text"')
    path.write_text(text, "utf-8")
    report = take(casebook, cells, headings=headings)
    codes = [one.code for one in report.problems]
    assert codes == (["table.sealed"] if truth == "ledger" else [])
    assert report.counts["claims"] == (0 if truth == "ledger" else 1)
    assert "glasses" not in str([*report.problems, *report.notes])
    assert take(casebook, cells, headings=headings).appended.claims == 0
    assert not any(one.kind == "health" for one in casebook.ledger().claims.values())


def test_a_file_that_is_no_table_does_not_keep_the_others_out(make: Make, tmp_path: Path) -> None:
    casebook = make("one")
    (tmp_path / "bad.csv").write_text('a,b\n"x', encoding="utf-8")
    (tmp_path / "good.csv").write_text("Имя\nГаева Вера\n", encoding="utf-8")
    asked = Asked(date(2026, 11, 22), Recorded("2026-11-22T10:00:00Z", "editors"))
    paths = [tmp_path / "bad.csv", tmp_path / "good.csv"]
    taken = import_tables(casebook, paths, asked=asked)
    assert [one.code for one in taken.problems] == ["import.table"]
    assert [one.counts["new"] for one in taken.reports] == [1]
