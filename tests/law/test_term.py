"""The last day of a term, the day of release, and when neither may be predicted."""

from dataclasses import replace

import pytest

from khronika.law.career import Career, Obstacle, Regime, Ruling, Segment
from khronika.law.term import compute
from khronika.values.term import Term
from sentenced import a_career, held, refused, ruled, spans

BASE = (
    held("detained", "2023-02-01"),
    ruled("first", "convicted", "2023-09-01", "5y", "general"),
)


@pytest.mark.parametrize(
    ("career", "reason"),
    [
        (a_career(BASE[0], ruled("first", "convicted", "2023-09-01", "life")), "life"),
        (
            a_career(BASE[0], ruled("first", "convicted", "2023-09-01", "3y", suspended=True)),
            "suspended",
        ),
        (a_career(BASE[0], ruled("first", "convicted", "2023-09-01", fine=True)), "fine"),
        (a_career(BASE[0]), "no-term"),
        (a_career(*BASE, ruled("appeal", "annulled", "2023-12-01")), "annulled"),
        (a_career(*BASE, ruled("appeal", "acquitted", "2023-12-01")), "no-sentence"),
        (a_career(ruled("first", "convicted", "", "5y", "general")), "undetermined-custody"),
    ],
)
def test_what_the_law_does_not_decide_is_not_predicted(career: Career, reason: str) -> None:
    assert refused(compute(career)) == reason


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_an_obstacle_is_told_instead_of_a_day(obstacle: Obstacle) -> None:
    career = replace(a_career(*BASE), obstacles=frozenset({obstacle}))
    assert refused(compute(career)) == obstacle.value


def test_a_partial_date_widens_the_interval() -> None:
    told = (
        held("detained", "2023-02"),
        ruled("first", "convicted", "2023-09-01", "5y", "strict"),
    )
    assert spans(compute(a_career(*told)))[0] == ("2028-01-31", "2028-02-27")


def test_a_fine_after_custody_is_told_and_has_no_sum() -> None:
    fined = compute(a_career(BASE[0], ruled("first", "convicted", "2023-09-01", fine=True)))
    assert [step.rule.id for step in fined.steps] == ["fine-after-custody"]


def test_a_listed_article_beside_another_takes_the_better_credit_from_both() -> None:
    mixed = compute(a_career(*BASE, articles="RU-UK 205.2/2, RU-UK 207.3/2"))
    alone = compute(a_career(*BASE, articles="RU-UK 205.2/2"))
    assert spans(mixed) == spans(alone)
    assert (mixed.verified, alone.verified) == (False, True)


def test_turning_eighteen_in_custody_changes_nothing_in_the_count() -> None:
    educational = (BASE[0], ruled("first", "convicted", "2023-09-01", "5y", "educational"))
    assert spans(compute(a_career(*educational))) == spans(compute(a_career(*BASE)))


def test_a_part_in_prison_leaves_open_how_custody_before_it_counts() -> None:
    segments = (Segment(Regime.PRISON, Term.parse("1y")), Segment(Regime.GENERAL))
    told = ruled("first", "convicted", "2023-09-01", "5y", segments=segments)
    first, last = spans(compute(a_career(BASE[0], told)))[0]
    assert first < spans(compute(a_career(*BASE)))[0][1]
    assert last == "2028-01-31"


@pytest.mark.parametrize(
    ("first", "last", "credited"),
    [("2017-01-01", "2017-01-10", 10), ("2019-01-01", "2019-01-10", 5)],
)
def test_house_arrest_gives_half_a_day_since_14_july_2018(
    first: str, last: str, credited: int
) -> None:
    told = (
        held("detained", "2020-01-01"),
        ruled("first", "convicted", "2020-06-01", "5y", "strict"),
    )
    without, having = (
        compute(a_career(*extra, *told)) for extra in ((), (held("house-arrest", first, last),))
    )
    assert without.last_day
    assert having.last_day
    assert (without.last_day.first - having.last_day.first).days == credited


def test_custody_before_the_law_of_2018_rests_on_an_unchecked_rule() -> None:
    told = (
        held("detained", "2017-07-14"),
        ruled("first", "convicted", "2018-03-01", "5y", "general", in_force="2018-07-14"),
    )
    computed = compute(a_career(*told))
    assert not computed.verified
    assert "reaching-back" in {step.rule.id for step in computed.steps}


def test_a_term_over_before_the_law_of_2018_gains_nothing_by_it() -> None:
    told = (
        held("detained", "2014-01-01"),
        ruled("first", "convicted", "2014-12-01", "3y", "general", in_force="2015-01-01"),
    )
    assert spans(compute(a_career(*told)))[0] == ("2016-12-31", "2016-12-31")


def test_a_court_that_softens_the_regime_makes_days_served_worth_more() -> None:
    told = (
        held("detained", "2020-01-01"),
        ruled("first", "convicted", "2020-06-01", "5y", "strict", in_force="2020-07-01"),
    )
    softer = ruled("cassation", "changed", "2021-07-01", "5y", "general")
    hard, soft = (compute(a_career(*parts)) for parts in (told, (*told, softer)))
    assert hard.last_day
    assert soft.last_day
    assert (hard.last_day.first - soft.last_day.first).days > 250
    assert "regime-changed" in {step.rule.id for step in soft.steps}


def test_days_in_a_punishment_cell_lose_the_better_worth() -> None:
    told = (
        held("detained", "2021-01-01", "2022-01-01"),
        ruled("first", "convicted", "2021-06-01", "5y", "general", in_force="2022-01-01"),
    )
    cell = held("punishment-cell", "2021-03-01", "2021-03-10")
    without, with_cell = (compute(a_career(*p)) for p in (told, (*told, cell)))
    assert without.last_day
    assert with_cell.last_day
    assert (with_cell.last_day.first - without.last_day.first).days == 5


@pytest.mark.parametrize(("credited", "days"), [(None, (0, 7)), (True, (7, 7)), (False, (0, 0))])
def test_administrative_arrest_counts_only_if_the_court_said_so(
    credited: bool | None, days: tuple[int, int]
) -> None:
    told = (
        held("detained", "2020-01-08"),
        ruled("first", "convicted", "2020-06-01", "5y", "strict"),
    )
    arrest = held("administrative", "2019-12-01", "2019-12-07", credited=credited)
    without, having = (compute(a_career(*p)) for p in (told, (arrest, *told)))
    assert without.last_day
    assert having.last_day
    gained = (
        (without.last_day.first - having.last_day.last).days,
        (without.last_day.first - having.last_day.first).days,
    )
    assert gained == days


def test_a_second_jurisdiction_needs_no_code_and_nothing_of_it_is_published() -> None:
    told = (
        held("detained", "2021-01-10"),
        ruled("first", "convicted", "2021-06-10", "3y", "general"),
    )
    computed = compute(a_career(*told, articles="", code="BY-UK"))
    assert spans(computed)[0] == ("2024-01-09", "2024-01-09")
    assert not computed.verified


@pytest.mark.parametrize(
    "first",
    [
        ruled("first", "convicted", "2020-06-01", fine=True),
        ruled("first", "convicted", "2020-06-01", "3y", "strict", suspended=True),
    ],
)
def test_a_verdict_that_lets_go_ends_custody(first: Ruling) -> None:
    told = (first, ruled("appeal", "changed", "2021-01-01", "3y", "strict"))
    open_ended = compute(a_career(held("detained", "2020-01-01"), *told))
    dated = compute(a_career(held("detained", "2020-01-01", "2020-06-01"), *told))
    assert spans(open_ended) == spans(dated)
    assert spans(open_ended)[0] == ("2023-07-31", "2023-07-31")  # 153 days off three years


def test_that_a_sentence_is_served_from_the_day_of_force_is_called_an_assumption() -> None:
    told = ruled("first", "convicted", "2020-06-01", "3y", "strict", in_force="2020-07-01")
    computed = compute(a_career(told))
    assert "law.assumed-serving-from-force" in {say.code for say in computed.assumptions}


def test_custody_that_ended_before_the_verdict_was_in_force_is_counted_both_ways() -> None:
    told = ruled("first", "convicted", "2020-06-01", "3y", "strict", in_force="2020-07-01")
    ended = compute(a_career(held("detained", "2020-01-01", "2020-06-01"), told))
    went_on = compute(a_career(held("detained", "2020-01-01"), told))
    assert spans(went_on)[0] == ("2022-12-31", "2022-12-31")
    assert spans(ended)[0] == ("2022-12-31", "2023-01-29")
    assert "law.assumed-perhaps-at-large" in {say.code for say in ended.assumptions}
