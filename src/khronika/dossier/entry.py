"""One event or trait of a person or case, backed by claims; disputed where they cannot all be true.

Invariants:

- Every value names the claims that say it.
- A field is disputed, or it has one value, or (free kinds) values that stand beside each other.
- What one claim alone says is held once, by the claim: most entries are such.
"""

from collections.abc import Iterator, Mapping
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


class SaidOnce(Mapping[str, FieldState]):
    """The fields of one claim that nobody else says anything to, sorted by name.

    Each state is made when it is asked for: held for all entries, they would outweigh the claims.
    """

    __slots__ = ("_by", "_said")

    def __init__(self, said: Mapping[str, Value], by: ClaimId) -> None:
        self._said = said
        self._by = by

    def __getitem__(self, name: str) -> FieldState:
        """What is known of the field: what the claim says of it."""
        return FieldState(Standing.AGREED, (Backed(self._said[name], (self._by,)),))

    def __contains__(self, name: object) -> bool:
        """Whether the claim says anything of it."""
        return name in self._said

    def __iter__(self) -> Iterator[str]:
        """The names, sorted."""
        return iter(sorted(self._said))

    def __len__(self) -> int:
        """How many fields there are."""
        return len(self._said)

    def __repr__(self) -> str:
        """As the same fields show themselves in a dict."""
        return repr(dict(self))

    def values_of(self, name: str) -> tuple[Value, ...]:
        """What the claim says of the field, without the state around it; nothing if it does not."""
        return (self._said[name],) if name in self._said else ()

    def every_value(self) -> Iterator[Value]:
        """What the claim says of all fields."""
        return iter(self._said.values())


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
        if isinstance(self.fields, SaidOnce):
            return next(iter(self.fields.values_of(name)), None)
        state = self.fields.get(name)
        if state is None or state.standing not in {Standing.AGREED, Standing.SETTLED}:
            return None
        return state.values[0].value

    def values(self, name: str) -> tuple[Value, ...]:
        """All values that stand, disputed or not; empty when absent or withheld."""
        if isinstance(self.fields, SaidOnce):
            return self.fields.values_of(name)
        state = self.fields.get(name)
        return tuple(backed.value for backed in state.values) if state else ()

    def every_value(self) -> Iterator[Value]:
        """The values of all fields, those that a preference put aside too; in no order."""
        if isinstance(self.fields, SaidOnce):
            return self.fields.every_value()
        states = self.fields.values()
        return (one.value for state in states for one in (*state.values, *state.aside))

    @property
    def disputed(self) -> Mapping[str, FieldState]:
        """The fields of which the claims say what cannot all be true, by name."""
        if isinstance(self.fields, SaidOnce):
            return {}
        states = self.fields.items()
        return {name: one for name, one in states if one.standing is Standing.DISPUTED}

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """When it happened, by every value that stands."""
        when = kind(self.kind).when
        return tuple(v for v in self.values(when) if isinstance(v, PartialDate)) if when else ()
