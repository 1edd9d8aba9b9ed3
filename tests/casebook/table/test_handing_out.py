"""The same columns go out again, and coming back they add nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders import a_decision
from khronika.casebook.casebook import Casebook
from khronika.casebook.redacting import Grave, redact
from khronika.casebook.table.handing_out import NotHandedOut, export_table
from khronika.casebook.table.reader import read_table
from khronika.casebook.table.remembered import BadTable
from khronika.schema.decision import Verb
from tabled import ARREST, HEADINGS, STATUS, Rows, Take, claims_of, decide

TODAY = date(2026, 11, 22)
Make = Callable[..., Casebook]


def handed_out(casebook: Casebook, path: Path, *, everything: bool = True) -> dict[str, Rows]:
    """The rows of the export by their key, headings under ''."""
    export_table(casebook, path, today=TODAY, everything=everything)
    sheet = read_table(path.read_bytes(), place="out")
    rows = {
        row.cells["Имя"].text: [
            row.cells[one].text if one in row.cells else "" for one in sheet.headings
        ]
        for row in sheet.rows
    }
    return {"": list(sheet.headings), **rows}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "kept", [("yaml", "people.csv"), ("yaml", "people.xlsx"), ("ledger", "people.csv")]
)
def test_what_goes_out_and_comes_back_adds_nothing(
    make: Make, take: Take, rows: Rows, kept: tuple[str, str], tmp_path: Path
) -> None:
    truth, file = kept
    casebook = make("one", truth)
    take(casebook, rows)
    if truth == "ledger":
        decide(casebook, *(a_decision(Verb.ACCEPT, one) for one in casebook.ledger().claims))
    (tmp_path / "out").mkdir()
    out = handed_out(casebook, tmp_path / "out" / file)
    assert (out[""], len(out)) == (HEADINGS, 101)
    back = take(casebook, list(out.values())[1:], file=file)  # type: ignore[arg-type]
    assert (back.counts["unchanged"], back.appended.claims, back.appended.decisions) == (100, 0, 0)
    assert back.problems == ()


def test_what_others_know_better_goes_out_and_does_not_come_back_as_ours(
    make: Make, take: Take, tmp_path: Path
) -> None:
    casebook = make("one")
    headings = ["Имя", "Рождение", "Арест", "Срок"]
    take(casebook, [["Гаева Вера", "", "2022-08", "9 лет"]], headings=headings)
    [(_, name)] = claims_of(casebook, "Гаева Вера", "name")
    (casebook.settings.folder / "claims" / "gaeva.yaml").write_text(
        f"subject: person\nid: {name.subject.rsplit('/', 1)[1]}\nclaims:\n"
        "  - {key: born, kind: birth, date: 1980-05-01, source: paper}\n"
        "  - {key: arrest, kind: arrest, date: 2022-08-30, source: paper}\n"
        "  - {key: term, kind: ruling, term: 6y, source: paper}\n",
        encoding="utf-8",
    )
    out = handed_out(casebook, tmp_path / "out.csv")
    row = out["Гаева Вера"]
    assert row == ["Гаева Вера", "1980-05-01", "2022-08-30", "6 лет | 9 лет"]
    back = take(casebook, [row], headings=headings)  # type: ignore[list-item]
    assert (back.appended.claims, back.problems) == (0, ())
    row[1:3] = ["1 мая 1980", "30.08.2022"]  # as a spreadsheet or a person writes it anew
    assert take(casebook, [row], headings=headings).appended.claims == 0  # type: ignore[list-item]


def test_a_corrected_cell_of_an_export_is_taken_as_ours(
    make: Make, take: Take, rows: Rows, tmp_path: Path
) -> None:
    casebook = make("one")
    take(casebook, rows)
    out = list(handed_out(casebook, tmp_path / "out.csv").values())[1:]
    out[0][ARREST] = "2019-12-31"  # type: ignore[call-overload]
    back = take(casebook, out)  # type: ignore[arg-type]
    assert (back.counts["claims"], back.counts["put-aside"]) == (1, 1)


def test_what_only_the_table_holds_goes_back_to_those_who_keep_it(
    make: Make, take: Take, rows: Rows, tmp_path: Path
) -> None:
    casebook = make("one")
    rows[0][ARREST] = "when the river froze"
    take(casebook, rows)
    out = handed_out(casebook, tmp_path / "out.csv")
    assert out["Белова Анна"][2:4] == ["ж", "Верхнереченский край"]
    assert out["Белова Анна"][ARREST] == "when the river froze"
    assert out["Белова Вера"][STATUS] == "В колонии"


def test_what_was_redacted_goes_out_nowhere(
    make: Make, take: Take, rows: Rows, tmp_path: Path
) -> None:
    casebook = make("one")
    take(casebook, rows[:2])
    [(arrest, _)] = claims_of(casebook, "Белова Анна", "arrest")
    redact(casebook, arrest, grave=Grave("safety", "2026-11-22", "ab" * 16))
    assert handed_out(casebook, tmp_path / "out.csv")["Белова Анна"][ARREST] == ""


def test_without_everything_only_what_may_be_published_leaves(
    make: Make, take: Take, rows: Rows, tmp_path: Path
) -> None:
    casebook = make("one")
    take(casebook, rows)
    done = export_table(casebook, tmp_path / "out.csv", today=TODAY)
    assert (done.rows, done.withheld) == (0, 100)
    assert "Белова" not in (tmp_path / "out.csv").read_text("utf-8")


def test_a_formula_in_a_name_leaves_as_words(make: Make, take: Take, tmp_path: Path) -> None:
    casebook = make("one")
    take(casebook, [["=HYPERLINK(1) Анна"]], headings=["Имя"])
    export_table(casebook, tmp_path / "out.csv", today=TODAY, everything=True)
    assert "\r\n'=HYPERLINK" in (tmp_path / "out.csv").read_bytes().decode("utf-8")


def test_a_file_that_is_there_is_never_overwritten(
    make: Make, take: Take, rows: Rows, tmp_path: Path
) -> None:
    casebook = make("one")
    take(casebook, rows[:1])
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(NotHandedOut, match="there already"):
        export_table(casebook, tmp_path / "out.csv", today=TODAY)
    assert (tmp_path / "out.csv").read_text() == "mine"


def test_which_table_is_asked_when_there_are_several_or_none(
    make: Make, take: Take, rows: Rows, tmp_path: Path
) -> None:
    casebook = make("one")
    target = tmp_path / "out.csv"
    with pytest.raises(NotHandedOut, match="Import one first"):
        export_table(casebook, target, today=TODAY)
    take(casebook, rows[:1])
    take(casebook, rows[1:2], file="others.csv")
    with pytest.raises(NotHandedOut, match="others, people"):
        export_table(casebook, target, today=TODAY)
    with pytest.raises(BadTable, match="No table 'nobody'"):
        export_table(casebook, target, today=TODAY, name="nobody")
    assert export_table(casebook, target, today=TODAY, name="others", everything=True).rows == 1
