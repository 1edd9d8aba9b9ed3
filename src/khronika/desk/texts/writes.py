"""Writes texts into the archive's folder.

Invariants:

- A text goes out only where an editor says so; what a volunteer writes is for the team until then.
- Who wrote or changed it stands beside it, so that they are no second reader of it.
"""

from dataclasses import replace

from khronika.casebook.manuscript_writing import Draft, write_draft
from khronika.desk.archive import ReadOnly
from khronika.desk.rules import EDITORS
from khronika.desk.second import is_alone
from khronika.desk.texts import reads
from khronika.desk.visit import Visit
from khronika.desk.waiting import asked
from khronika.schema.visibility import Visibility


def save(draft: Draft, visit: Visit, *, over: str, ask: bool) -> bool:
    """Write the text; whether it waits for a second reader. Raises `ChangedMeanwhile`."""
    if not visit.may_write:
        raise ReadOnly
    is_wanted = draft.visibility is Visibility.PUBLIC
    waits = is_wanted and (visit.role not in EDITORS or (ask and not is_alone(visit)))
    kept = replace(draft, visibility=Visibility.TEAM) if waits else draft
    file = write_draft(visit.archive.casebook.settings.folder, kept, over=over)
    asked.note_edit(file, visit)
    if waits:
        asked.ask_to_publish(file, reads.mark(kept, visit), visit, reason=draft.lang)
    return waits
