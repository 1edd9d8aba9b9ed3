"""Archives as files: a record in each row, read into columns that can be compared.

The headings are those of `people_file.yaml`. A file that holds whole names alone is read too: the
word that is a given name is one, the patronymic is known by its ending, the rest is the surname.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from khronika.identity.linkage.columns import Columns, columns_of
from khronika.identity.people_file import NoNames, column_of
from khronika.identity.prepared import prepare


def read_records(files: Iterable[Path]) -> Iterator[Columns]:
    """The records of the files in their order; of several files, an id has its file's name before.

    Raises `NoNames` for a file without a column of names.
    """
    files = tuple(files)
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            before = f"{file.stem}/" if len(files) > 1 else ""
            yield from _records(lines, str(file), before)


def _records(lines: Iterable[str], place: str, before: str) -> Iterator[Columns]:
    rows = csv.reader(lines)
    columns = [column_of(heading) for heading in next(rows, [])]
    if not {"name", "surname"} & set(columns):
        raise NoNames(place)
    for number, cells in enumerate(rows, 2):
        row = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
        yield columns_of(f"{before}{row.get('id') or number}", _with_parts(row))


def _with_parts(row: Mapping[str, str]) -> Mapping[str, str]:
    if row.get("surname") or not row.get("name"):
        return row
    name = prepare(row["name"])
    given = next((one for one in name.free if one.names), None)
    given = given or next((one for one in name.free[1:] if not one.is_surname), None)
    rest = [one.shown for one in name.free if one is not given]
    return {
        **row,
        "surname": " ".join(rest),
        "given": given.shown if given else "",
        "patronymic": name.patronymic.shown if name.patronymic else "",
    }
