"""Writes a remembered table out again, with the same columns, from what is known today.

Invariants:

- Unless everything is asked for, what leaves came through clearance, and columns that are not
  recorded leave empty.
- Taking back in what was written for ourselves adds nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.level import loader_of
from khronika.casebook.settings import PolicyName
from khronika.casebook.table.cell import read_cell
from khronika.casebook.table.cell_said import Reading
from khronika.casebook.table.csv_form import write_csv
from khronika.casebook.table.known import known_of, recorded_rows
from khronika.casebook.table.people import key_of
from khronika.casebook.table.reader import read_table
from khronika.casebook.table.remembered import (
    NEW,
    TABLES,
    BadTable,
    Remembered,
    find_table,
    tables_of,
)
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.showing import Showing, own_claims
from khronika.casebook.table.target import read_target
from khronika.casebook.table.xlsx_form import write_xlsx
from khronika.casebook.writes import write_whole
from khronika.casebook.yaml_form.claim_entry import read_id
from khronika.clearance.clear import clear
from khronika.clearance.policy import Policy
from khronika.dossier.accepted import material_of
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.dossier.sameness import sameness
from khronika.errors import KhronikaError
from khronika.ledger.in_force import InForce
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.visibility import Use
from khronika.values.language import SOURCE_LANGUAGE
from khronika.values.wording import Wording

SUFFIXES = frozenset({".csv", ".xlsx"})
_JOINT = " / "


class NotHandedOut(KhronikaError):
    """The table could not be written; nothing was."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """How many rows were written, how many stayed here, and in how many columns."""

    rows: int
    withheld: int
    columns: int


def export_table(
    casebook: Casebook, target: Path, *, today: date, name: str = "", everything: bool = False
) -> HandedOut:
    """Write the table to this new .csv or .xlsx; raises `NotHandedOut` or `BadTable`."""
    if target.exists():
        raise NotHandedOut(f"{target} is there already; nothing was written. Name a new file.")
    table = _chosen(casebook.settings.folder, name)
    in_force = casebook.in_force()
    source = subject_id(casebook.settings.id, SubjectKind.SOURCE, table.source)
    before = _last_sheet(casebook, in_force, source, table)
    rows = _rows(casebook, in_force, table, before)
    material = material_of(in_force) if everything else _cleared(casebook, in_force, today)
    shown = _shown(material, table, source, people=frozenset(rows.values()), today=today)
    kept = _silent(before, table, _reading(casebook, today)) if everything else {}
    records = [
        _record(key, shown[person], table, kept) for key, person in rows.items() if person in shown
    ]
    write = write_xlsx if target.suffix.lower() == ".xlsx" else write_csv
    write_whole(target, write(list(table.columns), records))
    return HandedOut(len(records), len(rows) - len(records), len(table.columns))


def _chosen(folder: Path, name: str) -> Remembered:
    names = tables_of(folder)
    if not name and len(names) != 1:
        known = f"Name one of them: {', '.join(names)}." if names else "Import one first."
        raise NotHandedOut(f"{len(names)} tables are remembered here. {known}")
    table = find_table(folder, name or names[0])
    if table is None:
        raise BadTable(f"No table {name!r} is remembered in {TABLES}/.")
    return table


def _rows(
    casebook: Casebook, in_force: InForce, table: Remembered, before: Mapping[str, object]
) -> Mapping[str, SubjectId]:
    """Who each row is, in the order of the table as it last came in, then by key."""
    house = casebook.settings.id
    source = subject_id(house, SubjectKind.SOURCE, table.source)
    told = {
        key: read_id(said, SubjectKind.PERSON, house=house)
        for key, said in table.rows.items()
        if said not in {"", NEW}
    }
    rows = {**recorded_rows(known_of(in_force, source)), **told}
    order = [*(key for key in before if key in rows), *sorted(rows.keys() - before.keys())]
    kept: dict[SubjectId, str] = {}
    for key in order:
        kept.setdefault(rows[key], key)  # an earlier key of somebody's row is no second row
    return {key: person for person, key in kept.items()}


def _cleared(casebook: Casebook, in_force: InForce, today: date) -> Material:
    policy = Policy(already_public=casebook.settings.policy is PolicyName.ALREADY_PUBLIC)
    return clear(in_force, use=Use.PUBLIC, policy=policy, today=today).material


def _shown(
    material: Material,
    table: Remembered,
    source: SubjectId,
    *,
    people: frozenset[SubjectId],
    today: date,
) -> Mapping[SubjectId, Mapping[str, str]]:
    """What is written into the row of each of these people of whom anything may be."""
    joined = sameness(material.decisions)
    dossiers = fold(material, as_of=today).people
    own = own_claims(row for row in material.claims.items() if row[1].passage.source == source)
    showing = Showing(table.columns, Wording.of(table.lang or SOURCE_LANGUAGE), own)
    return {
        one: showing.row(dossiers[joined.of(one)])
        for one in sorted(people)
        if joined.of(one) in dossiers
    }


def _record(
    key: str,
    shown: Mapping[str, str],
    table: Remembered,
    kept: Mapping[str, Mapping[str, str]],
) -> list[str]:
    """The row: its key as it was, what is known, and what only the table itself holds."""
    parts = key.split(_JOINT) if len(table.key) > 1 else [key]
    named = dict(zip(table.key, parts, strict=False)) if len(parts) == len(table.key) else {}
    texts = {**kept.get(key, {}), **{one: text for one, text in shown.items() if text}, **named}
    return [texts.get(heading, "") for heading in table.columns]


def _reading(casebook: Casebook, today: date) -> Reading:
    return Reading(today, loader_of(casebook.settings, tombstones=frozenset()).known_article)


def _silent(
    before: Mapping[str, Mapping[str, str]], table: Remembered, reading: Reading
) -> Mapping[str, Mapping[str, str]]:
    """The texts of cells that gave no statement, which only the table itself holds.

    What did give one leaves as a statement or not at all: it may have been redacted since.
    """
    targets = {one: read_target(said) for one, said in table.columns.items() if said}
    return {
        key: {
            heading: text
            for heading, text in texts.items()
            if heading not in targets or not read_cell(Cell(text), targets[heading], reading).said
        }
        for key, texts in before.items()
    }


def _last_sheet(
    casebook: Casebook, in_force: InForce, source: SubjectId, table: Remembered
) -> Mapping[str, Mapping[str, str]]:
    """The texts of the table as it last came in, by the key of the row."""
    held = [one for one in in_force.ledger.holdings.values() if one.source == source]
    there = [one for one in held if casebook.vault.has(one.sha256)]
    if not there:
        return {}
    last = max(there, key=lambda one: (one.got_at, one.sha256))
    sheet = read_table(casebook.vault.get(last.sha256), place=table.name, sheet=table.sheet)
    return {
        key_of(row, table.key): {one: cell.text for one, cell in row.cells.items()}
        for row in sheet.rows
    }
