"""What stands after all rulings: the term, where it is served, when the verdict was in force.

Invariants:

- Rulings are read in the order of their dates; the order in which they are given changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khronika.law.career import Career, Instance, Outcome, Regime, Ruling, Segment
from khronika.law.jurisdiction import Jurisdiction, Rule
from khronika.law.span import NEVER, Span
from khronika.values.term import Term

_NEW = frozenset({Instance.FIRST, Instance.RETRIAL})
_ENDS = frozenset({Outcome.ACQUITTED, Outcome.TERMINATED})
_BACK = frozenset({Outcome.ANNULLED, Outcome.RETURNED})
_REVIEW = frozenset({Instance.CASSATION, Instance.SUPERVISION})
_ORDER = tuple(Instance)
UNDATED = Span(1, 1)  # no later than anything that follows


@dataclass(frozen=True, slots=True)
class Served:
    """A stretch in which the verdict was in force: when it came into force, when it was annulled.

    `confined` is the day of the ruling that imposed imprisonment; None: it was suspended, or none
    was imposed, so that nobody served. `changed` holds the days on which a court changed the
    regime, with the regimes from then on.
    """

    began: Span
    rule: Rule | None
    regimes: frozenset[Regime]
    confined: Span | None = None
    annulled: Span | None = None
    changed: tuple[tuple[Span, frozenset[Regime]], ...] = ()

    @property
    def served_from(self) -> Span | None:
        """The day from which the term was served; None: it was not."""
        if self.confined is None:
            return None
        first = max(self.began.first, self.confined.first)
        return Span(first, max(self.began.last, self.confined.last))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rulings add up to.

    `confined` is the day of the ruling that first imposed imprisonment in the last trial; `over`
    names the outcome that ended the case, or left it without a verdict. `freed` holds the days of
    verdicts that let somebody go: a suspended sentence, a fine, an acquittal.
    """

    term: Term | None = None
    regimes: frozenset[Regime] = frozenset()
    segments: tuple[Segment, ...] = ()
    suspended: bool = False
    fine: bool = False
    over: Outcome | None = None
    confined: Span | None = None
    force: tuple[Served, ...] = ()
    freed: tuple[Span, ...] = ()


def standing(career: Career, law: Jurisdiction) -> Standing:
    """What stands after the last ruling."""
    now = Standing()
    first = min((one.start.first_day.toordinal() for one in career.custody), default=1)
    ordered = sorted(career.rulings, key=_when)
    for index, ruling in enumerate(ordered):
        reviewed_again = now.over in _BACK and ruling.instance not in _NEW
        now = _after(now, ruling)
        if now.over is None and (ruling.instance in _NEW or reviewed_again):
            now = _in_force(now, _force(ordered[index:], law, first=first))
    return now


def _when(ruling: Ruling) -> tuple[date, int]:
    undated = date.min if ruling.instance is Instance.FIRST else date.max
    day = ruling.date.last_day if ruling.date else undated
    return day, _ORDER.index(ruling.instance)


def _after(now: Standing, ruling: Ruling) -> Standing:
    if ruling.outcome in _BACK or ruling.outcome in _ENDS:
        return _undone(now, ruling)
    if ruling.outcome is Outcome.UPHELD:
        return replace(now, over=None)
    regimes = _regimes(ruling) or now.regimes
    fresh = ruling.instance in _NEW
    before = replace(now, term=None, suspended=False, confined=None) if fresh else now
    said = ruling.term is not None
    suspended = ruling.suspended if said or fresh else before.suspended
    confined = before.confined or _confined(ruling, suspended=suspended)
    return replace(
        before,
        term=ruling.term or before.term,
        regimes=regimes,
        segments=ruling.segments or before.segments,
        suspended=suspended,
        fine=ruling.fine,
        over=None,
        confined=confined,
        freed=(*before.freed, *_freed(ruling, suspended=suspended)),
        force=_told(_regime_changed(before.force, ruling, regimes), confined),
    )


def _undone(now: Standing, ruling: Ruling) -> Standing:
    """The verdict is gone; from that day on the person is in custody again, or free."""
    day = Span.of(ruling.date) if ruling.date else Span(1, NEVER)
    force = now.force
    if force and force[-1].annulled is None:
        force = (*force[:-1], replace(force[-1], annulled=day))
    freed = (*now.freed, day) if ruling.outcome in _ENDS and ruling.date else now.freed
    return replace(now, over=ruling.outcome, force=force, confined=None, freed=freed)


def _regimes(ruling: Ruling) -> frozenset[Regime]:
    named = {one.regime for one in ruling.segments}
    return frozenset(named | ({ruling.regime} if ruling.regime else set()))


def _confined(ruling: Ruling, *, suspended: bool) -> Span | None:
    if ruling.term is None or suspended:
        return None
    return Span.of(ruling.date) if ruling.date else UNDATED


def _freed(ruling: Ruling, *, suspended: bool) -> tuple[Span, ...]:
    lets_go = suspended or (ruling.fine and ruling.term is None)
    return (Span.of(ruling.date),) if ruling.date and lets_go else ()


def _told(force: tuple[Served, ...], confined: Span | None) -> tuple[Served, ...]:
    """Notes since when the sentence in force is one of imprisonment."""
    if not force or force[-1].annulled is not None or force[-1].confined is not None:
        return force
    return (*force[:-1], replace(force[-1], confined=confined))


def _regime_changed(
    force: tuple[Served, ...], ruling: Ruling, regimes: frozenset[Regime]
) -> tuple[Served, ...]:
    """Notes a change of the colony while the verdict is in force (art. 72(3.5))."""
    if not force or force[-1].annulled is not None or ruling.instance in _NEW:
        return force
    last = force[-1]
    if ruling.instance is Instance.APPEAL:
        return (*force[:-1], replace(last, regimes=regimes))
    if not ruling.date or regimes == last.regimes:
        return force
    changed = (*last.changed, (Span.of(ruling.date), regimes))
    return (*force[:-1], replace(last, changed=changed))


def _in_force(now: Standing, found: tuple[Span, Rule | None] | None) -> Standing:
    if found is None:
        return now
    return replace(now, force=(*now.force, Served(found[0], found[1], now.regimes, now.confined)))


def _force(
    rulings: Sequence[Ruling], law: Jurisdiction, *, first: int
) -> tuple[Span, Rule | None] | None:
    """When the first of these came into force, and by which rule; None if it never did.

    A verdict without a date came into force on or after the first day of custody.
    """
    chain = list(_until_next_verdict(rulings))
    said = [one.in_force for one in chain if one.in_force]
    if said:
        return Span.of(said[0]), None
    appeal = next((one for one in chain if one.instance is Instance.APPEAL), None)
    if chain[0].instance in _REVIEW and chain[0].date:
        return Span.of(chain[0].date), None
    if appeal and (appeal.outcome in _BACK or appeal.outcome in _ENDS):
        return None
    limit = _limit(chain[0], law)
    if appeal and appeal.date:
        return Span.of(appeal.date), law.rule("appeal-decision")
    reviewed = [one.date for one in chain if one.instance in _REVIEW and one.date]
    last = reviewed[0].last_day.toordinal() if reviewed else NEVER
    first = chain[0].date.first_day.toordinal() if chain[0].date else first
    days = limit.number + 1 if limit else 1
    return Span(min(first + days, last), last), limit


def _limit(verdict: Ruling, law: Jurisdiction) -> Rule | None:
    day = verdict.date.first_day if verdict.date else None
    return law.rule("appeal-limit", day) if day else None


def _until_next_verdict(rulings: Sequence[Ruling]) -> Iterable[Ruling]:
    for index, one in enumerate(rulings):
        if index and one.instance in _NEW:
            return
        yield one
