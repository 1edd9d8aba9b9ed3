"""What is known of one person or one case on a day. Always derived, never written."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khronika.dossier.entry import Backed, Entry
from khronika.errors import Say
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId
from khronika.values.date import PartialDate


class StatusCode(StrEnum):
    """Where a person stands on a day."""

    FREE = "free"
    WANTED = "wanted"
    ADMINISTRATIVE_ARREST = "administrative-arrest"
    DETAINED = "detained"
    WHEREABOUTS_UNKNOWN = "whereabouts-unknown"
    PRE_TRIAL = "pre-trial"
    HOUSE_ARREST = "house-arrest"
    RESTRICTED = "restricted"
    IN_TRANSIT = "in-transit"
    SERVING = "serving"
    FORCED_LABOUR = "forced-labour"
    SUSPENDED = "suspended"
    TREATMENT = "treatment"
    RELEASED = "released"
    ACQUITTED = "acquitted"
    IN_EXILE = "in-exile"
    EXCHANGED = "exchanged"
    DEAD = "dead"
    UNKNOWN = "unknown"


class Possible(StrEnum):
    """Whether letters or parcels can reach the person by what is known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Status:
    """The status, since when, why, and by which claims."""

    code: StatusCode
    reason: Say
    letters: Possible
    parcels: Possible
    since: PartialDate | None = None
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values of one field, or dates of two kinds, that cannot all be true."""

    person: SubjectId
    kind: str
    field: str
    entry: str
    values: tuple[Backed, ...]
    rule: Say | None = None  # set when two kinds break a rule of order or exclusion


@dataclass(frozen=True, slots=True)
class Gap:
    """What the dossier should answer and cannot. `due` is the day it became pressing."""

    person: SubjectId
    code: str
    say: Say
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day to come: a hearing, the end of an order, a birthday, the end of a term."""

    person: SubjectId
    on: date
    code: str
    say: Say
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything folded about one person.

    `joined` are the ids an editor called the same person, `person` the smallest of them. `entries`
    come in the order of time. `stable_until` is the next day on which the dossier changes by
    itself, None when no day does. `behind` is a hash over what it was folded from: equal ones
    promise equal dossiers but for `as_of`.
    """

    person: SubjectId
    joined: tuple[SubjectId, ...]
    as_of: date
    entries: tuple[Entry, ...]
    cases: tuple[SubjectId, ...]
    status: Status
    disputes: tuple[Dispute, ...]
    gaps: tuple[Gap, ...]
    ahead: tuple[Ahead, ...]
    stable_until: date | None
    behind: str

    def of_kind(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of these kinds, in the order of time."""
        return tuple([entry for entry in self.entries if entry.kind in kinds])


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What is known of a case: entries about the case itself, and the people in it.

    `behind` is a hash over what its entries and disputes were folded from, as that of a dossier;
    empty where nothing is said of the case itself.
    """

    case: SubjectId
    entries: tuple[Entry, ...]
    people: tuple[SubjectId, ...]
    disputes: tuple[Dispute, ...] = ()
    behind: str = ""
