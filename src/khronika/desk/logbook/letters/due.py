"""Which letters ask for something: an answer to write back to, silence, an address that failed."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import Max

from khronika.desk.logbook.letters.models import Letter
from khronika.dossier.dossier import Dossier
from khronika.schema.subject import SubjectId

SILENT_AFTER = timedelta(days=90)  # paper post takes up to eight weeks each way
LONG_AGO = timedelta(days=60)


def last_letters() -> Mapping[str, date]:
    """The day of the last letter to each person, by the id it was noted under."""
    rows = Letter.objects.order_by().values_list("person").annotate(last=Max("sent"))
    return dict(rows)


def waited(
    people: Iterable[Dossier], last: Mapping[str, date] | None = None
) -> Mapping[SubjectId, date]:
    """The day of the last letter to each person, by whatever id an edition knows them."""
    last = last_letters() if last is None else last
    found: dict[SubjectId, date] = {}
    for dossier in people if last else ():
        days = [last[one] for one in dossier.joined if one in last]
        if days:
            found |= dict.fromkeys(dossier.joined, max(days))
    return found


def to_answer(last: Mapping[str, date]) -> list[Letter]:
    """Answers nobody has written back to since, by the last letters; the oldest first."""
    answered = Letter.objects.filter(outcome=Letter.Outcome.ANSWERED).order_by("outcome_day", "pk")
    newest = {one.person: one for one in answered}
    return [one for one in newest.values() if one.outcome_day and last[one.person] <= one.sent]


def unheard_of(today: date) -> list[Letter]:
    """Letters of which nobody has said what became, long after; the oldest first."""
    long_after = today - SILENT_AFTER
    sent = Letter.objects.filter(outcome=Letter.Outcome.SENT, sent__lt=long_after)
    return list(sent.order_by("sent", "pk"))


def came_back(last: Mapping[str, date]) -> list[Letter]:
    """Letters that came back, and none went to that person since; the oldest first."""
    returned = Letter.objects.filter(outcome=Letter.Outcome.RETURNED).order_by("outcome_day", "pk")
    return [one for one in returned if one.outcome_day and last[one.person] <= one.outcome_day]
