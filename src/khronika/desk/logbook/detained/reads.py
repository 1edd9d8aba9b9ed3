"""The clock of somebody who is detained: the law's hours, the steps, what is due or late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models

from khronika.desk.logbook.detained.models import Detention
from khronika.desk.logbook.detained.steps import STEPS, Step
from khronika.desk.logbook.subject import named
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.law.hours import Hours, hours_for
from khronika.schema.subject import SubjectId
from khronika.values.wording import Wording

COUNTRY = "ru"
LOOKED_AT = timedelta(days=10)  # what nobody ended by then is not shown as running


@dataclass(frozen=True, slots=True)
class Limit:
    """An hour of the law in words. `is_sure` says that somebody read it there."""

    title: str
    at: str
    left: str
    is_over: bool
    place: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Done:
    """A step: when it was done, or by when it should be and whether that is past."""

    key: str
    label: str
    done: str
    by: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """Everything the page shows, in the zone of the archive."""

    since: str
    held: str
    now: str
    zone: str
    limits: tuple[Limit, ...]
    steps: tuple[Done, ...]

    @property
    def next(self) -> Limit | None:
        """The first hour of the law that is still to come."""
        return next((one for one in self.limits if not one.is_over), None)


@dataclass(frozen=True, slots=True)
class Running:
    """Somebody who is detained now, for lists."""

    slug: str
    name: str
    held: str
    done: int
    late: int


def zone_of(visit: Visit) -> ZoneInfo:
    """Where the archive is kept."""
    return ZoneInfo(visit.archive.casebook.settings.timezone)


def running_for(dossier: Dossier, visit: Visit) -> Detention | None:
    """The clock that runs for this person; the latest where there are several."""
    return running_now(visit).filter(person__in=dossier.joined).last()


def clock_of(detention: Detention, visit: Visit) -> Clock:
    """The clock as it stands at the visit's minute."""
    zone = zone_of(visit)
    done = {one.step: one.at for one in detention.ticks.all()}
    return Clock(
        since=moment_in_words(detention.since, zone, visit),
        held=_duration(visit.now - detention.since, visit.wording),
        now=moment_in_words(visit.now, zone, visit),
        zone=zone.key,
        limits=tuple(_limit(one, detention, visit) for one in hours_for(COUNTRY, detention.ground)),
        steps=tuple(_step(one, done.get(one.key), detention, visit) for one in STEPS),
    )


def running_now(visit: Visit) -> models.QuerySet[Detention]:
    """The clocks that run; one that nobody stopped for days runs no more."""
    since = visit.now - LOOKED_AT
    return Detention.objects.filter(over=None, since__gte=since).order_by("since", "pk")


def running(visit: Visit) -> tuple[Running, ...]:
    """Everybody who is detained now, those held longest first."""
    return tuple(_running(one, visit) for one in running_now(visit).prefetch_related("ticks"))


def _running(detention: Detention, visit: Visit) -> Running:
    slug, name = named(SubjectId(detention.person), visit)
    done = {one.step for one in detention.ticks.all()}
    late = [one for one in STEPS if one.key not in done and _by(one, detention) < visit.now]
    held = _duration(visit.now - detention.since, visit.wording)
    return Running(slug, name, held, len(done), len(late))


def moment_in_words(moment: datetime, zone: ZoneInfo, visit: Visit) -> str:
    """The hour, with the day where it is not today's."""
    local = moment.astimezone(zone)
    if local.date() == visit.today:
        return f"{local:%H:%M}"
    if local.date() == visit.today + timedelta(days=1):
        return visit.wording.gettext("tomorrow, {hour}").format(hour=f"{local:%H:%M}")
    return f"{local:%H:%M}, {visit.wording.day(local.date())}"


def _limit(one: Hours, detention: Detention, visit: Visit) -> Limit:
    due = one.due(detention.since)
    is_over = due < visit.now
    gap = _duration(abs(due - visit.now), visit.wording)
    gettext = visit.wording.gettext
    left = (gettext("over for {time}") if is_over else gettext("in {time}")).format(time=gap)
    return Limit(
        title=one.title.in_language(visit.language),
        at=moment_in_words(due, zone_of(visit), visit),
        left=left,
        is_over=is_over,
        place=visit.wording.legal(one.place),
        is_sure=one.verified,
    )


def _by(step: Step, detention: Detention) -> datetime:
    return detention.since + timedelta(hours=step.hours)


def _step(one: Step, at: datetime | None, detention: Detention, visit: Visit) -> Done:
    by, zone = _by(one, detention), zone_of(visit)
    return Done(
        key=one.key,
        label=visit.wording.gettext(one.label),
        done=moment_in_words(at, zone, visit) if at else "",
        by=moment_in_words(by, zone, visit),
        is_late=at is None and by < visit.now,
    )


def _duration(time: timedelta, wording: Wording) -> str:
    hours, minutes = divmod(max(0, int(time.total_seconds()) // 60), 60)
    if not hours:
        return wording.gettext("{minutes} min").format(minutes=minutes)
    return wording.gettext("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
