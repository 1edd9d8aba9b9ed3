"""Since when somebody is held, on which ground, and when a step was done."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from khronika.desk.forms import DeskForm, line
from khronika.desk.logbook.detained.steps import STEPS
from khronika.law.hours import GROUNDS

_HOUR = re.compile(r"([01]?\d|2[0-3])[:.\s]?([0-5]\d)")


class HourForm(DeskForm):
    """A form that asks for an hour, in the zone of the archive."""

    zone: ZoneInfo
    now: datetime

    def at(self, zone: ZoneInfo, now: datetime) -> "HourForm":
        """The same form, knowing where and when it is filled in."""
        self.zone, self.now = zone, now.astimezone(zone)
        return self

    def hour(self, name: str) -> time | None:
        """The hour that was typed; adds an error where it is none."""
        typed = self.text(name)
        found = _HOUR.fullmatch(typed)
        if found:
            return time(int(found[1]), int(found[2]))
        if typed:
            said = self.wording.gettext("Write the hour as 14:30.")
            self.add_error(name, ValidationError(said))
        return None

    def moment(self, day: date, hour: time) -> datetime:
        """The minute of that day, where the archive is kept."""
        return datetime.combine(day, hour, tzinfo=self.zone)


class BeginForm(HourForm):
    """Somebody is held since this day and hour."""

    on = line(required=False)
    at_hour = line(longest=5)
    ground = forms.ChoiceField(choices=[("", ""), *((one, one) for one in GROUNDS)], required=False)

    def clean(self) -> dict[str, object]:
        """A minute that has been."""
        sent = super().clean() or {}
        day, hour = self.past_day("on"), self.hour("at_hour")
        self.since = self.moment(day, hour) if hour is not None else None
        if self.since is not None and self.since > self.now:
            said = self.wording.gettext("This hour is still to come.")
            self.add_error("at_hour", ValidationError(said))
        return sent


class TickForm(HourForm):
    """A step is done, at this hour or now."""

    step = forms.ChoiceField(choices=[(one.key, one.key) for one in STEPS])
    at_hour = line(required=False, longest=5)

    def clean(self) -> dict[str, object]:
        """The latest such hour that has been; now where nobody says another."""
        sent = super().clean() or {}
        hour = self.hour("at_hour")
        at = self.moment(self.now.date(), hour) if hour is not None else self.now
        self.done = at if at <= self.now else at - timedelta(days=1)
        return sent
