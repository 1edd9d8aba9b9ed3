"""Notes letters and what became of them; what an answer teaches goes into the record.

Invariants:

- An answer confirms the address by the one way into the record: a statement with the note it stands
  in. A volunteer's waits for an editor.
- An address that a letter came back from is held back by an editor's decision, which a new
  confirmation overtakes by being a new statement.
"""

from datetime import date

from khronika.casebook.adding import Described, note_call
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.logbook.letters.reads import newest_address
from khronika.desk.people.writes import Document, decide, state
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.schema.decision import Verb
from khronika.schema.passage import Passage
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Text, Value
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate


def note_sent(person: SubjectId, channel: str, *, on: date) -> None:
    """A letter went."""
    Letter.objects.create(person=person, channel=channel, sent=on)


def note_outcome(letter: Letter, outcome: str, *, on: date) -> None:
    """What became of it."""
    letter.outcome, letter.outcome_day = outcome, on
    letter.save()


def reply(letter: Letter, visit: Visit) -> None:
    """This visitor writes back, or says that somebody else should after all."""
    letter.replier = None if letter.replier_id == visit.known.pk else visit.known
    letter.save()


def confirm_address(dossier: Dossier, visit: Visit, *, on: date) -> bool:
    """State that the answer confirms the newest address; whether there was one to confirm."""
    entry = newest_address(dossier)
    if entry is None or not visit.may_write:
        return False
    fields: dict[str, Value] = {
        name: value
        for name in ("facility", "address")
        if isinstance(value := entry.value(name), Key | Text)
    }
    fields |= {
        "kind": Choice("address"), "checked": PartialDate.of(on), "checked-by": Choice("answer"),
    }  # fmt: skip
    state(dossier.person, [("support", fields)], _noted(visit, on), visit)
    return True


def _noted(visit: Visit, on: date) -> Document:
    """A note for the team that an answer came: what was in it is nobody's business."""
    words = visit.wording.gettext("An answer to a letter came on {day}.").format(
        day=visit.wording.day(on)
    )
    added = note_call(
        visit.archive.casebook, words,
        described=Described(title=words, lang=visit.language, level=SourceLevel.CLOSED),
        recorded=visit.recorded,
    )  # fmt: skip
    return Document(Passage(added.source, quote=words), Visibility.TEAM)


def hold_back(dossier: Dossier, visit: Visit) -> bool:
    """Keep the newest address from going out anywhere; whether there was one."""
    entry = newest_address(dossier)
    if entry is None or not visit.may_write:
        return False
    reason = visit.wording.gettext("A letter to this address came back.")
    decide(Verb.RESTRICT, entry.claims, visit, reason=reason, level=Visibility.TEAM.value)
    return True
