"""Takes a table in: a row a person, a cell a claim, and the same table again without a difference.

Invariants:

- The whole import is worked out before anything is written, and a dry run is that work alone.
- Order of writing: the bytes, how the table is read, the record, who its rows are. Whatever stops
  the program between two of these, the same import again comes to the same end.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.level import loader_of
from khronika.casebook.reading import read_casebook
from khronika.casebook.table.cell_said import Reading
from khronika.casebook.table.first_reading import columns_of, first_reading, with_columns
from khronika.casebook.table.known import known_of, people_of, recorded_rows
from khronika.casebook.table.people import Placed, Register, names_of
from khronika.casebook.table.plan import Planner, RowPlan, Shown
from khronika.casebook.table.reader import read_table, table_bytes
from khronika.casebook.table.recording import (
    Coming,
    TableFiles,
    TableFilesDamaged,
    Written,
    claims_batch,
    record,
    source_batch,
    table_files,
)
from khronika.casebook.table.remembered import (
    NEW,
    TABLES,
    BadTable,
    Remembered,
    find_table,
    table_file,
    table_name,
    table_text,
)
from khronika.casebook.table.report import TableReport, column_notes, row_problem
from khronika.casebook.table.sheet import Sheet, TableUnreadable
from khronika.casebook.table.showing import Showing, own_claims
from khronika.casebook.tombstones import read_tombstones
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.claim_text import short
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.errors import Problem
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Recorded
from khronika.schema.subject import SubjectId, SubjectKind, slug_of, subject_id
from khronika.schema.visibility import Visibility
from khronika.values.language import SOURCE_LANGUAGE
from khronika.values.wording import Wording


@dataclass(frozen=True, slots=True)
class Asked:
    """How a table is to be taken: the day it is, and what was said beside the file.

    `name` is the remembered table this is; empty: the one named as the file is.
    """

    today: date
    recorded: Recorded
    name: str = ""
    title: str = ""
    drop_emptied: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A table file that was read: its bytes, its cells, and how they are to be read."""

    place: str
    data: bytes
    sheet: Sheet
    table: Remembered
    is_new: bool


def open_table(casebook: Casebook, path: Path, *, asked: Asked) -> Opened:
    """Read the file, and recall or propose how it is read; writes nothing."""
    data = table_bytes(path)
    folder = casebook.settings.folder
    name = asked.name or table_name(asked.title or path.stem)
    table = find_table(folder, name)
    sheet = read_table(data, place=path.name, sheet=table.sheet if table else "")
    if table:
        return Opened(path.name, data, sheet, table, is_new=False)
    made = first_reading(
        sheet,
        name=name,
        title=asked.title or path.stem,
        languages=casebook.settings.languages,
        mint=casebook.mint or random_nonce,
    )
    return Opened(path.name, data, sheet, made, is_new=True)


def remember_table(casebook: Casebook, opened: Opened) -> Path:
    """Write down how the table is read, so that it can be looked at before anything is taken."""
    table, notes = with_columns(opened.table, opened.sheet)
    _write(casebook, table_text(table, why=notes, looks_like={}), table)
    return table_file(casebook.settings.folder, table.name)


def import_table(casebook: Casebook, path: Path, *, asked: Asked) -> TableReport:
    """Take the table in; raises `TableUnreadable`, `BadTable` or `TableFilesDamaged`."""
    opened = open_table(casebook, path, asked=asked)
    casebook.level()
    work = _Work(casebook, opened, asked)
    placed = work.register().place(opened.sheet.rows)
    plans = work.planner().rows(opened.sheet, placed)
    written = work.write(plans, placed)
    return work.report(placed, plans, written)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done with each table, and all that was wrong, files that are none among it."""

    reports: tuple[TableReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def import_tables(casebook: Casebook, paths: Iterable[Path], *, asked: Asked) -> Taken:
    """Take each in; a file that is no table gives nothing, and the others are taken."""
    reports: list[TableReport] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            reports.append(import_table(casebook, path, asked=asked))
        except (TableUnreadable, BadTable, TableFilesDamaged) as error:
            problems.append(Problem(path.name, "import.table", str(error)))
    problems += [problem for one in reports for problem in one.problems]
    notes = [note for one in reports for note in one.notes]
    return Taken(tuple(reports), tuple(sorted(problems)), tuple(sorted(notes)))


class _Work:
    """One import while it is done."""

    def __init__(self, casebook: Casebook, opened: Opened, asked: Asked) -> None:
        self.casebook, self.opened, self.asked = casebook, opened, asked
        self.table = opened.table
        house = casebook.settings.id
        self.source = subject_id(house, SubjectKind.SOURCE, self.table.source)
        self.files: TableFiles = table_files(casebook, self.table)
        # What is sealed stands in the files alone, and is known to the table all the same.
        ledger = casebook.store.read() | self.files.ledger
        self.in_force = InForce(ledger, standing=casebook.standing)
        self.known = known_of(self.in_force, self.source)
        self.recorded_rows = recorded_rows(self.known)

    def register(self) -> Register:
        return Register(
            house=self.casebook.settings.id,
            table=self.table,
            recorded=self.recorded_rows,
            names=names_of(self.in_force),
            people=people_of(self.in_force),
            mint=self.casebook.mint or random_nonce,
        )

    def planner(self) -> Planner:
        settings = self.casebook.settings
        tombstones = read_tombstones(settings.folder) | self.in_force.ledger.tombstones
        loader = loader_of(settings, tombstones=tombstones)
        return Planner(
            table=self.table,
            source=self.source,
            place=self.opened.place,
            reading=Reading(self.asked.today, loader.known_article),
            known=self.known,
            shown=_shown(self.in_force, self.table, today=self.asked.today, known=self.known),
            tombstones=tombstones,
            keeps_sealed=self.casebook.standing,
            drop_emptied=self.asked.drop_emptied,
        )

    def write(self, plans: Iterable[RowPlan], placed: Iterable[Placed]) -> Written:
        """Write everything, in the order in which it may be stopped."""
        plans, asked, data = tuple(plans), self.asked, self.opened.data
        table, notes = with_columns(self.table, self.opened.sheet)
        ledger = self.in_force.ledger
        digest = sha256(data).hexdigest()
        batch = source_batch(ledger, table, self.source, sha256=digest, recorded=asked.recorded)
        batch |= claims_batch(plans, table, recorded=asked.recorded)
        if not asked.dry_run:
            self.casebook.vault.put(data)
            _write(self.casebook, table_text(table, why=notes, looks_like={}), table)
        replaced = tuple(one for plan in plans for one in plan.replaced)
        coming = Coming(batch, replaced, asked.recorded)
        written = record(self.casebook, coming, files=self.files, dry_run=asked.dry_run)
        if not asked.dry_run:
            named, looks_like = _with_rows(table, placed, house=self.casebook.settings.id)
            text = table_text(named, why=notes, looks_like=looks_like)
            _write(self.casebook, text, named)
        return written

    def report(
        self, placed: Iterable[Placed], plans: Iterable[RowPlan], written: Written
    ) -> TableReport:
        placed, plans, opened = tuple(placed), tuple(plans), self.opened
        file = f"{TABLES}/{self.table.name}.toml"
        columns = columns_of(opened.sheet, self.table)
        troubled = [row_problem(opened.place, one, file) for one in placed if one.trouble]
        notes = [*opened.sheet.notes, *column_notes(opened.place, columns)]
        keys, people = {one.key for one in placed}, {one.person for one in placed}
        rows = self.recorded_rows.items()
        gone = tuple(sorted(key for key, who in rows if key not in keys and who not in people))
        return TableReport(
            table=self.table.name,
            file=file,
            columns=columns,
            rows=tuple(plan.report for plan in plans),
            appended=written.appended,
            gone=gone,
            files=written.files,
            problems=tuple(
                sorted(
                    (
                        *troubled,
                        *(one for plan in plans for one in plan.problems),
                        *_elsewhere(opened.place, written),
                    )
                )
            ),
            notes=tuple(sorted([*notes, *_gone(opened.place, gone)])),
        )


def _shown(
    in_force: InForce, table: Remembered, *, today: date, known: Mapping[SubjectId, object]
) -> Shown:
    """What we would write into the row of a person who is here."""
    reading = read_casebook(in_force, as_of=today)
    told = set(table.rows.values())
    people = {one for one in people_of(in_force) if one in known or {one, slug_of(one)} & told}
    dossiers = reading.fold(people).people
    claims = reading.material.claims
    source = [row for row in claims.items() if row[1].passage.source.endswith(f"/{table.source}")]
    wording = Wording.of(table.lang or SOURCE_LANGUAGE)
    showing = Showing(table.columns, wording, own_claims(source))

    def shown(person: SubjectId) -> Mapping[str, str]:
        dossier = dossiers.get(reading.person(person))
        return showing.row(dossier) if dossier else {}

    return shown


def _with_rows(
    table: Remembered, placed: Iterable[Placed], *, house: str
) -> tuple[Remembered, Mapping[str, str]]:
    """The table with who its rows are, and beside each that waits whom it looks like."""
    rows, notes = dict(table.rows), {}
    for one in placed:
        if one.person and not one.trouble and (rows.get(one.key, "") in {"", NEW}):
            rows[one.key] = short(one.person, house)
        elif one.trouble == "looks-like":
            rows.setdefault(one.key, "")
            notes[one.key] = (
                f"probably {', '.join(slug_of(SubjectId(near)) for near in one.looks_like)}"
            )
    return replace(table, rows=rows), notes


def _write(casebook: Casebook, text: str, table: Remembered) -> None:
    folder = casebook.settings.folder
    ignore = folder / TABLES / ".gitignore"
    if table.visibility is not Visibility.PUBLIC and not ignore.exists():
        write_text(ignore, "*\n!.gitignore\n")  # names stand in these files
    path = table_file(folder, table.name)
    if not path.exists() or path.read_bytes() != text.encode("utf-8"):
        write_text(path, text)


def _elsewhere(place: str, written: Written) -> list[Problem]:
    message = "The table changed, but what it said before stands in a file of yours."
    remedy = "Take it out there, or reject it."
    return [Problem(place, "table.elsewhere", message, remedy) for _ in written.elsewhere[:1]]


def _gone(place: str, gone: Iterable[str]) -> list[Problem]:
    count = len(tuple(gone))
    message = f"Rows that are no longer in the table: {count}. What they said stays."
    remedy = "If somebody is not to be listed, decide so; a missing row decides nothing."
    return [Problem(place, "table.rows-gone", message, remedy)] if count else []
