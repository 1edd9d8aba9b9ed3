"""Tells how a term was reckoned: one step for each rule that did something."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khronika.errors import Say
from khronika.law.calendar_term import last_day_of
from khronika.law.career import Measure
from khronika.law.computed import Days, Step
from khronika.law.credit import DAY
from khronika.law.jurisdiction import Rule
from khronika.law.reckoning import Piece, Reckoning
from khronika.law.span import NEVER, Span
from khronika.values.term import Term


@dataclass(frozen=True, slots=True)
class Account:
    """How many days under one rule made up the term, and the units they gave."""

    days: int
    units: int


_Key = tuple[Measure | None, tuple[Rule, ...]]


def step(rule: Rule, what: Say) -> Step:
    """A step that names its rule, the version and the mark."""
    params = {
        "what": what,
        "rule": rule.title,
        "place": rule.place,
        "version": _version(rule),
        "mark": Say("law.mark-read" if rule.verified else "law.mark-recall"),
    }
    return Step(rule, Say("law.step", params))


def said(span: Span) -> object:
    """The day as a value that can be printed."""
    if span.last == NEVER:
        return Say("law.or-later", {"date": date.fromordinal(span.first)})
    return Days.of(span).said


def term_steps(ready: Reckoning, term: Term) -> Iterator[Step]:
    """What the term would be without any credit."""
    rule = ready.law.rule("term-months")
    if rule is None or ready.anchor is None:
        return
    last = Span(*(last_day_of(term, day) for day in (ready.anchor.first, ready.anchor.last)))
    params = {"term": term, "start": said(ready.anchor), "end": said(last)}
    yield step(rule, Say("law.term", params))


def force_steps(ready: Reckoning) -> Iterator[Step]:
    """How the day on which the verdict came into force was found."""
    for served in ready.stands.force:
        if served.rule is not None:
            yield step(served.rule, Say("law.in-force", {"date": said(served.began)}))


def credit_steps(ready: Reckoning, reached: Span) -> Iterator[Step]:
    """What each measure and the time served gave, until the term was made up."""
    assert ready.anchor is not None  # noqa: S101  # the term was reached
    anchor = ready.anchor
    most = _accounts(ready.pieces(anchor.first, most=True), reached.first)
    least = _accounts(ready.pieces(anchor.last, most=False), reached.last)
    for key in dict.fromkeys((*most, *least)):
        measure, rules = key
        zero = Account(0, 0)
        both = sorted((most.get(key, zero), least.get(key, zero)), key=lambda a: (a.units, a.days))
        code = "law.credit" if measure else "law.served"
        params: dict[str, object] = {
            "days": _between(*sorted(Decimal(one.days) for one in both)),
            "worth": _between(*(_worth(one.units) for one in both)),
        }
        if measure:
            params["measure"] = Say(f"law.measure-{measure.value}")
        yield from (step(rule, Say(code, params)) for rule in rules)
    yield from _reaching_back(ready, reached)


def _accounts(pieces: Sequence[Piece], last: int) -> dict[_Key, Account]:
    days: dict[_Key, int] = defaultdict(int)
    units: dict[_Key, int] = defaultdict(int)
    for one in pieces:
        length = min(one.last, last) - one.first + 1
        if length > 0 and one.rules:
            days[one.measure, one.rules] += length
            units[one.measure, one.rules] += length * one.worth
    return {key: Account(days[key], units[key]) for key in days}


def _reaching_back(ready: Reckoning, reached: Span) -> Iterator[Step]:
    """The units a later law added, if the term was still running when it came."""
    rule = ready.law.rule("reaching-back")
    assert ready.anchor is not None  # noqa: S101  # the term was reached
    if rule is None or not ready.since or reached.last < ready.since:
        return
    added = [
        sum((one.last - one.first + 1) * one.later for one in pieces if one.first < ready.since)
        for pieces in (
            ready.pieces(ready.anchor.last, most=False),
            ready.pieces(ready.anchor.first, most=True),
        )
    ]
    if any(added):
        yield step(rule, Say("law.reaches-back", {"worth": _between(*map(_worth, added))}))


def _between(low: Decimal, high: Decimal) -> object:
    return low if low == high else Say("law.range", {"low": low, "high": high})


def _worth(units: int) -> Decimal:
    """The units as days; a half stays a half."""
    return (Decimal(units) / DAY).quantize(Decimal("0.1")).normalize() + 0


def _version(rule: Rule) -> Say:
    if rule.valid_from > date.min:
        return Say("law.version-since", {"date": rule.valid_from})
    if rule.valid_to < date.max:
        return Say("law.version-until", {"date": rule.valid_to})
    return Say("law.version-undated")
