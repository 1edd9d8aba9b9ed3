"""Proposes how a table is read that nobody has described yet, and what changed since it was."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from khronika.casebook.slug import slug_of_title
from khronika.casebook.table.headings import guess_all, guess_key
from khronika.casebook.table.remembered import Remembered
from khronika.casebook.table.report import ColumnReport
from khronika.casebook.table.sheet import Sheet, TableUnreadable
from khronika.values.language import SOURCE_LANGUAGE

MARK = 4  # random characters behind the slug of the table's source


def first_reading(
    sheet: Sheet, *, name: str, title: str, languages: tuple[str, ...], mint: Callable[[], str]
) -> Remembered:
    """How this table is probably read; raises `TableUnreadable` when nothing names its rows."""
    guesses = guess_all(sheet.headings)
    key = guess_key(sheet.headings)
    if not key:
        reason = f"No column of {title} is known to hold names. Call one Name, Имя, Nom."
        raise TableUnreadable(name, reason)
    return Remembered(
        name=name,
        title=title,
        source=slug_of_title(title, mark=mint()[:MARK]),
        secret=mint(),
        key=key,
        columns={heading: guesses[heading].target for heading in sheet.headings},
        lang=_language(sheet, languages),
    )


def columns_of(sheet: Sheet, table: Remembered) -> tuple[ColumnReport, ...]:
    """Every column of the table and of what is remembered of it, and why some are not recorded."""
    guesses = guess_all(sheet.headings)
    found = []
    for heading in sheet.headings:
        target = table.columns.get(heading, "")
        silent = guesses[heading].why if heading in table.columns else "new"
        why = "" if target else silent
        found.append(ColumnReport(heading, target, why))
    gone = [one for one, said in table.columns.items() if said and one not in sheet.headings]
    return (*found, *(ColumnReport(one, table.columns[one], "gone") for one in gone))


def with_columns(table: Remembered, sheet: Sheet) -> tuple[Remembered, Mapping[str, str]]:
    """The table with its new columns, not recorded yet, and a note beside each that is not."""
    columns = {**dict.fromkeys(sheet.headings, ""), **table.columns}
    notes = {
        heading: f"probably {guess.target}" if guess.target else guess.why
        for heading, guess in guess_all(sheet.headings).items()
        if not columns[heading]
    }
    in_order = {**table.columns, **columns}
    return replace(table, columns=in_order), notes


def _language(sheet: Sheet, languages: tuple[str, ...]) -> str:
    """The language its words are probably in: Russian where most letters are Cyrillic."""
    letters = [
        one
        for row in sheet.rows[:100]
        for cell in row.cells.values()
        for one in cell.text
        if one.isalpha()
    ]
    cyrillic = sum("\u0400" <= one <= "\u04ff" for one in letters)
    if cyrillic * 2 > len(letters):
        return "ru"
    return next((one for one in languages if one != "ru"), SOURCE_LANGUAGE)
