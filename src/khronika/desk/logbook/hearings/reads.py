"""The hearings of the record: those to come with whether somebody goes, those past and untold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from khronika.desk.logbook.hearings.forms import CANCELLED, HELD, POSTPONED, VERDICT, OutcomeForm
from khronika.desk.logbook.hearings.models import Cover
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.value import Key, Text
from khronika.schema.vocabulary import table

AHEAD = timedelta(days=60)
SHOWN = 60  # hearings on the page, those to come and those past each
_HELD_AS = {HELD: "held", POSTPONED: "postponed", CANCELLED: "cancelled", VERDICT: "held"}


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing in words; `going` is how many of the group go, `mine` whether you do."""

    slug: str
    name: str
    day: date
    when: str
    court: str
    going: int
    mine: bool


def coming(visit: Visit) -> tuple[Hearing, ...]:
    """The hearings of the next two months, the soonest first."""
    last = visit.today + AHEAD
    rows = [
        (one.on, person, one.claims)
        for person, dossier in visit.snapshot.people.items()
        for one in dossier.ahead
        if one.code == "hearing" and one.on <= last
    ]
    return _hearings(sorted(rows)[:SHOWN], visit)


def untold(visit: Visit) -> tuple[Hearing, ...]:
    """Past hearings whose outcome nobody told, the latest first."""
    rows = [
        (gap.due, person, ())
        for person, dossier in visit.snapshot.people.items()
        for gap in dossier.gaps
        if gap.code == "hearing-without-outcome" and gap.due
    ]
    newest = sorted(rows, key=lambda one: (one[0], one[1]), reverse=True)[:SHOWN]
    return tuple(reversed(_hearings(newest, visit)))


def covered(days: Iterable[date]) -> Counter[tuple[str, date]]:
    """How many go, by the id the row was noted under and the day."""
    rows = Cover.objects.filter(day__in=set(days)).values_list("person", "day")
    return Counter((person, day) for person, day in rows)


def going_to(dossier: Dossier, day: date, covers: Counter[tuple[str, date]]) -> int:
    """How many go to this person's hearing."""
    return sum(covers[one, day] for one in dossier.joined)


def _hearings(
    rows: Iterable[tuple[date, SubjectId, tuple[ClaimId, ...]]], visit: Visit
) -> tuple[Hearing, ...]:
    rows = list(rows)
    covers = covered(day for day, _, _ in rows)
    own = set(Cover.objects.filter(by=visit.known).values_list("person", "day"))
    found = []
    for day, person, claims in rows:
        dossier = visit.snapshot.people[person]
        found.append(
            Hearing(
                slug=slug_of(person),
                name=visit.reader.name(person),
                day=day,
                when=visit.wording.day(day),
                court=_court(claims, visit),
                going=going_to(dossier, day, covers),
                mine=any((one, day) in own for one in dossier.joined),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))


def _court(claims: Iterable[ClaimId], visit: Visit) -> str:
    """The court that a statement about the hearing names."""
    said = visit.snapshot.reading.material.claims
    for one in claims:
        value = said[one].fields.get("court")
        if isinstance(value, Key):
            return table(value.table)[value.key].labels.in_language(visit.language)
        if isinstance(value, Text):
            return value.text
    return ""


def has_hearing(dossier: Dossier, day: date) -> bool:
    """Whether the record has a hearing of the person on this day, or ending on it."""
    past = (one for entry in dossier.of_kind("hearing") for one in entry.dates)
    return any(one.code == "hearing" and one.on == day for one in dossier.ahead) or any(
        day in {one.first_day, one.last_day} for one in past
    )


def steps(slug: str, day: date, form: OutcomeForm) -> Iterator[tuple[str, str]]:
    """The forms that record this outcome, in order: what each is for, and where it is."""
    gettext, said = form.wording.gettext, form.text("outcome")
    if said == VERDICT:
        yield gettext("Note the verdict"), _fact(slug, "sentenced", {"fact-date": day.isoformat()})
    told = {"fact-date": day.isoformat(), "fact-outcome": _HELD_AS[said]}
    yield gettext("Note what became of this hearing"), _fact(slug, "hearing", told)
    if said == POSTPONED and form.new_day:
        new = gettext("Note the hearing of {day}").format(day=form.wording.day(form.new_day))
        yield new, _fact(slug, "hearing", {"fact-date": form.new_day.isoformat()})


def _fact(slug: str, name: str, told: dict[str, str]) -> str:
    return f"{reverse('fact', args=[slug, name])}?{urlencode(told)}"
