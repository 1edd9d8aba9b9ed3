"""A day known to lie between two days, as ordinals; the arithmetic of terms runs on these."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khronika.values.date import PartialDate

NEVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Span:
    """Some day from `first` to `last`, both included; `last` NEVER: perhaps not at all."""

    first: int
    last: int

    @staticmethod
    def of(day: PartialDate) -> "Span":
        """The days that could be meant."""
        return Span(day.first_day.toordinal(), day.last_day.toordinal())

    @property
    def is_exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    def moved(self, days: int) -> "Span":
        """So many days later; a day that never comes stays one."""
        return Span(_moved(self.first, days), _moved(self.last, days))


def earliest(spans: Iterable[Span]) -> Span | None:
    """When the first of these days falls; None for none."""
    held = list(spans)
    if not held:
        return None
    return Span(min(one.first for one in held), min(one.last for one in held))


def _moved(day: int, days: int) -> int:
    return day if day == NEVER else max(1, min(day + days, NEVER))
