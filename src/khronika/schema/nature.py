"""How sensitive a claim is by what it holds, before anybody decided anything about it."""

from dataclasses import dataclass
from functools import lru_cache

from khronika.schema.claim import Claim
from khronika.schema.kind import choices, kind
from khronika.schema.value import Choice, Value
from khronika.schema.visibility import Visibility, strictest

MANY = 4096  # shapes of claims; a casebook has a few hundred


@dataclass(frozen=True, slots=True)
class Nature:
    """`least` is the visibility it cannot fall below; `delicate` asks for the person's consent."""

    least: Visibility
    delicate: bool


def nature(claim: Claim) -> Nature:
    """The strictest mark of its kind, its fields and the choices they hold."""
    chosen = [(name, _chosen(value)) for name, value in claim.fields.items()]
    return _nature(claim.kind, tuple(chosen))


def _chosen(value: Value) -> tuple[str, ...]:
    """The choices among the values: all that nature asks of them."""
    single = value if isinstance(value, tuple) else (value,)
    return tuple([one.choice for one in single if isinstance(one, Choice)])


@lru_cache(maxsize=MANY)
def _nature(kind_name: str, fields: tuple[tuple[str, tuple[str, ...]], ...]) -> Nature:
    spec = kind(kind_name)
    marks = [Nature(spec.least, spec.delicate)]
    for name, chosen in fields:
        field = spec.field(name)
        rows = (choices()[field.of][choice] for choice in chosen)
        marks.append(Nature(field.least, field.delicate))
        marks.extend(Nature(row.least, row.delicate) for row in rows)
    return Nature(strictest(*(m.least for m in marks)), any(m.delicate for m in marks))
