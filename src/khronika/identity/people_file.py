"""Lists of people as files: a name in each row, and whatever else is known.

The columns are those of lists that are published: `name`, or `surname`, `given`, `patronymic`; an
`id`; a day of birth as `born`, `birth`, `dob`; `place` or `region`; `article`. Headings may be in
Russian (`people_file.yaml`); others are passed over.

A cell may hold the name and the rest as Rosfinmonitoring prints it: "РОЗОВ СТЕПАН ИЛЬИЧ*,
01.02.1990 г.р., г. МОСКВА": the name is what stands before the first comma that a number follows.

Invariants:

- What cannot be read as a date is left out, and nothing is guessed.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from khronika.errors import KhronikaError
from khronika.identity.candidates import Person
from khronika.identity.evidence import Facts
from khronika.identity.table import read_table
from khronika.values.date import PartialDate
from khronika.values.reading import NotUnderstood, read_date

_HEADINGS = cast("Mapping[str, list[str]]", read_table("people_file.yaml"))
_WITH_MORE = re.compile(r"\*?,(?=[^,\d]*\d)")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_COLUMNS = {spelt: column for column, all_ in _HEADINGS.items() for spelt in all_}


class NoNames(KhronikaError):
    """A list of people has no column of names."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place}: the first row names no column of names. Call it name, or surname, given and "
            "patronymic."
        )


def column_of(heading: str) -> str:
    """What a heading calls its column here; empty for one that is passed over."""
    return _COLUMNS.get(heading.strip().lower(), "")


def read_people_file(path: Path, *, today: date) -> Mapping[str, Person]:
    """The people of the list in this file; raises `NoNames`."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return read_people(lines, str(path), today=today)


def read_people(lines: Iterable[str], place: str, *, today: date) -> Mapping[str, Person]:
    """The people of the list by id, or by their row's number; raises `NoNames`."""
    rows = csv.reader(lines)
    columns = [column_of(heading) for heading in next(rows, [])]
    if not {"name", "surname"} & set(columns):
        raise NoNames(place)
    found: dict[str, Person] = {}
    for number, cells in enumerate(rows, 2):
        row = {
            c: cell.strip() for c, cell in zip(columns, cells, strict=False) if c and cell.strip()
        }
        if person := _person(row, today):
            found[row.get("id", str(number))] = person
    return found


def _person(row: Mapping[str, str], today: date) -> Person | None:
    parts = " ".join(row[part] for part in ("surname", "given", "patronymic") if part in row)
    name, _, rest = _WITH_MORE.sub("\n", row.get("name") or parts).partition("\n")
    if not name:
        return None
    inline = _DAY.search(rest)
    born = _date(row.get("born") or (inline[0] if inline else ""), today)
    return Person(
        (name,),
        Facts(
            births=(born,) if born else (),
            places=frozenset({row["place"]} if "place" in row else ()),
            articles=frozenset({row["article"]} if "article" in row else ()),
        ),
    )


def _date(text: str, today: date) -> PartialDate | None:
    try:
        return read_date(text, today=today).date if text else None
    except NotUnderstood:
        return None
