"""The days on which the verdict was in force, and what each of them was worth."""

from collections.abc import Iterator
from dataclasses import dataclass

from khronika.law.career import Regime
from khronika.law.credit import DAY
from khronika.law.jurisdiction import Jurisdiction, Rule
from khronika.law.sentence import Served, Standing
from khronika.law.span import NEVER, Span

_STRICT = frozenset({Regime.PRISON, Regime.SPECIAL, Regime.STRICT})
_GENERAL = frozenset({Regime.GENERAL, Regime.EDUCATIONAL})


@dataclass(frozen=True, slots=True)
class Force:
    """Days in force and their worth; `sure` False: perhaps still custody.

    The day itself on which a verdict comes into force is never sure: courts count it either way.
    """

    first: int
    last: int
    low: int
    high: int
    sure: bool
    rules: tuple[Rule, ...]

    @property
    def is_day(self) -> bool:
        """Whether this is one known day, on which nobody was at liberty any more."""
        return self.first == self.last


def forces(stands: Standing, law: Jurisdiction) -> tuple[Force, ...]:
    """All days in force, in order."""
    found = [one for served in stands.force for one in _of(served, stands, law)]
    return tuple(one for one in found if one.first <= one.last)


def _of(served: Served, stands: Standing, law: Jurisdiction) -> Iterator[Force]:
    over = served.annulled or Span(NEVER + 1, NEVER + 1)
    began = served.served_from
    if began is None:
        return
    worth, rules = _worth(served.regimes, stands.regimes, law)
    yield Force(began.first, min(began.last, over.last - 1), worth, worth, False, rules)  # noqa: FBT003
    first = began.last + 1
    for day, regimes in served.changed:
        then, then_rules = _worth(regimes, stands.regimes, law)
        yield Force(first, day.first - 1, worth, worth, True, rules)  # noqa: FBT003
        both = sorted((worth, then))
        yield Force(day.first, day.last - 1, both[0], both[1], True, rules)  # noqa: FBT003
        first, worth, rules = day.last, then, then_rules
    yield Force(first, over.first - 1, worth, worth, True, rules)  # noqa: FBT003
    yield Force(max(first, over.first), over.last - 1, worth, worth, False, rules)  # noqa: FBT003


def _worth(
    then: frozenset[Regime], now: frozenset[Regime], law: Jurisdiction
) -> tuple[int, tuple[Rule, ...]]:
    """What a day served under the old regime is worth under the one that holds now."""
    serving = tuple(rule for rule in (law.rule("serving"),) if rule)
    measure = "served-strict" if then <= _STRICT else "served-general" if then <= _GENERAL else ""
    if not then or len(now) != 1 or then == now or not measure:
        return DAY, serving
    target = next(iter(now))
    for rule in law.versions("regime-changed"):
        credit = rule.credit
        if credit and measure in credit.measures and target in credit.regimes:
            return int(credit.worth * DAY), (rule,)
    return DAY, serving
