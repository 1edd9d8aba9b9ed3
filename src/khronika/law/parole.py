"""The earliest days on which parole or a milder punishment can be asked for (arts 79 and 80).

For the editors alone: political prisoners are mostly refused, and a day of eligibility that reads
like a day of release would hurt. Editions do not import this module; a test holds it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khronika.errors import Say
from khronika.law.calendar_term import last_day_of
from khronika.law.career import Career
from khronika.law.computed import Days, Step
from khronika.law.gravity import Gravity, gravest, gravity
from khronika.law.jurisdiction import Jurisdiction, Rule, jurisdiction_of
from khronika.law.penalties import has_flag, penalty
from khronika.law.reckoning import Reckoning, reckoning
from khronika.law.sentence import standing
from khronika.law.span import NEVER, Span
from khronika.law.steps import step
from khronika.values.legal import LegalReference
from khronika.values.term import Term


class Relief(StrEnum):
    """What can be asked for."""

    PAROLE = "parole"
    REPLACEMENT = "replacement"
    FORCED_LABOUR = "forced-labour"


_BY_GRAVITY = {
    Relief.PAROLE: {
        Gravity.SMALL: "parole-small-medium",
        Gravity.MEDIUM: "parole-small-medium",
        Gravity.GRAVE: "parole-grave",
        Gravity.ESPECIALLY_GRAVE: "parole-especially-grave",
    },
    Relief.REPLACEMENT: {
        Gravity.SMALL: "replacement-third",
        Gravity.MEDIUM: "replacement-third",
        Gravity.GRAVE: "replacement-half",
        Gravity.ESPECIALLY_GRAVE: "replacement-two-thirds",
    },
    Relief.FORCED_LABOUR: {
        Gravity.SMALL: "labour-quarter",
        Gravity.MEDIUM: "labour-quarter",
        Gravity.GRAVE: "labour-third",
        Gravity.ESPECIALLY_GRAVE: "labour-two-thirds",
    },
}
_LISTED = {
    Relief.PAROLE: ("parole-three-quarters", "parole-four-fifths"),
    Relief.REPLACEMENT: ("replacement-three-quarters",),
    Relief.FORCED_LABOUR: (),
}  # each flag is named like the rule it calls for, the strictest last


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The earliest day one kind of relief can be asked for; `never` says why there is none."""

    relief: Relief
    earliest: Days | None
    steps: tuple[Step, ...] = ()
    never: Say | None = None


def eligibility(career: Career) -> tuple[Eligibility, ...]:
    """The earliest day of every kind of relief; none where the law here has no such rules."""
    law = jurisdiction_of(career.code)
    if law.rule("parole-grave") is None:
        return ()
    stands = standing(career, law)
    if stands.term is None or stands.suspended or stands.over is not None or career.obstacles:
        return ()
    ready = reckoning(career, stands, law)
    if stands.term.life:
        return (_from_life(career, ready),)
    return tuple(_relief(one, career, ready, stands.term) for one in Relief)


def _relief(relief: Relief, career: Career, ready: Reckoning, term: Term) -> Eligibility:
    rules = _rules(relief, career.convicted_of, ready.law)
    if not rules:
        return Eligibility(relief, None, never=Say("law.gravity-not-recorded"))
    reached = [ready.reach(term, one.fraction) for one in rules if one.fraction]
    known = [one for one in reached if one is not None and one.last < NEVER]
    if len(known) < len(rules) or ready.anchor is None:
        return Eligibility(relief, None, never=Say("law.not-predicted-undetermined-custody"))
    soon = Span(min(one.first for one in known), max(one.last for one in known)).moved(1)
    least = _least(relief, ready)
    earliest = Span(max(soon.first, least.first), max(soon.last, least.last))
    return Eligibility(relief, Days.of(earliest), tuple(_steps(rules, ready.law)))


def _rules(relief: Relief, articles: Sequence[LegalReference], law: Jurisdiction) -> list[Rule]:
    """The rule that decides, or the two between which an unknown fact decides; none: unknown."""
    threats = [penalty(one) for one in articles]
    if not articles or any(one is None for one in threats):
        return []
    categories = [gravity(one) for one in threats if one]
    names = [_BY_GRAVITY[relief][gravest(categories)]]
    for listed in _LISTED[relief]:
        flags = [has_flag(one, listed) for one in articles]
        if any(flags):
            names = [listed]
        elif None in flags:
            names.append(listed)
    return [rule for name in names if (rule := law.rule(name))]


def _least(relief: Relief, ready: Reckoning) -> Span:
    """The day after the months that must have been served whatever the share."""
    rule = ready.law.rule("parole-six-months")
    start = ready.anchor
    if relief is not Relief.PAROLE or rule is None or start is None:
        return Span(1, 1)
    months = Term(0, rule.number)
    return Span(last_day_of(months, start.first), last_day_of(months, start.last)).moved(1)


def _steps(rules: Sequence[Rule], law: Jurisdiction) -> Iterator[Step]:
    for rule in rules:
        yield step(rule, Say("law.share", {"share": str(rule.fraction)}))
    together = law.rule("parole-strictest")
    if together:
        yield step(together, Say("law.strictest-share"))


def _from_life(career: Career, ready: Reckoning) -> Eligibility:
    rule = ready.law.rule("life-parole")
    if any(has_flag(one, "no-parole-from-life") for one in career.convicted_of):
        return Eligibility(Relief.PAROLE, None, never=Say("law.no-parole-from-life"))
    if rule is None or ready.anchor is None or ready.anchor.last == NEVER:
        return Eligibility(Relief.PAROLE, None, never=Say("law.not-predicted-no-start"))
    years = Term(rule.number)
    first, last = (last_day_of(years, day) for day in (ready.anchor.first, ready.anchor.last))
    earliest = Days.of(Span(first, last).moved(1))
    return Eligibility(Relief.PAROLE, earliest, (step(rule, Say("law.share-of-life")),))
