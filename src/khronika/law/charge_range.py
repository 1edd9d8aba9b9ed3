"""What a charge threatens: the edition of the day, stage, role, and several charges together.

Invariants:

- What was not looked up stays None; a range is never made of a guess.
- Where the day of the act is not known to the edition, the range holds every edition it can be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from khronika.errors import Say
from khronika.law.computed import Step
from khronika.law.gravity import MILD, Gravity, gravest, gravity
from khronika.law.jurisdiction import Jurisdiction, Rule, jurisdiction_of
from khronika.law.penalties import Penalty, editions, has_flag, milder_later
from khronika.law.steps import step
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.term import Term

_RANK = tuple(Gravity)


class Stage(StrEnum):
    """How far the act went; the answers of the choice `charge-stage`."""

    PREPARATION = "preparation"
    ATTEMPT = "attempt"
    COMPLETE = "complete"


class Role(StrEnum):
    """Whose act it was, beside the one who did it; the answers of the choice `charge-role`."""

    ORGANISER = "organiser"
    INSTIGATOR = "instigator"
    ACCESSORY = "accessory"


class Leniency(StrEnum):
    """What lowers the maximum for one person; the name is that of the rule."""

    JURY = "jury-leniency"
    SURRENDER = "surrender"
    PLEA_AGREEMENT = "plea-agreement"
    SPECIAL_PROCEDURE = "special-procedure"


@dataclass(frozen=True, slots=True)
class Charge:
    """One accusation; `on` is the day of the act, as far as it is known."""

    reference: LegalReference
    stage: Stage = Stage.COMPLETE
    role: Role | None = None
    on: PartialDate | None = None
    leniency: tuple[Leniency, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most imprisonment; `recorded` False: nobody looked the article up.

    `least` None: the floor of two months. `most` None: no imprisonment at all. A `fine` is that of
    an administrative offence, which has no gravity.
    """

    least: Term | None = None
    most: Term | None = None
    life: bool = False
    gravity: Gravity | None = None
    recorded: bool = False
    steps: tuple[Step, ...] = ()
    unpunished: bool = False
    fine: tuple[Money, Money] | None = None


def charge_range(charge: Charge) -> Range:
    """What this charge threatens."""
    law = jurisdiction_of(charge.reference.code)
    held = _editions(charge)
    if not held:
        return Range()
    found = _spread(held, tuple(_edition_steps(charge, law)))
    if charge.stage is Stage.PREPARATION and found.gravity in MILD:
        return replace(found, least=None, most=None, life=False, unpunished=True)
    for name in _lowering(charge):
        found = _lowered(found, law.rule(name))
    role = law.rule("role")
    if charge.role and role:
        found = replace(found, steps=(*found.steps, step(role, Say("law.role"))))
    return found


def together(ranges: Sequence[Range], charges: Sequence[Charge]) -> Range:
    """What several charges threaten together (arts 56, 69); not recorded if one of them is not."""
    if not ranges or not all(one.recorded for one in ranges):
        return Range()
    if len(ranges) == 1:
        return ranges[0]
    law = jurisdiction_of(charges[0].reference.code)
    heavy = max(ranges, key=lambda one: (one.life, _months(one.most)))
    mild = all(
        one.gravity in MILD or (charge.stage is not Stage.COMPLETE and one.gravity is Gravity.GRAVE)
        for one, charge in zip(ranges, charges, strict=True)
    )
    rules = [law.rule("aggregation-mild" if mild else "aggregation-grave"), _cap(charges, law)]
    most = _months(heavy.most) * 3 // 2
    most = min(most, sum(_months(one.most) for one in ranges))
    cap = rules[1]
    if cap:
        most = min(most, cap.number * 12)
    said = Say("law.together", {"most": Term(0, most)})
    return Range(
        least=max((one.least for one in ranges if one.least), default=None),
        most=Term(0, most) if most else None,
        life=any(one.life for one in ranges),
        gravity=max((one.gravity for one in ranges if one.gravity), key=_RANK.index, default=None),
        recorded=True,
        steps=tuple(step(rule, said) for rule in rules if rule),
    )


def _editions(charge: Charge) -> list[Penalty]:
    """The editions that can have been in force on the day of the act, milder later ones instead."""
    every = editions(charge.reference)
    if charge.on is None:
        return list(every[-1:])
    first, last = charge.on.first_day, charge.on.last_day
    then = [
        one
        for one in every
        if (one.valid_from or date.min) <= last and first <= (one.valid_to or date.max)
    ]
    milder = milder_later(charge.reference, last)
    return [milder] if milder else then


def _spread(held: Sequence[Penalty], steps: tuple[Step, ...]) -> Range:
    least = [one.least for one in held]
    most = [one.most for one in held if one.most]
    return Range(
        least=None if None in least else min(one for one in least if one),
        most=max(most, default=None),
        life=any(one.life for one in held),
        gravity=None if held[-1].fine else gravest([gravity(one) for one in held]),
        recorded=True,
        steps=() if held[-1].fine else steps,
        fine=held[-1].fine,
    )


def _edition_steps(charge: Charge, law: Jurisdiction) -> Iterable[Step]:
    if charge.on is None:
        return
    milder = milder_later(charge.reference, charge.on.last_day)
    rule = law.rule("milder-later-law" if milder else "edition-of-the-day")
    if rule:
        code = "law.milder-edition" if milder else "law.edition-of-the-day"
        yield step(rule, Say(code, {"date": charge.on}))


def _lowering(charge: Charge) -> list[str]:
    stage = [] if charge.stage is Stage.COMPLETE else [charge.stage.value]
    return [*stage, *(one.value for one in charge.leniency)]


def _lowered(found: Range, rule: Rule | None) -> Range:
    """The range under a rule that leaves a share of the maximum and takes away life."""
    if rule is None or rule.fraction is None:
        return found
    months = _months(found.most) * rule.fraction.numerator // rule.fraction.denominator
    most = Term(0, months) if found.most else None
    said = Say("law.lowered", {"most": most or Term()})
    least = found.least if most and found.least and found.least <= most else None
    return replace(
        found, least=least, most=most, life=False, steps=(*found.steps, step(rule, said))
    )


def _cap(charges: Iterable[Charge], law: Jurisdiction) -> Rule | None:
    terror = any(has_flag(one.reference, "terrorist-activity") for one in charges)
    return law.rule("cap-crimes-terrorism" if terror else "cap-crimes")


def _months(term: Term | None) -> int:
    return term.months_total if term else 0
