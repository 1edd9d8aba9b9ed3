"""What a charge threatens."""

import pytest

from khronika.law.charge_range import Charge, Leniency, Range, Role, Stage, charge_range, together
from khronika.law.gravity import Gravity
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference


def a_charge(text: str, stage: str = "complete", on: str = "", *lenient: str) -> Charge:
    return Charge(
        LegalReference.parse(text),
        Stage(stage),
        on=PartialDate.parse(on) if on else None,
        leniency=tuple(Leniency(one) for one in lenient),
    )


def said(found: Range) -> tuple[str, str, bool]:
    return str(found.least or "-"), str(found.most or "-"), found.life


@pytest.mark.parametrize(
    ("charge", "threat"),
    [
        (a_charge("RU-UK 281/2"), ("12y", "20y", False)),
        (a_charge("RU-UK 281/2", "preparation"), ("-", "10y", False)),  # half of the maximum
        (a_charge("RU-UK 205/2", "attempt"), ("12y", "15y", False)),  # three quarters
        (a_charge("RU-UK 205/3"), ("15y", "20y", True)),
        (a_charge("RU-UK 205/3", "attempt"), ("15y", "15y", False)),  # never for life
        (a_charge("RU-UK 212.1"), ("-", "5y", False)),
        (a_charge("RU-UK 319"), ("-", "-", False)),  # no imprisonment
        (a_charge("RU-UK 280.3/1", "complete", "2022-05"), ("-", "3y", False)),
        (a_charge("RU-UK 280.3/1", "complete", "2023-04"), ("-", "5y", False)),
        (a_charge("RU-UK 280.3/1", "complete", "2023-03"), ("-", "5y", False)),  # either edition
        (a_charge("RU-UK 205.4/2", "complete", "2017"), ("5y", "10y", False)),
        (a_charge("RU-UK 207.3/2", "complete", "", "plea-agreement"), ("5y", "5y", False)),
        (a_charge("RU-UK 207.3/3", "complete", "", "jury-leniency"), ("10y", "10y", False)),
    ],
)
def test_the_range_follows_edition_stage_and_leniency(
    charge: Charge, threat: tuple[str, str, bool]
) -> None:
    found = charge_range(charge)
    assert found.recorded
    assert said(found) == threat


def test_what_was_not_looked_up_is_not_recorded() -> None:
    assert charge_range(a_charge("RU-UK 111/4")) == Range()


def test_preparation_of_a_crime_that_is_not_grave_is_not_punished() -> None:
    found = charge_range(a_charge("RU-UK 212.1", "preparation"))
    assert found.unpunished
    assert found.most is None


def test_a_role_leaves_the_limits_and_says_so() -> None:
    alone = a_charge("RU-UK 212/1")
    helped = charge_range(Charge(alone.reference, role=Role.ACCESSORY))
    assert said(helped) == said(charge_range(alone))
    assert [step.rule.id for step in helped.steps] == ["role"]


@pytest.mark.parametrize(
    ("articles", "most", "rules"),
    [
        (["RU-UK 212.1", "RU-UK 318/1"], "7y6m", ["aggregation-mild", "cap-crimes"]),
        (["RU-UK 207.3/2", "RU-UK 318/1"], "15y", ["aggregation-grave", "cap-crimes"]),
        (["RU-UK 207.3/3", "RU-UK 212/1"], "22y6m", ["aggregation-grave", "cap-crimes"]),
        (["RU-UK 281/1", "RU-UK 281/2"], "25y", ["aggregation-grave", "cap-crimes"]),
        (["RU-UK 205/1", "RU-UK 281/1"], "30y", ["aggregation-grave", "cap-crimes-terrorism"]),
        (["RU-UK 330.1/1", "RU-UK 159/1"], "3y", ["aggregation-mild", "cap-crimes"]),
    ],
)
def test_several_charges_together_have_a_cap(
    articles: list[str], most: str, rules: list[str]
) -> None:
    charges = [a_charge(one) for one in articles]
    found = together([charge_range(one) for one in charges], charges)
    assert str(found.most) == most
    assert [step.rule.id for step in found.steps] == rules


def test_together_with_what_was_not_looked_up_nothing_is_recorded() -> None:
    charges = [a_charge("RU-UK 212.1"), a_charge("RU-UK 111/4")]
    assert not together([charge_range(one) for one in charges], charges).recorded


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("RU-UK 330.1/1", Gravity.SMALL),
        ("RU-UK 212.1", Gravity.MEDIUM),
        ("RU-UK 207.3/2", Gravity.GRAVE),
        ("RU-UK 207.3/3", Gravity.ESPECIALLY_GRAVE),
        ("RU-UK 275", Gravity.ESPECIALLY_GRAVE),
    ],
)
def test_gravity_follows_from_the_maximum(text: str, category: Gravity) -> None:
    assert charge_range(a_charge(text)).gravity is category
