"""The answer to "when is the term over": days, the way to them, and what was assumed."""

from dataclasses import dataclass
from datetime import date

from khronika.errors import Say
from khronika.law.jurisdiction import Rule
from khronika.law.span import Span
from khronika.values.date import PartialDate


@dataclass(frozen=True, slots=True)
class Days:
    """Some day from `first` to `last`, both included."""

    first: date
    last: date

    @staticmethod
    def of(span: Span) -> "Days":
        """The same days as dates."""
        return Days(date.fromordinal(span.first), date.fromordinal(span.last))

    @property
    def said(self) -> PartialDate:
        """The days as a date that can be printed."""
        if self.first == self.last:
            return PartialDate.of(self.first)
        return PartialDate.parse(f"{self.first.isoformat()}/{self.last.isoformat()}")

    def holds(self, day: date) -> bool:
        """Whether it may be this day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: the version of the rule it rests on, and what it did.

    `say` names the rule, its version and its mark.
    """

    rule: Rule
    say: Say


@dataclass(frozen=True, slots=True)
class Computed:
    """The last day of a term and the day of release, as far as they can be reckoned.

    Both are None where `not_predicted` says why. `over_by` counts the days in custody after the
    term was already covered: at least, at most. `verified` tells whether every rule in the steps
    was read in a source; what is not stays with the editors.
    """

    steps: tuple[Step, ...] = ()
    assumptions: tuple[Say, ...] = ()
    last_day: Days | None = None
    release_day: Days | None = None
    over_by: tuple[int, int] | None = None
    not_predicted: Say | None = None

    @property
    def verified(self) -> bool:
        """Whether nothing here rests on an unverified rule."""
        return all(step.rule.verified for step in self.steps)
