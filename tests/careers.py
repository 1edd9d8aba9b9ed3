"""Careers with every date known, and a plain walk through their days to hold the arithmetic to.

Nothing here comes from the room `law` but the values a career is made of: the worth of a day is
written out anew, and the term is lived through day by day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from khronika.law.career import Career, Custody, Instance, Measure, Outcome, Regime, Ruling
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term

DAY = timedelta(days=1)
TURN = date(2018, 7, 14)
CHARGES = {
    "listed": ("RU-UK 205.2/2",),
    "mixed": ("RU-UK 205.4/2", "RU-UK 222.1/1"),
    "plain": ("RU-UK 207.3/2",),
}
LOCKED_UP = {"detained", "pretrial", "hospital"}
FULL = {"strict": 2, "general": 3, "settlement": 4}  # half days


@dataclass(frozen=True)
class Stay:
    measure: str
    first: date
    last: date


@dataclass(frozen=True)
class Life:
    """One conviction, annulled once if `annulled` is set; whoever is convicted stays locked up."""

    stays: tuple[Stay, ...]
    term: Term
    regime: str
    charge: str
    verdict: date
    in_force: date
    annulled: date | None = None
    again: date | None = None
    again_in_force: date | None = None


def career(life: Life) -> Career:
    """The life as the program is told of it."""
    regime = Regime(life.regime)
    on = PartialDate.of
    rulings = [
        Ruling(
            Instance.FIRST,
            Outcome.CONVICTED,
            on(life.verdict),
            life.term,
            regime,
            in_force=on(life.in_force),
        )
    ]
    if life.annulled and life.again and life.again_in_force:
        rulings += [
            Ruling(Instance.CASSATION, Outcome.ANNULLED, on(life.annulled)),
            Ruling(
                Instance.RETRIAL,
                Outcome.CONVICTED,
                on(life.again),
                life.term,
                regime,
                in_force=on(life.again_in_force),
            ),
        ]
    return Career(
        custody=tuple(Custody(Measure(s.measure), on(s.first), on(s.last)) for s in life.stays),
        rulings=tuple(rulings),
        convicted_of=tuple(LegalReference.parse(one) for one in CHARGES[life.charge]),
    )


def last_days(life: Life) -> tuple[date, date]:
    """The last day of the term, if every day that courts count either way counts best, or worst."""
    return _lived(life, best=True), _lived(life, best=False)


def _lived(life: Life, *, best: bool) -> date:
    need = 2 * ((_end_without_credit(life) - _counted_from(life)).days + 1)
    settled = max(TURN, life.again_in_force or life.in_force, *(s.last for s in life.stays))
    day = min(stay.first for stay in life.stays)
    lived = owed = 0
    while True:
        if day == TURN:
            lived += owed
            if lived >= need:
                return day
        now, later = (2, 0) if day > settled else _worth(life, day, best=best)
        lived += now
        owed += later if day < TURN else 0
        if lived >= need:
            return day
        day += DAY


def _worth(life: Life, day: date, *, best: bool) -> tuple[int, int]:
    """The half days the day gives at once, and what the law of 2018 gives for it later."""
    if _is_in_force(life, day):
        return 2, 0
    free = _free(life, day)
    if day in {life.in_force, life.again_in_force}:
        return max(free, (2, 0)) if best else min(free, (2, 0))
    return free


def _free(life: Life, day: date) -> tuple[int, int]:
    there = [stay.measure for stay in life.stays if stay.first <= day <= stay.last]
    worth = max((_measure(life, one, day) for one in there), key=sum, default=(0, 0))
    return (2, 0) if "punishment-cell" in there and sum(worth) > 2 else worth


def _measure(life: Life, measure: str, day: date) -> tuple[int, int]:
    if measure == "house-arrest":
        return (2 if day < TURN else 1), 0
    if measure == "home-ban":
        return 1, 0
    if measure == "bail":
        return 0, 0
    if measure == "punishment-cell":
        return 2, 0
    full = FULL[life.regime] if life.charge == "plain" else 2
    return (2, full - 2) if day < TURN else (full, 0)


def _is_in_force(life: Life, day: date) -> bool:
    if life.annulled and life.again_in_force:
        return life.in_force < day < life.annulled or day > life.again_in_force
    return day > life.in_force


def _counted_from(life: Life) -> date:
    """The first day of the unbroken time behind bars that reaches the last verdict."""
    day = life.again or life.verdict
    while _is_locked_up(life, day - DAY):
        day -= DAY
    return day


def _is_locked_up(life: Life, day: date) -> bool:
    return any(s.measure in LOCKED_UP and s.first <= day <= s.last for s in life.stays)


def _end_without_credit(life: Life) -> date:
    start = _counted_from(life)
    months = start.year * 12 + start.month - 1 + life.term.months_total
    try:
        end = start.replace(year=months // 12, month=months % 12 + 1) - DAY
    except ValueError:  # no such day in that month: its last day
        end = date(months // 12 + months % 12 // 11, (months + 1) % 12 + 1, 1) - DAY
    return end + DAY * life.term.days


def lives(seed: int) -> Iterator[Life]:
    """Random lives without end, the same ones for a seed."""
    dice = Random(seed)  # noqa: S311 - lives, not secrets
    while True:
        yield _life(dice)


def _life(dice: Random) -> Life:
    first = date(2012, 1, 1) + DAY * dice.randrange(365 * 12)
    stays: list[Stay] = []
    day = first
    for _ in range(dice.randrange(4)):
        measure = dice.choice(["detained", "pretrial", "house-arrest", "home-ban", "bail"])
        last = day + DAY * dice.randrange(1, 200)
        stays.append(Stay(measure, day, last))
        day = last + DAY * dice.randrange(-20, 60)
    verdict = max([day, *(s.last for s in stays)]) + DAY * dice.randrange(2, 200)
    in_force = verdict + DAY * dice.randrange(1, 200)
    life = Life(
        stays=(),
        term=Term(0, dice.randrange(1, 150), dice.choice([0, 0, 0, dice.randrange(1, 20)])),
        regime=dice.choice(list(FULL)),
        charge=dice.choice(list(CHARGES)),
        verdict=verdict,
        in_force=in_force,
    )
    begins = max([day, *(s.last + DAY for s in stays if s.measure not in LOCKED_UP)])
    end = in_force
    if dice.random() < 0.3:
        annulled = in_force + DAY * dice.randrange(2, 300)
        again = annulled + DAY * dice.randrange(1, 150)
        end = again + DAY * dice.randrange(1, 100)
        life = Life(
            **{name: getattr(life, name) for name in ("term", "regime", "charge", "verdict")},
            stays=(),
            in_force=in_force,
            annulled=annulled,
            again=again,
            again_in_force=end,
        )
    stays.append(Stay("pretrial", min(begins, verdict), end))
    if dice.random() < 0.3:
        cell = begins + DAY * dice.randrange(0, 100)
        stays.append(Stay("punishment-cell", cell, cell + DAY * dice.randrange(1, 15)))
    dice.shuffle(stays)
    return Life(
        stays=tuple(stays),
        **{
            name: getattr(life, name)
            for name in (
                "term", "regime", "charge", "verdict", "in_force", "annulled", "again",
                "again_in_force",
            )
        },
    )  # fmt: skip
