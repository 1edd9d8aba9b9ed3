"""How an uploaded table would be read, and what taking it in would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.table.first_reading import columns_of
from khronika.casebook.table.report import Outcome, RowReport, TableReport
from khronika.casebook.table.taking import Asked, Opened, import_table, open_table
from khronika.casebook.table.target import STATUS
from khronika.desk.visit import Visit
from khronika.schema.kind import kinds
from khronika.schema.label import field_label, kind_label
from khronika.schema.subject import SubjectId, SubjectKind, slug_of
from khronika.values.sentence import N_

SHOWN = 200  # rows on one page; the counts are of all
OUTCOMES = {
    Outcome.NEW: N_("new"),
    Outcome.CHANGED: N_("changed"),
    Outcome.UNCHANGED: N_("unchanged"),
    Outcome.WAITING: N_("waits"),
    Outcome.REFUSED: N_("not taken"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number on the page, what it is read as, and an example of what it holds."""

    number: int
    heading: str
    target: str
    is_key: bool
    example: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """What would become of a row; `near` are people who may be its own, by slug and name."""

    number: int
    key: str
    outcome: str
    slug: str
    added: int
    put_aside: int
    near: tuple[tuple[str, str], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything the page shows before anything is written."""

    table: str
    columns: tuple[Column, ...]
    rows: tuple[RowShown, ...]
    counts: Mapping[str, int]
    problems: tuple[tuple[str, str, str], ...]


def asked(visit: Visit, table: str, *, dry_run: bool) -> Asked:
    """How the table is taken: by this visitor, today."""
    return Asked(visit.today, visit.recorded, name=table, dry_run=dry_run)


def opened(visit: Visit, path: Path, table: str) -> Opened:
    """The table as it lies there; raises what the room of tables raises."""
    return open_table(visit.archive.casebook, path, asked=asked(visit, table, dry_run=True))


def preview(visit: Visit, path: Path, table: str) -> Preview:
    """What would change; nothing is written."""
    there = opened(visit, path, table)
    report = import_table(visit.archive.casebook, path, asked=asked(visit, table, dry_run=True))
    return Preview(
        table=there.table.name,
        columns=_columns(there),
        rows=tuple(_row(one, there, visit) for one in report.rows[:SHOWN]),
        counts=report.counts,
        problems=told(report),
    )


def told(report: TableReport) -> tuple[tuple[str, str, str], ...]:
    """The trouble: where, what, and what to do."""
    return tuple((one.place, one.message, one.remedy) for one in report.problems[:SHOWN])


def _columns(there: Opened) -> tuple[Column, ...]:
    rows = there.sheet.rows
    found = columns_of(there.sheet, there.table)
    return tuple(
        Column(
            number,
            one.heading,
            one.target,
            one.heading in there.table.key,
            next((row.cells[one.heading].text for row in rows if one.heading in row.cells), "")[
                :60
            ],
        )
        for number, one in enumerate(found)
    )


def _row(row: RowReport, there: Opened, visit: Visit) -> RowShown:
    name = visit.reader.name
    near = tuple(
        (slug_of(SubjectId(one)), name(visit.snapshot.reading.person(SubjectId(one))))
        for one in row.looks_like
    )
    return RowShown(
        number=row.number,
        key=row.key,
        outcome=visit.wording.gettext(OUTCOMES[row.outcome]),
        slug=slug_of(row.person) if row.person and row.person in visit.snapshot.people else "",
        added=row.added,
        put_aside=row.replaced,
        near=near,
        said=there.table.rows.get(row.key, ""),
    )


def targets(language: str, used: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """What a column can be: the group it stands in, its value, its words."""
    found = [
        (
            kind_label(one.name, language),
            f"{one.name}.{field}",
            field_label(one.name, field, language),
        )
        for one in kinds().values()
        if SubjectKind.PERSON in one.about
        for field in one.fields
    ]
    known = {value for _, value, _ in found} | {STATUS, ""}
    others = [("", one, one) for one in sorted(set(used) - known)]
    return (*others, *found)
