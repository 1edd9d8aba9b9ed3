"""What was done with a table, in words and as JSON."""

from collections.abc import Iterable, Iterator

from khronika.casebook.importing import Imported
from khronika.casebook.table.remembered import Remembered
from khronika.casebook.table.report import ColumnReport, RowReport, TableReport
from khronika.casebook.table.taking import Taken
from khronika.cli.taken_in import taken_in
from khronika.errors import Problem
from khronika.ledger.store import Appended
from khronika.values.json_value import Json
from khronika.values.wording import Wording


def imported_lines(imported: Imported, taken: Taken, wording: Wording) -> Iterator[str]:
    """What came of the tables; and of everything else, where anything else was given."""
    if imported != Imported() or not taken.reports:
        yield from taken_in(imported.appended, imported.files, wording)
    for report in taken.reports:
        yield from table_lines(report, wording)


def table_lines(report: TableReport, wording: Wording) -> Iterator[str]:
    """How many rows came to what, how many statements are new, and where it is remembered."""
    said = wording.gettext(
        "{table}: rows {rows}. New {new}, changed {changed}, unchanged {unchanged}, "
        "waiting {waiting}, not taken {refused}."
    )
    counts = {name.replace("-", "_"): count for name, count in report.counts.items()}
    yield said.format(table=report.table, **counts)
    said = wording.gettext(
        "Statements: new {claims}, put aside {put_aside}. Emptied cells that were left: {emptied}."
    )
    yield said.format(**counts)
    yield from (f"  {file}" for file in (report.file, *report.files))


def column_lines(columns: Iterable[ColumnReport], wording: Wording) -> Iterator[str]:
    """What each column is read as."""
    silent = wording.gettext("not recorded")
    for column in columns:
        why = f" ({column.why})" if column.why else ""
        yield f"{column.heading}: {column.target or silent}{why}"


def column_json(table: Remembered, columns: Iterable[ColumnReport]) -> Json:
    """What each column is read as, for machines."""
    return {"table": table.name, "key": list(table.key), "columns": [*map(_column, columns)]}


def imported_json(imported: Imported, taken: Taken) -> Json:
    """Everything an import did, for machines."""
    return {
        "new": _appended(imported.appended),
        "files": list(imported.files),
        "notes": [*map(_problem, sorted((*imported.notes, *taken.notes)))],
        "tables": [_table(one) for one in taken.reports],
        "problems": [*map(_problem, sorted((*imported.problems, *taken.problems)))],
    }


def _table(report: TableReport) -> Json:
    return {
        "table": report.table,
        "counts": dict(report.counts),
        "new": _appended(report.appended),
        "columns": [_column(one) for one in report.columns],
        "rows": [_row(one) for one in report.rows],
        "gone": list(report.gone),
        "files": [report.file, *report.files],
    }


def _row(row: RowReport) -> Json:
    return {
        "row": row.number,
        "key": row.key,
        "outcome": row.outcome.value,
        "person": row.person,
        "added": row.added,
        "put_aside": row.replaced,
        "emptied": row.emptied,
        "looks_like": list(row.looks_like),
    }


def _column(column: ColumnReport) -> Json:
    return {"heading": column.heading, "target": column.target, "why": column.why}


def _appended(new: Appended) -> Json:
    return {
        "sources": new.sources,
        "holdings": new.holdings,
        "claims": new.claims,
        "decisions": new.decisions,
    }


def _problem(problem: Problem) -> Json:
    return {
        "place": problem.place,
        "code": problem.code,
        "message": problem.message,
        "remedy": problem.remedy,
    }
