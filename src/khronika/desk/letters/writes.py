"""Notes letters and what became of them, and forgets what is old."""

from datetime import date, timedelta

from khronika.desk.letters.models import Letter
from khronika.schema.subject import SubjectId

KEPT = timedelta(days=730)  # the group's own business is forgotten after 24 months


def note_sent(person: SubjectId, channel: str, *, on: date, today: date) -> None:
    """A letter went."""
    forget(today)
    Letter.objects.create(person=person, channel=channel, sent=on)


def note_outcome(letter: Letter, outcome: str, *, today: date) -> None:
    """An answer came, or the letter came back."""
    letter.outcome = outcome
    letter.outcome_day = today
    letter.save()


def forget(today: date) -> None:
    """Let go of what is older than we keep it."""
    Letter.objects.filter(sent__lt=today - KEPT).delete()
