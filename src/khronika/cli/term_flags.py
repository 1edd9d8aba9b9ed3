"""From the flags of `khronika term` to a career, with a sentence for every flag that cannot be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import click

from khronika.errors import KhronikaError
from khronika.law.articles import is_known
from khronika.law.career import (
    Career,
    Custody,
    Instance,
    Measure,
    Obstacle,
    Outcome,
    Regime,
    Ruling,
    Segment,
)
from khronika.law.jurisdiction import UnknownCode, jurisdiction_of
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Review:
    """A later ruling as a flag tells it: its day, and the new term if it set one."""

    date: PartialDate
    term: Term | None


@dataclass(frozen=True, slots=True)
class TermFlags:
    """Everything the flags can say; what was not given is empty or None."""

    code: str
    article: str
    part: str
    point: str
    charges: tuple[LegalReference, ...]
    arrested: PartialDate | None
    custody: tuple[Custody, ...]
    house_arrest: tuple[Custody, ...]
    verdict: PartialDate | None
    in_force: PartialDate | None
    regime: str | None
    segments: tuple[Segment, ...]
    years: int
    months: int
    days: int
    life: bool
    suspended: bool
    fine: bool
    appeal: Review | None
    cassation: Review | None
    annulled: PartialDate | None
    retrial: Review | None
    retrial_in_force: PartialDate | None
    counted_from: PartialDate | None
    obstacles: tuple[str, ...]
    especially_dangerous: bool


def partial_date(text: str) -> PartialDate:
    """A date as in a casebook: a day, a month, a year, or between two."""
    return _read(PartialDate.parse, text)


def measure(text: str) -> Custody:
    """KIND:FROM..TO, or KIND:FROM.. for a measure that lasted until the verdict was in force."""
    kind, colon, days = text.partition(":")
    if not colon or kind not in set(Measure):
        known = ", ".join(Measure)
        raise click.BadParameter(f"{text!r}: write KIND:FROM..TO, where KIND is one of {known}.")
    return between(days, Measure(kind))


def between(text: str, kind: Measure) -> Custody:
    """FROM..TO under this measure."""
    first, dots, last = text.partition("..")
    if not dots:
        raise click.BadParameter(f"{text!r}: write FROM..TO, as in 2023-02-01..2023-06-30.")
    start, end = partial_date(first), partial_date(last) if last else None
    if end and end.last_day < start.first_day:
        raise click.BadParameter(f"{text!r} ends before it begins; write the earlier day first.")
    return Custody(kind, start, end, credited=None)


def review(text: str) -> Review:
    """DAY, or DAY:TERM where the court set a new term."""
    day, colon, term = text.partition(":")
    return Review(partial_date(day), _read(Term.parse, term) if colon else None)


def segment(text: str) -> Segment:
    """REGIME:TERM, or REGIME alone for the rest of the term."""
    regime, colon, term = text.partition(":")
    if regime not in set(Regime):
        known = ", ".join(Regime)
        raise click.BadParameter(f"{regime!r} is no regime; write one of {known}, then :TERM.")
    return Segment(Regime(regime), _read(Term.parse, term) if colon else None)


def charge(text: str) -> LegalReference:
    """An article that stands in its code, as far as that was looked up."""
    reference = _read(LegalReference.parse, text)
    if is_known(reference) is False:
        raise click.BadParameter(
            f"{reference}: the code has no such article or part; look it up, and write it as in "
            "RU-UK 205.2/2."
        )
    return reference


def career(flags: TermFlags) -> Career:
    """The career these flags tell; flags that contradict each other are a usage error."""
    _check_order(flags)
    _check_code(flags.code)
    articles = (*_article(flags), *flags.charges)
    return Career(
        custody=tuple(_custody(flags)),
        rulings=tuple(_rulings(flags)),
        convicted_of=articles,
        counted_from=flags.counted_from,
        obstacles=frozenset(Obstacle(one) for one in flags.obstacles),
        especially_dangerous=flags.especially_dangerous,
        code=flags.code,
    )


def _article(flags: TermFlags) -> list[LegalReference]:
    if not flags.article:
        if flags.part or flags.point:
            raise click.UsageError("--part and --point belong to an article; give --article too.")
        return []
    tail = f"/{flags.part}/{flags.point}" if flags.point else f"/{flags.part}" * bool(flags.part)
    try:
        return [charge(f"{flags.code} {flags.article}{tail}")]
    except click.BadParameter as why:
        raise click.BadParameter(why.message, param_hint="'--article'") from why


def _custody(flags: TermFlags) -> list[Custody]:
    told = [*flags.custody, *flags.house_arrest]
    if flags.arrested:
        told.append(Custody(Measure.DETAINED, flags.arrested))
    return told


def _rulings(flags: TermFlags) -> list[Ruling]:
    term = _term(flags)
    regime = Regime(flags.regime) if flags.regime else None
    rulings = [
        Ruling(
            Instance.FIRST,
            Outcome.CONVICTED,
            flags.verdict,
            term,
            regime,
            flags.segments,
            suspended=flags.suspended,
            fine=flags.fine,
            in_force=flags.in_force,
        )
    ]
    for instance, told in (
        (Instance.APPEAL, flags.appeal),
        (Instance.CASSATION, flags.cassation),
    ):
        if told:
            outcome = Outcome.CHANGED if told.term else Outcome.UPHELD
            rulings.append(Ruling(instance, outcome, told.date, told.term, regime))
    if flags.annulled:
        reviewed = flags.appeal or flags.in_force
        instance = Instance.CASSATION if reviewed else Instance.APPEAL
        rulings.append(Ruling(instance, Outcome.ANNULLED, flags.annulled))
    if flags.retrial:
        rulings.append(
            Ruling(
                Instance.RETRIAL,
                Outcome.CONVICTED,
                flags.retrial.date,
                flags.retrial.term or term,
                regime,
                flags.segments,
                in_force=flags.retrial_in_force,
            )
        )
    return rulings


def _term(flags: TermFlags) -> Term | None:
    counted = flags.years or flags.months or flags.days
    if flags.life and counted:
        raise click.UsageError("--life has no number; leave out --years, --months and --days.")
    if flags.life:
        return Term(life=True)
    if not counted and not flags.fine:
        raise click.UsageError(
            "How long is the term? Give --years, --months or --days; or --life, or --fine."
        )
    return Term(flags.years, flags.months, flags.days) if counted else None


def _check_code(code: str) -> None:
    try:
        jurisdiction_of(code)
    except UnknownCode as why:
        raise click.BadParameter(str(why), param_hint="'--code'") from why


def _check_order(flags: TermFlags) -> None:
    """What follows what in a case; a breach names the two flags."""
    days: Sequence[tuple[str, PartialDate | None]] = (
        ("--arrested", flags.arrested),
        ("--verdict", flags.verdict),
        ("--appeal", flags.appeal.date if flags.appeal else None),
        ("--cassation", flags.cassation.date if flags.cassation else None),
        ("--annulled", flags.annulled),
        ("--retrial", flags.retrial.date if flags.retrial else None),
        ("--retrial-in-force", flags.retrial_in_force),
    )
    known = [(name, day) for name, day in days if day]
    known_pairs = list(pairwise(known))
    if flags.verdict and flags.in_force:
        known_pairs.append((("--verdict", flags.verdict), ("--in-force", flags.in_force)))
    for (earlier, one), (later, other) in known_pairs:
        if other.last_day < one.first_day:
            raise click.UsageError(f"{later} {other} is before {earlier} {one}; check both days.")


def _read(parse: Callable[[str], Read], text: str) -> Read:
    """The value the text stands for; what it cannot be is a usage error."""
    try:
        return parse(text)
    except KhronikaError as why:
        raise click.BadParameter(str(why)) from why


def was_told(given: Mapping[str, object]) -> bool:
    """Whether any flag but the code was given."""
    return any(value for name, value in given.items() if name != "code")
