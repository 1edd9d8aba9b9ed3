"""Takes a table in and hands the record out, by the same rooms as the commands.

Invariants:

- What a table brings waits for an editor, like all that comes in as a file.
- What goes out is no wider than what whoever asks may see: a support group gets what anybody may
  know of its own people; everything leaves for editors alone.
"""

import io
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from khronika.casebook.exporting import export
from khronika.casebook.table.handing_out import export_table
from khronika.casebook.table.report import TableReport
from khronika.casebook.table.taking import Opened, import_table, remember_table
from khronika.casebook.table.target import read_target
from khronika.desk.archive import ReadOnly
from khronika.desk.exchange import reads
from khronika.desk.exchange.forms import EVERYTHING, PACKAGE, PUBLIC, YAML
from khronika.desk.rules import EDITORS, Role
from khronika.desk.visit import Visit

_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip knows, so that it tells none


def remember(
    visit: Visit,
    there: Opened,
    *,
    columns: Mapping[str, str],
    key: Sequence[str],
    rows: Mapping[str, str],
) -> None:
    """Write down how the table is read; raises `ReadOnly` or `BadTarget`."""
    _refuse_read_only(visit)
    for said in filter(None, columns.values()):
        read_target(said)
    table = replace(
        there.table,
        columns={**there.table.columns, **columns},
        key=tuple(key) or there.table.key,
        rows={**there.table.rows, **rows},
    )
    remember_table(visit.archive.casebook, replace(there, table=table))


def take(visit: Visit, path: Path, table: str) -> TableReport:
    """Take the table in; raises `ReadOnly`, and what the room of tables raises."""
    _refuse_read_only(visit)
    return import_table(
        visit.archive.casebook, path, asked=reads.asked(visit, table, dry_run=False)
    )


def _refuse_read_only(visit: Visit) -> None:
    if not visit.may_write:
        raise ReadOnly


def extent_for(visit: Visit, wanted: str) -> str:
    """How far an export goes for this visitor."""
    return EVERYTHING if wanted == EVERYTHING and visit.role in EDITORS else PUBLIC


def handed_out(visit: Visit, form: str, *, extent: str, table: str) -> tuple[str, bytes]:
    """The name and the bytes of what goes out."""
    day, everything = visit.today.isoformat(), extent_for(visit, extent) == EVERYTHING
    casebook = visit.archive.casebook
    case = visit.known.case if visit.role is Role.SUPPORT else ""
    with tempfile.TemporaryDirectory(prefix="khronika-") as room:
        if form in {PACKAGE, YAML}:
            target = Path(room) / ("record" if form == YAML else f"{form}-{day}.zip")
            export(
                casebook, target, day=day, everything=everything, as_yaml=form == YAML, case=case
            )
        else:
            target = Path(room) / f"{table or 'table'}-{day}.{form}"
            export_table(casebook, target, today=visit.today, name=table, everything=everything)
        if target.is_dir():
            return f"{form}-{day}.zip", _zipped(target)
        return target.name, target.read_bytes()


def _zipped(folder: Path) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _DAY)
            packed.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()
