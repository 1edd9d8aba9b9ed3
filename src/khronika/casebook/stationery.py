"""What a group brings to its petitions: `petitions/addressees.csv` and `petitions/petition.docx`.

Invariants:

- A row with a cell that a spreadsheet would calculate is left out and named: nothing of it reaches
  a letter, and nobody who opens the merged file runs it.
- A template that cannot be filled is named, and our own takes its place; the rest is made.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from khronika.casebook.layout import PETITIONS
from khronika.casebook.table.csv_form import read_csv
from khronika.casebook.table.guard import guarded
from khronika.casebook.table.sheet import Row, TableUnreadable
from khronika.clearance.publication import Stationery
from khronika.editions.office import DOCX, Told, fault_of
from khronika.editions.petition.block import Document
from khronika.editions.petition.docx_form import SAMPLE, values_of
from khronika.errors import Problem
from khronika.solidarity.addressee import Addressee, Role
from khronika.values.language import LANGUAGES, SOURCE_LANGUAGE

ADDRESSEES = "addressees.csv"
TEMPLATE = "petition.docx"
MAX_TEMPLATE = 5_000_000  # bytes; a letterhead with a picture is a tenth of it


def read_stationery(folder: Path) -> tuple[Stationery, tuple[Problem, ...]]:
    """The stationery of the casebook in this folder, and what is wrong with it."""
    addressees, troubles = _addressees(folder / PETITIONS / ADDRESSEES)
    template, fault = _template(folder / PETITIONS / TEMPLATE)
    return Stationery(addressees, template), (*troubles, *fault)


def _addressees(path: Path) -> tuple[tuple[Addressee, ...], tuple[Problem, ...]]:
    place = f"{PETITIONS}/{ADDRESSEES}"
    if not path.is_file():
        return (), ()
    try:
        sheet = read_csv(path.read_bytes(), place=place)
    except TableUnreadable as why:
        return (), (Problem(place, "petition.unreadable", str(why)),)
    read = [_addressee(row, f"{place}, row {row.number}") for row in sheet.rows]
    return (
        tuple(sorted({one for one in read if isinstance(one, Addressee)})),
        tuple(one for one in read if isinstance(one, Problem)),
    )


def _addressee(row: Row, place: str) -> Addressee | Problem:
    cells = {name.casefold(): cell.text for name, cell in row.cells.items()}
    formulas = [name for name in sorted(cells) if guarded(cells[name]) != cells[name]]
    if formulas:
        what = f"The cell {formulas[0]!r} begins like a formula; the row was left out."
        return Problem(place, "petition.formula", what, "Write the words, without = + - @.")
    faults = [name for name, fault in _faults(cells) if fault]
    if faults:
        what = f"The cell {faults[0]!r} cannot be used; the row was left out."
        return Problem(place, "petition.addressee", what, _remedy(faults[0]))
    return Addressee(
        role=Role(cells["role"]),
        lang=cells["language"],
        name=cells["name"],
        lines=tuple(filter(None, map(str.strip, cells.get("address", "").split("|")))),
        salutation=cells.get("salutation", ""),
        checked=_day(cells.get("checked", "")),
    )


def _faults(cells: dict[str, str]) -> Iterator[tuple[str, bool]]:
    yield "role", cells.get("role", "") not in set(Role)
    yield "language", cells.get("language", "") not in LANGUAGES
    yield "name", not cells.get("name", "")
    said = cells.get("checked", "")
    yield "checked", bool(said) and _day(said) is None


def _remedy(name: str) -> str:
    remedies = {
        "role": f"Write one of {', '.join(Role)}.",
        "language": f"Write one of {', '.join(LANGUAGES)}.",
        "name": "Write the name of the office.",
        "checked": "Write the day as 2026-11-22, or leave it empty.",
    }
    return remedies[name]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _template(path: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """The template where there is one that can be filled, and where it could be tried."""
    if not path.is_file() or not DOCX.is_installed:
        return b"", ()
    place = f"{PETITIONS}/{TEMPLATE}"
    if path.stat().st_size > MAX_TEMPLATE:
        return b"", (_faulty(place, f"it is larger than {MAX_TEMPLATE:,} bytes"),)
    template = path.read_bytes()
    sample = values_of(Document("Ж", SOURCE_LANGUAGE, SAMPLE))
    fault = fault_of(template, sample, Told("Ж", SOURCE_LANGUAGE, date(2000, 1, 1)))
    return (b"", (_faulty(place, fault),)) if fault else (template, ())


def _faulty(place: str, why: str) -> Problem:
    return Problem(
        place,
        "petition.template",
        f"The template cannot be filled ({why}); petitions were made without it.",
        "Mend it: it sees title and blocks, each with kind, label and text.",
    )
