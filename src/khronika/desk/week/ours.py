"""What the logbook has to say this week; a support group is told nothing of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from khronika.desk.logbook.detained.reads import running_now
from khronika.desk.logbook.families.reads import last_contacts, silent_since
from khronika.desk.logbook.hearings.models import Cover
from khronika.desk.logbook.letters import due
from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.payments.models import Payment
from khronika.desk.logbook.petitions.reads import overdue
from khronika.desk.visit import Visit
from khronika.desk.week.lines import lines_of
from khronika.desk.week.questions import Question
from khronika.errors import Say
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.values.date import PartialDate

WAITERS = 3  # people who have waited longest for a letter, named each week
PARCEL_WAITS = timedelta(days=30)
_Line = tuple[date, SubjectId, Say]


@dataclass(frozen=True, slots=True)
class Ours:
    """Lines by part; `covered` are the hearings somebody goes to.

    `spoken_with` are those with whose family somebody spoke, by the logbook.
    """

    detained: tuple[_Line, ...] = ()
    letters: tuple[_Line, ...] = ()
    failed_addresses: tuple[_Line, ...] = ()
    families: tuple[_Line, ...] = ()
    questions: tuple[Question, ...] = ()
    covered: frozenset[tuple[SubjectId, date]] = frozenset()
    spoken_with: frozenset[SubjectId] = frozenset()


def ours_of(visit: Visit) -> Ours:
    """Everything the logbook asks of the group today."""
    last = due.last_letters()
    return Ours(
        detained=tuple(_detained(visit)),
        letters=tuple(_letters(visit, last)),
        failed_addresses=tuple(_failed(visit, last)),
        families=tuple(_families(visit)),
        questions=tuple(_questions(visit)),
        covered=_covered(visit),
        spoken_with=frozenset(
            person for noted in last_contacts() if (person := _person(noted, visit))
        ),
    )


def _person(noted: str, visit: Visit) -> SubjectId | None:
    """Who somebody is today, by the id a row was noted under."""
    found = visit.snapshot.find(slug_of(SubjectId(noted)))
    is_person = found is not None and kind_of(found) is SubjectKind.PERSON
    return found if is_person else None


def _detained(visit: Visit) -> Iterator[_Line]:
    for one in running_now(visit):
        if person := _person(one.person, visit):
            yield one.day, person, Say("week.detained", {"date": PartialDate.of(one.day)})


def _letters(visit: Visit, last: Mapping[str, date]) -> list[_Line]:
    """Answers to write back to, and who else has waited longest."""
    answers = list(_answers(visit, last))
    answered = {person for _, person, _ in answers}
    return [*answers, *(one for one in _waiters(visit, last) if one[1] not in answered)]


def _answers(visit: Visit, last: Mapping[str, date]) -> Iterator[_Line]:
    for one in due.to_answer(last):
        person, day = _person(one.person, visit), one.outcome_day
        if person and day:
            code = "week.reply-taken" if one.replier_id else "week.reply"
            yield day, person, Say(code, {"date": PartialDate.of(day)})


def _waiters(visit: Visit, letters: Mapping[str, date]) -> Iterator[_Line]:
    """Those who can be written to and have waited longest; nobody while no letter is noted."""
    if not letters:
        return
    people, long_ago = visit.snapshot.people, visit.today - due.LONG_AGO
    reached = [
        one for one, lines in visit.snapshot.of_each(lines_of).items() if lines.can_be_written_to
    ]
    last = due.waited((people[one] for one in reached), letters)
    days = ((last.get(one, date.min), one) for one in reached)
    waiting = [(day, one) for day, one in days if day < long_ago]
    for day, person in sorted(waiting)[:WAITERS]:
        if day == date.min:
            yield visit.today, person, Say("week.never-written")
        else:
            yield visit.today, person, Say("week.waits", {"date": PartialDate.of(day)})


def _failed(visit: Visit, last: Mapping[str, date]) -> Iterator[_Line]:
    for one in due.came_back(last):
        if (person := _person(one.person, visit)) and one.outcome_day:
            said = Say("week.came-back", {"date": PartialDate.of(one.outcome_day)})
            yield one.outcome_day, person, said


def _families(visit: Visit) -> Iterator[_Line]:
    contacts = last_contacts()
    lines = visit.snapshot.of_each(lines_of)
    spoken_with = {person for noted in contacts if (person := _person(noted, visit))}
    for person in spoken_with.union(one for one, said in lines.items() if said.is_silent):
        if since := silent_since(visit.snapshot.people[person], contacts):
            yield since, person, Say("gap.family-silent")


def _covered(visit: Visit) -> frozenset[tuple[SubjectId, date]]:
    rows = Cover.objects.filter(day__gte=visit.today).values_list("person", "day")
    known = ((_person(noted, visit), day) for noted, day in rows)
    return frozenset((person, day) for person, day in known if person)


def _questions(visit: Visit) -> Iterator[Question]:
    for code, noted, day, leads in _open_rows(visit.today):
        if about := visit.snapshot.find(slug_of(SubjectId(noted))):
            said = Say(f"week.{code}", {"date": PartialDate.of(day)})
            yield Question(code, about, said, day, leads)


def _open_rows(today: date) -> Iterable[tuple[str, str, date, str]]:
    """Rows nobody has brought to an end: code, person, since when, where to answer."""
    for letter in due.unheard_of(today):
        yield "letter-unheard", letter.person, letter.sent, "write"
    reserved = Parcel.objects.filter(state=Parcel.State.RESERVED, reserved__lt=today - PARCEL_WAITS)
    for parcel in reserved:
        yield "parcel-waits", parcel.person, parcel.reserved, "parcels"
    for petition in overdue(today):
        yield "petition-late", petition.subject, petition.due or petition.sent, "person"
    for payment in Payment.objects.filter(paid=None):
        yield "payment-waits", payment.subject, payment.asked, "person"
