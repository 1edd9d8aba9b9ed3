"""One event or trait of a person or case, backed by claims; disputed where they cannot all be true.

Invariants:

- Every value names the claims that say it.
- A field is disputed, or it has one value, or (free kinds) values that stand beside each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from khronika.schema.claim import Certainty, ClaimId
from khronika.schema.decision import DecisionId
from khronika.schema.kind import kind
from khronika.schema.subject import SubjectId
from khronika.schema.value import Value
from khronika.values.date import PartialDate


class Standing(StrEnum):
    """How a field's values stand to each other."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    SETTLED = "settled"  # an editor preferred one claim over the others
    WITHHELD = "withheld"  # the preferred claim may not leave, so nothing prints


@dataclass(frozen=True, slots=True)
class Backed:
    """A value and the claims that say it, or say it less exactly; ids sorted."""

    value: Value
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class FieldState:
    """What is known of one field.

    `values` holds one value when agreed or settled, several when disputed, none when withheld.
    `aside` holds what a preference put aside.
    """

    standing: Standing
    values: tuple[Backed, ...]
    aside: tuple[Backed, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """Claims about one event or trait, folded field by field.

    `key` names the entry within its dossier and is the same whatever else is added elsewhere.
    `claims` includes those that deny (`denied_by`), which lend no values. `may_be` holds the keys
    of the entries a vague claim could belong to. `settled_by` names the preferences at work.
    """

    key: str
    kind: str
    subject: SubjectId
    case: SubjectId | None
    event: str
    certainty: Certainty
    fields: Mapping[str, FieldState]
    claims: tuple[ClaimId, ...]
    denied_by: tuple[ClaimId, ...] = ()
    may_be: tuple[str, ...] = ()
    settled_by: tuple[DecisionId, ...] = ()

    def value(self, name: str) -> Value | None:
        """The one value of the field; None when it is absent, disputed or withheld."""
        state = self.fields.get(name)
        if state is None or state.standing not in {Standing.AGREED, Standing.SETTLED}:
            return None
        return state.values[0].value

    def values(self, name: str) -> tuple[Value, ...]:
        """All values that stand, disputed or not; empty when absent or withheld."""
        state = self.fields.get(name)
        return tuple(backed.value for backed in state.values) if state else ()

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """When it happened, by every value that stands."""
        when = kind(self.kind).when
        return tuple(v for v in self.values(when) if isinstance(v, PartialDate)) if when else ()
