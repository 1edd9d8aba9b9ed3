"""The petitions that wait for an answer, and those that were answered."""

from dataclasses import dataclass
from datetime import date

from khronika.desk.logbook.petitions.models import Petition
from khronika.desk.logbook.subject import named
from khronika.desk.visit import Visit
from khronika.schema.subject import SubjectId, SubjectKind, kind_of


@dataclass(frozen=True, slots=True)
class Row:
    """A petition in words."""

    number: int
    slug: str
    name: str
    is_person: bool
    office: str
    channel: str
    sent: str
    due: str
    is_late: bool
    answered: str
    answer: str


def petitions(visit: Visit) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Those that wait, the most pressing first, and those answered, the latest first."""
    rows = list(Petition.objects.all())
    waiting = sorted((one for one in rows if one.answered is None), key=_pressing)
    return (
        tuple(_row(one, visit) for one in waiting),
        tuple(_row(one, visit) for one in rows if one.answered),
    )


def overdue(today: date) -> list[Petition]:
    """Those that should have been answered, the longest first."""
    return list(Petition.objects.filter(answered=None, due__lt=today).order_by("due", "pk"))


def _pressing(one: Petition) -> tuple[date, date, int]:
    return one.due or date.max, one.sent, one.pk


def _row(one: Petition, visit: Visit) -> Row:
    slug, name = named(SubjectId(one.subject), visit)
    day = visit.wording.day
    return Row(
        number=one.pk,
        slug=slug,
        name=name,
        is_person=kind_of(SubjectId(one.subject)) is SubjectKind.PERSON,
        office=one.office,
        channel=one.channel,
        sent=day(one.sent),
        due=day(one.due) if one.due else "",
        is_late=one.answered is None and one.due is not None and one.due < visit.today,
        answered=day(one.answered) if one.answered else "",
        answer=one.answer,
    )
