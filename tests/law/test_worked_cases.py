"""Worked cases of the field: the answer must hold what happened, or what was reckoned by hand.

A date that nobody checked stands as an approximate one (`~`), so that the interval carries it.
"""

from dataclasses import dataclass
from datetime import date

import pytest

from khronika.law.career import Career, Regime, Segment
from khronika.law.term import compute
from khronika.values.term import Term
from sentenced import a_career, held, refused, ruled, spans


@dataclass(frozen=True)
class Worked:
    """A case whose answer is known: the last day it must hold, and the day of release."""

    career: Career
    last_day: str
    release: str = ""
    verified: bool = True
    width: int = 11


PRISON_THEN_STRICT = (
    Segment(Regime.PRISON, Term.parse("30m")),
    Segment(Regime.STRICT),
)
WORKED = {
    # svoboda.org 31003588, kommersant.ru 4327057: released on the morning of the last day
    "case 1: annulled verdict, general regime": Worked(
        a_career(
            held("detained", "2019-08-12"),
            ruled("first", "convicted", "2019-09-05", "4y", "general"),
            ruled("appeal", "upheld", "2019-10-14"),
            ruled("cassation", "annulled", "2020-03-02"),
            ruled("appeal", "changed", "2020-04-20", "18m"),
            articles="RU-UK 212.1",
        ),
        "2020-12-16",
        "2020-12-16",
    ),
    # thegoaspotlight.com 2021/11/04: the last day is a public holiday; two people, cases 2 and 3
    "cases 2 and 3: strict regime, a public holiday": Worked(
        a_career(held("detained", "2017-11-05"), ruled("first", "convicted", "", "4y", "strict")),
        "2021-11-04",
        "2021-11-03",
    ),
    # interfax.ru 749110, house-arrest days unchecked: day for day before 14 July 2018
    "case 4: house arrest of 2014, suspended sentence made real": Worked(
        a_career(
            held("house-arrest", "2014-02-28~", "2014-12-30~"),
            ruled("first", "convicted", "2014-12-30", "3y6m", "general", suspended=True),
            ruled("supervision", "changed", "2021-02-02", "3y6m"),
            articles="RU-UK 159/4",
        ),
        "2023-10-01",
    ),
    # dsnews.ua 20 February 2021: house arrest went on after the verdict, until when is unchecked
    "case 5: the same with more house arrest": Worked(
        a_career(
            held("house-arrest", "2014-02-28~", "2015-02"),
            ruled("first", "convicted", "2014-12-30", "3y6m", "general", suspended=True),
            ruled("supervision", "changed", "2021-02-02", "3y6m"),
            articles="RU-UK 159/4",
        ),
        "2023-08-15",
        width=31,
    ),
    # rferl.org 32373545: left the colony the next morning; arrest day unchecked
    "case 6: a listed article beside another, general regime": Worked(
        a_career(
            held("detained", "2018-01-21~"),
            ruled("first", "convicted", "2020-06-22", "5y6m", "general"),
            ruled("appeal", "changed", "2020-10-20~", "5y3m"),
            articles="RU-UK 205.4/2, RU-UK 222.1/1",
        ),
        "2023-04-20",
        "2023-04-21",
        verified=False,
    ),
    # avtonom.org: end of January 2025
    "case 7: a listed article, general regime": Worked(
        a_career(
            held("detained", "2018-01-23~"),
            ruled("first", "convicted", "2020-06-22", "7y", "general"),
            articles="RU-UK 205.4/2",
        ),
        "2025-01-22",
    ),
    # rferl.org 31401223: July 2021; the last day is a Saturday
    "case 8: a listed article, a Saturday": Worked(
        a_career(
            held("detained", "2018-01-25~"),
            ruled("first", "convicted", "", "3y6m", "general"),
            articles="RU-UK 205.4/2",
        ),
        "2021-07-24",
        "2021-07-23",
    ),
    # avtonom.org, caseazatmiftakhov.org: detained, let go, detained again within a week
    "case 9: cassation shortens, detained within a week": Worked(
        a_career(
            held("detained", "2019-02-01/2019-02-07"),
            ruled("first", "convicted", "2021-01-18", "6y", "general", in_force="2021-06-09~"),
            ruled("cassation", "changed", "2022-04-21", "5y9m"),
            articles="RU-UK 213/2",
        ),
        "2023-09-04",
    ),
    # novayagazeta.ru 2025/01/24: annulled on appeal, so custody until the second verdict's day
    "case 10: annulled before it came into force": Worked(
        a_career(
            held("detained", "2021-06-11"),
            ruled("first", "convicted", "2022-10", "5y", "general"),
            ruled("appeal", "annulled", "2023-06-15"),
            ruled("retrial", "convicted", "2023-09", "5y", "general", in_force="2024-03-11~"),
            articles="RU-UK 213/2",
        ),
        "2025-01-24",
        "2025-01-24",
    ),
    # mordor.news meduzalive_78409: freed in the courtroom
    "case 11: time served, colony-settlement": Worked(
        a_career(
            held("detained", "2022-04-25"),
            ruled("first", "convicted", "2023-02-09", "1y4m", "settlement"),
            articles="RU-UK 212.1",
        ),
        "2022-12-24",
        "2023-02-09",
    ),
    # a prediction: the appeal replaced a fine
    "case 12: custody, a fine, prison on appeal (prediction)": Worked(
        a_career(
            held("pretrial", "2023-07-25", "2023-12-12"),
            ruled("first", "convicted", "2023-12-12", fine=True),
            ruled("appeal", "changed", "2024-02-13", "5y", "general"),
            articles="RU-UK 205.2/2",
        ),
        "2028-09-24",
    ),
    # a prediction, ended by an exchange
    "case 13: general regime, day of force unchecked (prediction)": Worked(
        a_career(
            held("detained", "2021-05-31"),
            ruled("first", "convicted", "2022-07-15", "4y", "general", in_force="2022-10-04~"),
            articles="RU-UK 284.1/1",
        ),
        "2024-09-27",
    ),
    # sport-express.ru 1542985: custody and terms
    "case 14: eighteen months, general regime": Worked(
        a_career(
            held("detained", "2018-10-10"),
            ruled("first", "convicted", "2019-05-08", "18m", "general", in_force="2019-06-14~"),
            articles="RU-UK 213/2",
        ),
        "2019-12-08",
    ),
    "case 14: seventeen months, general regime": Worked(
        a_career(
            held("detained", "2018-10-10"),
            ruled("first", "convicted", "2019-05-08", "17m", "general", in_force="2019-06-14~"),
            articles="RU-UK 213/2",
        ),
        "2019-11-07",
    ),
    # the book: the first two and a half years in prison
    "case 15: a second term with a prison part (prediction)": Worked(
        a_career(
            held("detained", "2023-09-04"),
            ruled("first", "convicted", "2024-03-28", "4y", segments=PRISON_THEN_STRICT),
            articles="RU-UK 205.2/1",
        ),
        "2027-09-03",
    ),
}


@pytest.mark.parametrize("name", WORKED)
def test_a_worked_case_comes_out(name: str) -> None:
    case = WORKED[name]
    computed = compute(case.career)
    assert computed.last_day is not None
    assert computed.release_day is not None
    assert computed.last_day.holds(date.fromisoformat(case.last_day))
    if case.release:
        assert computed.release_day.holds(date.fromisoformat(case.release))
    assert (computed.last_day.last - computed.last_day.first).days <= case.width
    assert computed.verified is case.verified


@pytest.mark.parametrize(
    ("name", "last_day", "release"),
    [
        ("cases 2 and 3: strict regime, a public holiday", "2021-11-04", "2021-11-03"),
        ("case 11: time served, colony-settlement", "2022-12-24", "2023-02-09"),
        ("case 12: custody, a fine, prison on appeal (prediction)", "2028-09-24", "2028-09-22"),
        ("case 15: a second term with a prison part (prediction)", "2027-09-03", "2027-09-03"),
    ],
)
def test_what_is_known_to_the_day_is_reckoned_to_the_day(
    name: str, last_day: str, release: str
) -> None:
    computed = compute(WORKED[name].career)
    assert spans(computed) == ((last_day,) * 2, (release,) * 2)


def test_courts_count_the_day_of_entry_into_force_either_way() -> None:
    computed = compute(WORKED["case 1: annulled verdict, general regime"].career)
    assert spans(computed)[0] == ("2020-12-16", "2020-12-17")


def test_time_served_tells_the_days_held_beyond_the_term() -> None:
    computed = compute(WORKED["case 11: time served, colony-settlement"].career)
    assert computed.over_by == (47, 47)
    assert "law.time-served" in {step.say.params["what"].code for step in computed.steps}  # type: ignore[attr-defined]


def test_case_16_is_not_predicted_because_custody_between_is_not_known() -> None:
    computed = compute(
        a_career(
            held("pretrial", "2024-02-25", "2025-02-07"),
            held("ban-on-actions", "2025-02-08"),
            ruled("first", "convicted", "2025-04-18", "2y8m", "general"),
        )
    )
    assert refused(computed) == "undetermined-custody"


def test_two_terms_for_one_person_are_reckoned_each_by_its_own_conviction() -> None:
    first = compute(WORKED["case 9: cassation shortens, detained within a week"].career)
    second = compute(WORKED["case 15: a second term with a prison part (prediction)"].career)
    assert spans(first) != spans(second)


def test_every_step_names_its_rule_its_version_and_its_mark() -> None:
    for case in WORKED.values():
        for step in compute(case.career).steps:
            said = step.say.params
            assert said["rule"] == step.rule.title
            assert said["place"] == step.rule.place
            assert {"version", "mark", "what"} <= said.keys()
