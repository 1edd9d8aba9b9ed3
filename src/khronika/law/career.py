"""What is known of one conviction, from the first day of detention to the last ruling.

These values are what the arithmetic of terms is asked with, by the command line and by dossiers
alike. Dates are as far as they are known; what is absent is not known, never "did not happen".
"""

from dataclasses import dataclass
from enum import StrEnum

from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term


class Measure(StrEnum):
    """How somebody was held; the answers of the kind `custody`, and those only the law knows."""

    DETAINED = "detained"
    PRETRIAL = "pretrial"
    ADMINISTRATIVE = "administrative"
    HOUSE_ARREST = "house-arrest"
    HOME_BAN = "home-ban"
    OTHER_BAN = "other-ban"
    BAN_ON_ACTIONS = "ban-on-actions"  # of one of the two kinds above, it is not known which
    BAIL = "bail"
    HOSPITAL = "hospital"
    PSYCHIATRIC = "psychiatric"
    PUNISHMENT_CELL = "punishment-cell"


LOCKED_UP = frozenset(
    {
        Measure.DETAINED,
        Measure.PRETRIAL,
        Measure.ADMINISTRATIVE,
        Measure.HOSPITAL,
        Measure.PSYCHIATRIC,
    }
)  # at liberty under none of these


class Regime(StrEnum):
    """Where a sentence is served; the answers of the choice `regime`, and what may replace it."""

    PRISON = "prison"
    SPECIAL = "special"
    STRICT = "strict"
    GENERAL = "general"
    EDUCATIONAL = "educational"
    SETTLEMENT = "settlement"
    FORCED_LABOUR = "forced-labour"


class Outcome(StrEnum):
    """What a court decided; the answers of the choice `outcome`."""

    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    UPHELD = "upheld"
    CHANGED = "changed"
    ANNULLED = "annulled"
    TERMINATED = "terminated"
    RETURNED = "returned"


class Instance(StrEnum):
    """Which court decided, in the order in which they come; the answers of `instance`."""

    FIRST = "first"
    RETRIAL = "retrial"
    APPEAL = "appeal"
    CASSATION = "cassation"
    SUPERVISION = "supervision"


class Obstacle(StrEnum):
    """Why nobody should reckon a day of release, whatever the term."""

    SECOND_CASE = "second-case"
    EXTRADITION = "extradition"
    EXCHANGE = "exchange"
    WAR_CONTRACT = "war-contract"
    AT_LARGE = "at-large"
    DEATH = "death"
    DISPUTED = "disputed"
    UNDATED_MEASURE = "undated-measure"


@dataclass(frozen=True, slots=True)
class Custody:
    """One measure, from its first to its last day, both counted.

    `end` None: it went on until the verdict came into force. `credited` tells whether a court
    credited an administrative arrest; None where nobody knows.
    """

    measure: Measure
    start: PartialDate
    end: PartialDate | None = None
    credited: bool | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the term under a regime of its own, as in "the first two years in prison"."""

    regime: Regime
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one court decided. `term` is the final one, where several were added up.

    `in_force` is the day the verdict came into force by what the source says of this ruling.
    """

    instance: Instance
    outcome: Outcome
    date: PartialDate | None = None
    term: Term | None = None
    regime: Regime | None = None
    segments: tuple[Segment, ...] = ()
    suspended: bool = False
    fine: bool = False
    in_force: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Career:
    """One conviction. `counted_from` is the day the term runs from, where it was said.

    `convicted_of` empty: not known under what article. `especially_dangerous` is the court's
    finding of especially dangerous recidivism.
    """

    custody: tuple[Custody, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    convicted_of: tuple[LegalReference, ...] = ()
    counted_from: PartialDate | None = None
    obstacles: frozenset[Obstacle] = frozenset()
    especially_dangerous: bool = False
    code: str = "RU-UK"
