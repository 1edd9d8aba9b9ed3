"""Walks the days of a career, each worth what the law says, until they make up the term.

Every day is worth a number of units: none at liberty, half a day under house arrest, one when
serving, more in custody before a mild regime. The term is over on the first day on which the
units add up to it. Where a date or a rule is not known, the walk is made twice: with the most
the days can be worth, and with the least.

Invariants:

- A day counts once, by the best of the measures that cover it.
- The days found hold every day that could be found by filling in the partial dates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from khronika.law.calendar_term import days_of
from khronika.law.career import Career, Measure, Regime
from khronika.law.credit import DAY, IMPRISONMENT, Grounds, listing
from khronika.law.force import Force, forces
from khronika.law.gravity import MILD, gravity
from khronika.law.held import Held, Holding, chain_start, holding
from khronika.law.jurisdiction import Jurisdiction, Rule
from khronika.law.penalties import penalty
from khronika.law.sentence import UNDATED, Standing
from khronika.law.span import NEVER, Span
from khronika.values.term import Term


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of days of one worth; `later` units more each once a milder law reaches back."""

    first: int
    last: int
    worth: int
    later: int
    measure: Measure | None
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Reckoning:
    """One career made ready for walking. `anchor` is the day from which the term is counted."""

    law: Jurisdiction
    stands: Standing
    held: Holding
    anchor: Span | None
    anchored: Held | None

    @cached_property
    def force(self) -> tuple[Force, ...]:
        """When the verdict was in force, surely or possibly."""
        return forces(self.stands, self.law)

    @cached_property
    def since(self) -> int:
        """The day on which a milder law reached back; 0 if none does."""
        return max((one.worth.since for one in self.held.measures), default=0)

    def reach(self, term: Term, share: Fraction = Fraction(1)) -> Span | None:
        """When the units make up this share of the term; None if they may never do."""
        if self.anchor is None:
            return None
        found: list[tuple[int, int]] = []
        for first in self._starts():
            need = -(-days_of(term, first) * DAY * share.numerator // share.denominator)
            soon = walk(self.pieces(first, most=True), need, self.since)
            late = walk(self.pieces(first, most=False), need, self.since)
            if soon is None or late is None:
                return None
            found.append((soon, late))
        return Span(min(one for one, _ in found), max(one for _, one in found))

    def pieces(self, first: int, *, most: bool) -> list[Piece]:
        """All days from the first measure on, if the term is counted from `first`."""
        held = [
            replace(one, start=Span(first, first)) if one is self.anchored else one
            for one in self.held.measures
        ]
        edges = sorted(self._edges(held, most=most))
        ends = [*(edge - 1 for edge in edges[1:]), NEVER]
        return [
            self._piece(begin, end, held, most=most) for begin, end in zip(edges, ends, strict=True)
        ]

    def _starts(self) -> range:
        assert self.anchor is not None  # noqa: S101  # the caller asked
        return range(self.anchor.first, self.anchor.last + 1)

    def _edges(self, held: Iterable[Held], *, most: bool) -> set[int]:
        edges = {self.since} if self.since else set[int]()
        for one in held:
            edges |= (
                {one.start.first, one.end.last + 1} if most else {one.start.last, one.end.first + 1}
            )
            edges |= {one.start.first, one.end.last + 1} if one.measure is _CELL else set()
            edges |= {worth.first for worth in one.worth.worths[1:]}
        for force in self.force:
            edges |= {force.first, force.last + 1}
        return {edge for edge in edges if edge <= NEVER}

    def _piece(self, begin: int, end: int, held: Sequence[Held], *, most: bool) -> Piece:
        forced = next((f for f in self.force if f.first <= begin <= f.last), None)
        if forced and forced.sure:
            worth = forced.high if most else forced.low
            return Piece(begin, end, worth, 0, None, forced.rules)
        free = _best(begin, end, held, most=most)
        if forced is None:
            return free
        if most:
            return free if free.worth >= forced.high else _served(begin, end, forced, forced.high)
        if free.worth > forced.low or (forced.is_day and not free.worth):
            return _served(begin, end, forced, forced.low)
        return replace(free, later=0)


_CELL = Measure.PUNISHMENT_CELL


def reckoning(career: Career, stands: Standing, law: Jurisdiction) -> Reckoning:
    """The career made ready."""
    named = listing(career.convicted_of, especially_dangerous=career.especially_dangerous)
    grounds = Grounds(law, stands.regimes or possible_regimes(career), named)
    held = holding(career, stands, grounds)
    begins = stands.force[-1].served_from if stands.force else None
    day = begins if stands.confined in (None, UNDATED) else stands.confined
    anchored = chain_start(held.measures, day or Span(NEVER, NEVER))
    if career.counted_from is not None:
        said = Span.of(career.counted_from)
        same = anchored if anchored and anchored.start == said else None
        return Reckoning(law, stands, held, said, same)
    if anchored is not None:
        return Reckoning(law, stands, held, anchored.start, anchored)
    known = begins if begins and begins.last < NEVER else None
    return Reckoning(law, stands, held, known, None)


def possible_regimes(career: Career) -> frozenset[Regime]:
    """Where the sentence can be served when nobody says: no settlement for a grave crime."""
    threats = [penalty(one) for one in career.convicted_of]
    mild = all(one is None or gravity(one) in MILD for one in threats)
    return IMPRISONMENT if mild else IMPRISONMENT - {Regime.SETTLEMENT}


def walk(pieces: Iterable[Piece], need: int, since: int) -> int | None:
    """The first day on which the units make up what is needed; None if they never do."""
    total = later = 0
    for one in pieces:
        if one.first == since:
            total += later
            if total >= need:
                return since
        days = one.last - one.first + 1
        if total + days * one.worth >= need:
            return one.first - (total - need) // one.worth - 1
        total += days * one.worth
        later += days * one.later if one.first < since else 0
    return None


def _best(begin: int, end: int, held: Sequence[Held], *, most: bool) -> Piece:
    """The worth of these days by the best measure that covers them; none at liberty."""
    best = Piece(begin, end, 0, 0, None, ())
    capped = False
    for one in held:
        if one.measure is _CELL:
            capped = capped or one.covers(begin, surely=most)
        if not one.covers(begin, surely=not most):
            continue
        now = next(w for w in one.worth.worths if w.first <= begin <= w.last)
        worth = now.high if most else now.low
        later = one.worth.high if most else one.worth.low
        later = later if begin < one.worth.since else 0
        if worth + later > best.worth + best.later:
            best = Piece(begin, end, worth, later, one.measure, now.rules)
    if capped and best.worth + best.later > DAY:
        return _capped(best, held)
    return best


def _capped(best: Piece, held: Sequence[Held]) -> Piece:
    cell = next(one for one in held if one.measure is _CELL)
    return replace(best, worth=DAY, later=0, measure=_CELL, rules=cell.worth.worths[0].rules)


def _served(begin: int, end: int, forced: Force, worth: int) -> Piece:
    return Piece(begin, end, worth, 0, None, forced.rules)
