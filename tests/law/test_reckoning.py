"""The walk in strides against a plain walk day by day, and what must hold for any career."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers import career, last_days, lives
from khronika.law.career import Career, Custody, Instance, Measure, Outcome, Regime, Ruling
from khronika.law.computed import Computed
from khronika.law.term import compute
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term

DAY = timedelta(days=1)
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on busy machines
START = date(2016, 1, 1)
VERDICT = date(2021, 6, 1)
IN_FORCE = date(2021, 9, 1)
HARSHER = [Regime.SETTLEMENT, Regime.GENERAL, Regime.STRICT]

offsets = st.integers(0, 1700)
lengths = st.integers(0, 250)
measures = st.sampled_from(
    [
        Measure.DETAINED,
        Measure.PRETRIAL,
        Measure.HOUSE_ARREST,
        Measure.BAN_ON_ACTIONS,
        Measure.ADMINISTRATIVE,
    ]
)
stays = st.builds(
    lambda measure, first, length: Custody(
        measure,
        PartialDate.of(START + DAY * first),
        PartialDate.of(START + DAY * (first + length)),
    ),
    measures,
    offsets,
    lengths,
)
terms = st.builds(Term, st.integers(0, 9), st.integers(1, 11), st.sampled_from([0, 0, 7]))


def a_career(
    *held: Custody,
    term: Term,
    regime: Regime = Regime.GENERAL,
    articles: tuple[str, ...] = ("RU-UK 207.3/2",),
    counted_from: PartialDate | None = PartialDate.of(IN_FORCE),  # noqa: B008
) -> Career:
    verdict = Ruling(
        Instance.FIRST,
        Outcome.CONVICTED,
        PartialDate.of(VERDICT),
        term,
        regime,
        in_force=PartialDate.of(IN_FORCE),
    )
    return Career(
        custody=held,
        rulings=(verdict,),
        convicted_of=tuple(LegalReference.parse(one) for one in articles),
        counted_from=counted_from,
    )


def last(one: Computed) -> tuple[date, date]:
    assert one.last_day is not None, one.not_predicted
    return one.last_day.first, one.last_day.last


def test_two_independent_ways_of_reckoning_agree() -> None:
    for life in islice(lives(2026), 300):
        assert last(compute(career(life))) == last_days(life), life


@CALM
@given(st.lists(stays, max_size=4), stays, terms)
def test_more_custody_never_moves_the_end_later(
    held: list[Custody], more: Custody, term: Term
) -> None:
    less = last(compute(a_career(*held, term=term)))
    now = last(compute(a_career(*held, more, term=term)))
    assert now[0] <= less[0]
    assert now[1] <= less[1]


@CALM
@given(st.lists(stays, min_size=1, max_size=5), terms, st.randoms())
def test_the_order_of_measures_changes_nothing(
    held: list[Custody], term: Term, dice: object
) -> None:
    shuffled = list(held)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = a_career(*held, term=term), a_career(*shuffled, term=term)
    assert compute(replace(one, counted_from=None)) == compute(replace(other, counted_from=None))


@CALM
@given(st.lists(stays, min_size=1, max_size=3), terms)
def test_custody_told_twice_counts_once(held: list[Custody], term: Term) -> None:
    assert compute(a_career(*held, *held, term=term)) == compute(a_career(*held, term=term))


@CALM
@given(stays, st.data(), terms)
def test_overlapping_custody_counts_once(whole: Custody, data: st.DataObject, term: Term) -> None:
    assert whole.end is not None
    inside = st.dates(whole.start.first_day, whole.end.first_day)
    first, final = sorted((data.draw(inside), data.draw(inside)))
    part = Custody(whole.measure, PartialDate.of(first), PartialDate.of(final))
    alone, both = (compute(a_career(*h, term=term)) for h in ((whole,), (whole, part)))
    assert last(alone) == last(both)


@CALM
@given(st.lists(stays, max_size=4), terms)
def test_a_harsher_ratio_never_frees_earlier(held: list[Custody], term: Term) -> None:
    ends = [last(compute(a_career(*held, term=term, regime=one))) for one in HARSHER]
    listed = last(compute(a_career(*held, term=term, articles=("RU-UK 205.2/2",))))
    assert ends == sorted(ends)
    assert [one[1] for one in ends] == sorted(one[1] for one in ends)
    assert listed[0] >= ends[1][0]
    assert listed[1] >= ends[1][1]


@CALM
@given(st.lists(stays, max_size=4), terms, st.integers(1, 40))
def test_a_longer_term_never_ends_earlier(held: list[Custody], term: Term, months: int) -> None:
    longer = Term(term.years, term.months + months, term.days)
    short, long = (last(compute(a_career(*held, term=one))) for one in (term, longer))
    assert short[0] <= long[0]
    assert short[1] <= long[1]


def between(first: date, width: int) -> PartialDate:
    return PartialDate.parse(f"{first.isoformat()}/{(first + DAY * width).isoformat()}")


def days_of(one: PartialDate) -> Iterator[PartialDate]:
    for index in range(one.days):
        yield PartialDate.of(one.first_day + DAY * index)


@settings(CALM, max_examples=50)
@given(
    st.dates(date(2017, 1, 1), date(2020, 12, 1)),
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 4)),
    st.sampled_from([Measure.PRETRIAL, Measure.HOUSE_ARREST, Measure.BAN_ON_ACTIONS]),
    st.sampled_from([Regime.GENERAL, Regime.STRICT, Regime.SETTLEMENT]),
    terms,
)
def test_the_interval_holds_every_day_that_partial_dates_can_mean(
    first: date, widths: tuple[int, int, int], measure: Measure, regime: Regime, term: Term
) -> None:
    early = Custody(measure, between(first, widths[0]), between(first + DAY * 40, widths[1]))
    arrest = between(date(2021, 1, 29), widths[2])
    force = between(date(2021, 8, 30), widths[0])

    def told(start: PartialDate, end: PartialDate, day: PartialDate, came: PartialDate) -> Career:
        held = (Custody(measure, start, end), Custody(Measure.DETAINED, day))
        one = a_career(*held, term=term, regime=regime, counted_from=None)
        return replace(one, rulings=(replace(one.rulings[0], in_force=came),))

    assert early.end is not None
    whole = last(compute(told(early.start, early.end, arrest, force)))
    ways = product(*(days_of(one) for one in (early.start, early.end, arrest, force)))
    reached = [last(compute(told(*way))) for way in ways]
    assert whole[0] <= min(one[0] for one in reached)
    assert whole[1] >= max(one[1] for one in reached)
    assert whole[0] == min(one[0] for one in reached)  # and it is no wider than it must be
