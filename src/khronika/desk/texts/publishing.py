"""The yes of a second reader to a text.

Invariants:

- The yes is to the words that were read: a text that was changed since is asked about anew.
"""

from dataclasses import replace

from khronika.casebook.manuscript_writing import mark_of, write_draft
from khronika.desk.texts.reads import draft_of
from khronika.desk.visit import Visit
from khronika.desk.waiting.models import Asked
from khronika.review.second_reader import check_second
from khronika.schema.visibility import Visibility


def say_yes(row: Asked, visit: Visit) -> bool:
    """Open the text; False where it is no longer what was asked about, and the question is gone.

    Raises `SamePerson`.
    """
    check_second(row.by, visit.known.hand)
    casebook = visit.archive.casebook
    ledger = visit.snapshot.in_force.ledger
    found = next(
        (one for one in casebook.manuscripts(ledger=ledger) if one.file == row.target), None
    )
    path = casebook.settings.folder / row.target
    row.delete()
    if found is None or found.prose.subject is None or mark_of(path) != row.mark:
        return False
    draft = draft_of(found, found.prose.subject, found.prose.lang)
    opened = replace(draft, slot=found.prose.slot, visibility=Visibility.PUBLIC)
    write_draft(casebook.settings.folder, opened, over=row.mark)
    return True
