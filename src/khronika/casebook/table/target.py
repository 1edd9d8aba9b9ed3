"""What a column says: a field of a kind, with what is the same in every row.

Written `birth.date`, `support.address, kind=address`, `ruling.term, unit=y`, or `status`; an
empty text is a column that is not recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from khronika.errors import KhronikaError
from khronika.schema.kind import FieldSpec, kind, kinds
from khronika.schema.meant import meant
from khronika.schema.read_value import read_value
from khronika.schema.subject import SubjectKind
from khronika.schema.value import Value

STATUS = "status"
UNITS = ("y", "m", "d")  # what a bare number of a column of terms counts


class BadTarget(KhronikaError):
    """A column of a remembered table means nothing; the sentence says what was meant."""


@dataclass(frozen=True, slots=True)
class Target:
    """A field of a kind (both empty for the column of statuses), and what stands in every row."""

    kind: str = ""
    name: str = ""
    fixed: Mapping[str, Value] = field(default_factory=dict)
    unit: str = ""

    @property
    def is_status(self) -> bool:
        """Whether the column says in a word where the person stands."""
        return not self.kind

    @property
    def spec(self) -> FieldSpec:
        """What the field holds."""
        return kind(self.kind).field(self.name)


@lru_cache(maxsize=1_000)
def read_target(text: str) -> Target:
    """What the column says; raises `BadTarget`."""
    said, *rest = [part.strip() for part in text.split(",")]
    pairs = dict(_pair(part, text) for part in rest)
    if said == STATUS and not pairs:
        return Target()
    kind_name, dot, name = said.partition(".")
    known = [one.name for one in kinds().values() if SubjectKind.PERSON in one.about]
    if kind_name not in known or not dot:
        raise BadTarget(f"A column cannot be {text!r}; {meant(kind_name, [*known, STATUS])}")
    unit = pairs.pop("unit", "")
    if unit and unit not in UNITS:
        raise BadTarget(f"{text!r}: the unit is {', '.join(UNITS)}.")
    spec = kind(kind_name)
    fixed = {one: read_value(spec.field(one), value) for one, value in pairs.items()}
    return Target(kind_name, spec.field(name).name, fixed, unit)


def _pair(part: str, text: str) -> tuple[str, str]:
    name, equals, value = (one.strip() for one in part.partition("="))
    if not equals:
        raise BadTarget(f"{text!r}: what stands in every row is written name=value.")
    return name, value
