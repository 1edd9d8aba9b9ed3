"""The measures of a career as spans of days, each with what a day under it is worth.

Invariants:

- A measure without an end lasts until the next one begins that says otherwise, else until the
  verdict comes into force.
- What is assumed is said: every assumption is a `Say`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from khronika.errors import Say
from khronika.law.career import LOCKED_UP, Career, Custody, Measure
from khronika.law.credit import Grounds, Schedule, schedule
from khronika.law.sentence import UNDATED, Standing
from khronika.law.span import NEVER, Span, earliest

_BACK = "law.assumed-back-in-custody"
_INSIDE = frozenset({Measure.HOSPITAL, Measure.PSYCHIATRIC, Measure.PUNISHMENT_CELL})


@dataclass(frozen=True, slots=True)
class Held:
    """One measure: from some day to some day, both counted; `sure` False: perhaps not at all."""

    measure: Measure
    start: Span
    end: Span
    worth: Schedule
    sure: bool = True
    open_ended: bool = False

    def covers(self, day: int, *, surely: bool) -> bool:
        """Whether the day lies in it: surely, or at least possibly."""
        if surely:
            return self.sure and self.start.last <= day <= self.end.first
        return self.start.first <= day <= self.end.last


@dataclass(frozen=True, slots=True)
class Holding:
    """All measures by their first day, with the assumptions made about them."""

    measures: tuple[Held, ...]
    assumed: tuple[Say, ...]


def holding(career: Career, stands: Standing, grounds: Grounds) -> Holding:
    """The measures of a career, with what follows from the rulings added."""
    held = _in_order(_held(one, grounds) for one in career.custody)
    held = [_ended(one, held, stands.freed) for one in held]
    assumed = [Say("law.assumed-unbroken")] if _runs_on(held) else []
    for day, code in _taken_in(stands):
        added = _custody_from(day, held, grounds, was_serving=code == _BACK)
        if added:
            held = _in_order([*held, added])
            assumed.append(Say(code))
    return Holding(tuple(held), tuple(assumed))


def chain_start(held: Sequence[Held], day: Span) -> Held | None:
    """The first measure of the unbroken time behind bars that reaches this day, if any."""
    locked = [one for one in held if one.measure in LOCKED_UP and one.sure]
    found: Held | None = None
    reach = -1
    for one in locked:
        if one.start.first > day.last:
            break
        if found is None or one.start.first > reach + 1:
            found = one
        reach = max(reach, one.end.last)
    return found if reach >= day.first - 1 else None


def _held(one: Custody, grounds: Grounds) -> Held:
    end = Span.of(one.end) if one.end else Span(NEVER, NEVER)
    worth = schedule(one.measure, grounds, credited=one.credited)
    return Held(one.measure, Span.of(one.start), end, worth, open_ended=one.end is None)


def _in_order(held: Iterable[Held]) -> list[Held]:
    return sorted(held, key=lambda h: (h.start.first, h.start.last, h.end.first, h.measure.value))


def _ended(one: Held, held: Sequence[Held], freed: Sequence[Span]) -> Held:
    """A measure without an end, ended by the next in its place or a verdict that lets go."""
    if not one.open_ended:
        return one
    following = [
        other.start.moved(-1)
        for other in held
        if other is not one
        and other.measure not in _INSIDE
        and (other.start.first, other.start.last) >= (one.start.first, one.start.last)
        and not (other.open_ended and other.measure is one.measure)
    ]
    ends = following[:1] + [day for day in freed if day.last >= one.start.first]
    end = earliest(ends)
    return one if end is None else replace(one, end=end)


def _runs_on(held: Iterable[Held]) -> bool:
    return any(one.end.last == NEVER and one.measure in LOCKED_UP for one in held)


def _taken_in(stands: Standing) -> list[tuple[Span, str]]:
    """The days on which a court sends to custody, with what is assumed of it."""
    days = [
        (one.annulled, _BACK)
        for one in stands.force
        if one.annulled is not None and one.annulled.last < NEVER
    ]
    began = stands.force[-1].served_from if stands.force else None
    if stands.confined not in (None, UNDATED, began):
        days.append((stands.confined, "law.assumed-perhaps-at-large"))
    return days


def _custody_from(
    day: Span, held: Sequence[Held], grounds: Grounds, *, was_serving: bool
) -> Held | None:
    """Custody from this day on, unless it is recorded; sure only for whoever was serving."""
    locked = [one for one in held if one.measure in LOCKED_UP]
    if any(one.covers(day.last + 1, surely=False) for one in locked):
        return None
    after = [one.start for one in held if one.start.first > day.last and one.measure not in _INSIDE]
    end = after[0].moved(-1) if after else Span(NEVER, NEVER)
    full = schedule(Measure.PRETRIAL, grounds)
    return Held(Measure.PRETRIAL, day, end, full, sure=was_serving, open_ended=not after)
