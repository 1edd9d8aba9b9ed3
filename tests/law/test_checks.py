"""What is recorded against what the law allows."""

import pytest

from khronika.law.charge_range import Stage
from khronika.law.checks import SaidCase, SaidCharge, SaidRuling, against_law
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term


def charged(text: str = "", offence: str = "", stage: str = "") -> SaidCharge:
    reference = LegalReference.parse(text) if text else None
    return SaidCharge(reference, offence, Stage(stage) if stage else None)


def ruled(
    *articles: str, term: str = "", court: str = "", day: str = "", suspended: bool = False
) -> SaidRuling:
    return SaidRuling(
        articles=tuple(LegalReference.parse(one) for one in articles),
        term=Term.parse(term) if term else None,
        suspended=suspended,
        court=court,
        date=PartialDate.parse(day) if day else None,
    )


def codes(*said: SaidCharge | SaidRuling, arrests: tuple[str, ...] = ()) -> list[str]:
    case = SaidCase(
        "belova-alena, square",
        charges=tuple(one for one in said if isinstance(one, SaidCharge)),
        rulings=tuple(one for one in said if isinstance(one, SaidRuling)),
        arrests=tuple(PartialDate.parse(one) for one in arrests),
    )
    return [one.code.removeprefix("law.") for one in against_law(case)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ([charged("RU-UK 205.2/7")], "no-such-part"),
        ([ruled("RU-UK 205.9")], "no-such-part"),
        ([ruled("RU-UK 212.1", term="6y")], "term-above-maximum"),
        (
            [charged("RU-UK 281/2", stage="preparation"), ruled("RU-UK 281/2", term="11y")],
            "term-above-maximum",
        ),
        ([ruled("RU-UK 205.2/2", suspended=True)], "cannot-be-suspended"),
        ([ruled("RU-UK 207.3/2", term="9y", suspended=True)], "cannot-be-suspended"),
        ([ruled("RU-UK 205.2/2", court="moscow-tverskoy")], "wrong-court"),
        ([charged("RU-UK 30/1", stage="attempt")], "preparation-called-attempt"),
        ([charged("RU-UK 30/3", stage="preparation")], "preparation-called-attempt"),
        (
            [charged(offence="attempted-murder", stage="preparation")],
            "preparation-called-attempt",
        ),
        ([charged("RU-UK 212.1", stage="preparation")], "preparation-unpunished"),
        (
            [charged("RU-UK 282.1/1", "participating-extremist-community")],
            "membership-against-creation",
        ),
        (
            [
                charged("RU-UK 282.1/2", "participating-extremist-community"),
                charged(offence="creating-extremist-community"),
            ],
            "membership-against-creation",
        ),
    ],
)
def test_what_does_not_fit_the_law_is_told(said: list[SaidCharge | SaidRuling], code: str) -> None:
    assert codes(*said) == [code]


@pytest.mark.parametrize(
    "said",
    [
        [ruled("RU-UK 212.1", term="5y")],
        [ruled("RU-UK 111/4", term="30y")],  # nobody looked it up
        [ruled("RU-UK 205.4/2", term="15y")],
        [ruled("RU-UK 275", term="life")],
        [ruled("RU-UK 207.3/2", term="8y", suspended=True)],
        [ruled("RU-UK 205.2/2", court="military-southern")],
        [ruled("RU-UK 205.2/2")],  # no court is named
        [charged("RU-UK 30/1", stage="preparation")],
        [charged("RU-UK 281/2", stage="preparation")],
        [charged("RU-UK 282.1/2", "participating-extremist-community")],
        [charged("RU-UK 282.1/2"), charged("RU-UK 205.4/1")],
    ],
)
def test_what_fits_or_was_not_looked_up_is_no_problem(
    said: list[SaidCharge | SaidRuling],
) -> None:
    assert codes(*said) == []


def test_an_arrest_after_the_verdict_is_told() -> None:
    verdict = ruled("RU-UK 212.1", day="2023-06")
    assert codes(verdict, arrests=("2023-07-01",)) == ["arrest-after-verdict"]
    assert codes(verdict, arrests=("2023-06",)) == []


def test_a_problem_names_the_place_and_a_remedy() -> None:
    (problem,) = against_law(SaidCase("belova-alena, square", (charged("RU-UK 205.2/7"),)))
    assert problem.place == "belova-alena, square"
    assert problem.remedy
