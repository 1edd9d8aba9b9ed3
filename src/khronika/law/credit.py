"""What a day under a measure is worth, in days of the term, by the rules of one jurisdiction.

Worth is kept in whole units, `DAY` to a day, so that halves and thirds add up exactly.

Invariants:

- Where something that decides is not known (the regime, the article, a court's word), the worth
  is a span from the least to the most it can be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from khronika.law.career import Measure, Regime
from khronika.law.jurisdiction import Jurisdiction, Rule
from khronika.law.penalties import has_flag, lists
from khronika.values.legal import LegalReference

DAY = 12
LISTED, MIXED, PLAIN, UNKNOWN = "listed", "mixed", "plain", "unknown"
IMPRISONMENT = frozenset(Regime) - {Regime.FORCED_LABOUR}
_CACHED = 1_024


@dataclass(frozen=True, slots=True)
class Grounds:
    """What decides the worth of a day: the law, where the sentence is served, for which crimes."""

    law: Jurisdiction
    regimes: frozenset[Regime]
    listing: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What a day is worth from `first` to `last` (ordinals), and by which rules."""

    first: int
    last: int
    low: int
    high: int
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The worth of a day over all time.

    A later, milder law adds `low` to `high` units to every earlier day, on the day `since` on
    which it came into force; `since` 0: no law reaches back.
    """

    worths: tuple[Worth, ...]
    since: int = 0
    low: int = 0
    high: int = 0
    rules: tuple[Rule, ...] = ()


def listing(convicted_of: Iterable[LegalReference], *, especially_dangerous: bool) -> str:
    """Whether the conviction is for crimes of which custody counts day for day (art. 72(3.2))."""
    if especially_dangerous:
        return LISTED
    flags = [has_flag(one, "one-to-one") if lists(one.code) else None for one in convicted_of]
    if any(flags):
        return LISTED if all(flags) else MIXED
    return UNKNOWN if not flags or None in flags else PLAIN


@lru_cache(maxsize=_CACHED)
def schedule(measure: Measure, grounds: Grounds, *, credited: bool | None = True) -> Schedule:
    """What a day under the measure is worth, on every day."""
    if measure is Measure.BAN_ON_ACTIONS:
        return _either(schedule(Measure.HOME_BAN, grounds), schedule(Measure.OTHER_BAN, grounds))
    like = _like(measure, grounds.law)
    if like is None:
        return _of_rules(measure, grounds)
    full = schedule(Measure(like.credit.like), grounds) if like.credit else Schedule(())
    full = _also_by(full, like)
    if measure is not Measure.ADMINISTRATIVE or credited:
        return full
    nothing = _also_by(_nothing(), like)
    return nothing if credited is False else _either(full, nothing)


def _like(measure: Measure, law: Jurisdiction) -> Rule | None:
    return next(
        (r for r in law.rules if r.credit and r.credit.like and measure in r.credit.measures), None
    )


def _of_rules(measure: Measure, grounds: Grounds) -> Schedule:
    regimes = grounds.regimes or IMPRISONMENT
    listings = (LISTED, PLAIN) if grounds.listing == UNKNOWN else (grounds.listing,)
    found = [
        _timeline(_rows(measure, grounds.law, (regime, one)))
        for regime in sorted(regimes)
        for one in listings
    ]
    together = found[0]
    for one in found[1:]:
        together = _either(together, one)
    return together


def _rows(measure: Measure, law: Jurisdiction, case: tuple[Regime, str]) -> list[Rule]:
    """The versions that decide, oldest first."""
    regime, listed = case
    fitting = [
        (rule, rule.credit) for rule in law.rules if rule.credit and measure in rule.credit.measures
    ]
    special = [rule for rule, credit in fitting if credit.when == listed]
    plain = [
        rule
        for rule, credit in fitting
        if not credit.when and (not credit.regimes or regime in credit.regimes)
    ]
    return sorted(special or plain, key=lambda rule: rule.valid_from)


def _timeline(rows: list[Rule]) -> Schedule:
    if not rows:
        return Schedule((Worth(1, date.max.toordinal(), 0, DAY, ()),))  # not recorded
    worths = tuple(
        Worth(r.valid_from.toordinal(), r.valid_to.toordinal(), _units(r), _units(r), (r,))
        for r in rows
    )
    newest = rows[-1]
    extra = _units(newest) - _units(rows[0])
    if newest.retroactive and len(rows) > 1 and extra > 0:
        return Schedule(worths, newest.valid_from.toordinal(), extra, extra, (newest,))
    return Schedule(worths)


def _units(rule: Rule) -> int:
    worth = (rule.credit.worth if rule.credit else Fraction(1)) * DAY
    assert worth.denominator == 1, rule.id  # noqa: S101  # our own table
    return worth.numerator


def _nothing() -> Schedule:
    return Schedule((Worth(1, date.max.toordinal(), 0, 0, ()),))


def _also_by(one: Schedule, rule: Rule) -> Schedule:
    worths = tuple(Worth(w.first, w.last, w.low, w.high, (rule, *w.rules)) for w in one.worths)
    return Schedule(worths, one.since, one.low, one.high, one.rules)


def _either(one: Schedule, other: Schedule) -> Schedule:
    """The least and the most of two schedules, of which nobody knows which applies."""
    edges = sorted({w.first for w in (*one.worths, *other.worths)})
    ends = [*(edge - 1 for edge in edges[1:]), date.max.toordinal()]
    worths = []
    for first, last in zip(edges, ends, strict=True):
        held = [w for w in (*one.worths, *other.worths) if w.first <= first <= w.last]
        rules = dict.fromkeys(rule for w in held for rule in w.rules)
        low, high = min(w.low for w in held), max(w.high for w in held)
        worths.append(Worth(first, last, low, high, tuple(rules)))
    return Schedule(
        tuple(worths),
        max(one.since, other.since),
        min(one.low, other.low),
        max(one.high, other.high),
        tuple(dict.fromkeys((*one.rules, *other.rules))),
    )
