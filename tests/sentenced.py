"""Short ways to tell a conviction: custody, rulings, articles."""

from khronika.law.career import Career, Custody, Instance, Measure, Outcome, Regime, Ruling, Segment
from khronika.law.computed import Computed
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term


def held(measure: str, start: str, end: str = "", *, credited: bool | None = None) -> Custody:
    """Custody as told; no end: until the verdict came into force."""
    day = PartialDate.parse
    return Custody(Measure(measure), day(start), day(end) if end else None, credited)


def ruled(
    instance: str,
    outcome: str,
    day: str = "",
    term: str = "",
    regime: str = "",
    *,
    in_force: str = "",
    suspended: bool = False,
    fine: bool = False,
    segments: tuple[Segment, ...] = (),
) -> Ruling:
    """A ruling as told."""
    return Ruling(
        instance=Instance(instance),
        outcome=Outcome(outcome),
        date=PartialDate.parse(day) if day else None,
        term=Term.parse(term) if term else None,
        regime=Regime(regime) if regime else None,
        segments=segments,
        suspended=suspended,
        fine=fine,
        in_force=PartialDate.parse(in_force) if in_force else None,
    )


def a_career(
    *parts: Custody | Ruling, articles: str = "RU-UK 207.3/2", code: str = "RU-UK"
) -> Career:
    return Career(
        custody=tuple(one for one in parts if isinstance(one, Custody)),
        rulings=tuple(one for one in parts if isinstance(one, Ruling)),
        convicted_of=tuple(LegalReference.parse(one) for one in articles.split(", ") if one),
        code=code,
    )


def spans(computed: Computed) -> tuple[tuple[str, str], tuple[str, str]]:
    assert computed.last_day is not None
    assert computed.release_day is not None
    days = (computed.last_day, computed.release_day)
    last, release = ((str(one.first), str(one.last)) for one in days)
    return last, release


def refused(computed: Computed) -> str:
    assert computed.last_day is None
    assert computed.release_day is None
    assert computed.not_predicted is not None
    return computed.not_predicted.code.removeprefix("law.not-predicted-")
