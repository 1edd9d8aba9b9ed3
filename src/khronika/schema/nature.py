"""How sensitive a claim is by what it holds, before anybody decided anything about it."""

from dataclasses import dataclass

from khronika.schema.claim import Claim
from khronika.schema.kind import choices, kind
from khronika.schema.value import Choice, Value
from khronika.schema.visibility import Visibility, strictest


@dataclass(frozen=True, slots=True)
class Nature:
    """`least` is the visibility it cannot fall below; `delicate` asks for the person's consent."""

    least: Visibility
    delicate: bool


def nature(claim: Claim) -> Nature:
    """The strictest mark of its kind, its fields and the choices they hold."""
    spec = kind(claim.kind)
    marks = [Nature(spec.least, spec.delicate)]
    for name, value in claim.fields.items():
        field = spec.field(name)
        marks.append(Nature(field.least, field.delicate))
        marks.extend(_choice_marks(field.of, value))
    return Nature(strictest(*(m.least for m in marks)), any(m.delicate for m in marks))


def _choice_marks(choice_set: str, value: Value) -> list[Nature]:
    single = value if isinstance(value, tuple) else (value,)
    rows = (choices()[choice_set][one.choice] for one in single if isinstance(one, Choice))
    return [Nature(row.least, row.delicate) for row in rows]
