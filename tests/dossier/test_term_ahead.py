"""The end of a term as we reckon it, beside what sources report."""

from datetime import date

import pytest

from builders import a_claim, case
from folded import dossier
from khronika.dossier.term_ahead import Reckoned, reckoned, with_terms
from khronika.law.career import Obstacle
from khronika.schema.claim import Claim
from khronika.schema.value import show

SQUARE, RIVER = case("square"), case("river")


def sentenced(**changes: object) -> list[Claim]:
    """Arrested, charged, sentenced to two years of strict regime."""
    ruling = {
        "date": "2023-06-01",
        "term": "2y",
        "regime": "strict",
        "articles": ["RU-UK 207.3/2"],
    }
    return [
        a_claim("arrest", case=SQUARE, event="taken", date="2023-02-01"),
        a_claim("ruling", case=SQUARE, **{**ruling, **changes}),  # type: ignore[arg-type]
    ]


def the_term(*claims: Claim, as_of: date = date(2024, 6, 1)) -> Reckoned:
    found = reckoned(dossier(*claims, as_of=as_of))
    assert len(found) == 1
    return found[0]


def release_of(one: Reckoned) -> tuple[str, str]:
    assert one.computed.release_day is not None
    return str(one.computed.release_day.first), str(one.computed.release_day.last)


def test_a_term_is_reckoned_from_arrest_and_ruling() -> None:
    assert release_of(the_term(*sentenced())) == ("2025-01-31", "2025-01-31")


def test_whoever_was_not_sentenced_has_no_term() -> None:
    assert reckoned(dossier(a_claim("arrest", case=SQUARE, date="2023-02-01"))) == ()
    arrested = a_claim("ruling", case=SQUARE, date="2023-02-01", arrest_days=15)
    assert reckoned(dossier(arrested)) == ()


def test_disputed_days_widen_the_interval() -> None:
    other = a_claim("arrest", case=SQUARE, event="taken", date="2023-02-03", section="p. 9")
    assert release_of(the_term(*sentenced(), other)) == ("2025-01-31", "2025-01-31")
    week = a_claim("arrest", case=SQUARE, event="taken", date="2023-02-06", section="p. 9")
    assert release_of(the_term(*sentenced(), week)) == ("2025-01-31", "2025-02-05")


def test_a_disputed_term_is_not_reckoned() -> None:
    other = a_claim("ruling", case=SQUARE, date="2023-06-01", term="3y", section="p. 9")
    one = the_term(*sentenced(), other)
    assert one.career.obstacles == {Obstacle.DISPUTED}
    assert one.computed.last_day is None


def test_without_articles_in_a_ruling_the_charges_are_taken_and_that_is_said() -> None:
    charge = a_claim("charge", case=SQUARE, article="RU-UK 205.2/2", state="charged")
    one = the_term(*sentenced(articles=[], regime="general"), charge)
    assert release_of(one) == ("2025-01-31", "2025-01-31")
    assert [say.code for say in one.assumed] == ["law.assumed-charges"]


def test_a_reported_release_that_meets_is_no_dispute() -> None:
    release = a_claim("release", case=SQUARE, date="2025-01-30", kind_="served")
    folded = dossier(*sentenced(), release, as_of=date(2025, 6, 1))
    assert the_term(*sentenced(), release, as_of=date(2025, 6, 1)).meets is True
    assert with_terms(folded).disputes == folded.disputes


def test_a_reported_release_that_does_not_meet_is_a_dispute() -> None:
    release = a_claim("release", case=SQUARE, date="2025-05", kind_="served")
    found = with_terms(dossier(*sentenced(), release, as_of=date(2025, 6, 1))).disputes
    assert [(one.kind, one.field) for one in found] == [("release", "date")]
    assert [show(backed.value) for backed in found[0].values] == ["2025-05", "2025-01-31"]
    assert [backed.claims == () for backed in found[0].values] == [False, True]


@pytest.mark.parametrize("kind", ["parole", "pardon", "early"])
def test_an_early_release_says_nothing_about_the_term(kind: str) -> None:
    release = a_claim("release", case=SQUARE, date="2024-01-10", kind_=kind)
    one = the_term(*sentenced(), release)
    assert one.meets is None
    assert one.is_over


def test_another_open_case_stops_the_prediction() -> None:
    second = a_claim("charge", case=RIVER, article="RU-UK 205.2/2", date="2024-01-10")
    one = the_term(*sentenced(), second)
    assert one.computed.not_predicted
    assert one.computed.not_predicted.code == "law.not-predicted-second-case"


def test_a_case_after_the_release_does_not() -> None:
    second = a_claim("arrest", case=RIVER, date="2025-02-03")
    assert the_term(*sentenced(), second, as_of=date(2025, 6, 1)).computed.last_day


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (a_claim("death", date="2024-02"), "death"),
        (a_claim("extradition", state="requested", date="2024-02"), "extradition"),
        (a_claim("release", case=SQUARE, date="2024-02", kind_="exchange"), "exchange"),
        (a_claim("custody", case=SQUARE, kind_="house-arrest"), "undated-measure"),
        (a_claim("arrest", case=SQUARE, event="before", date="2022-01-01"), "undated-measure"),
        (a_claim("release", case=SQUARE, date="2023-03-01", kind_="other"), "undated-measure"),
        (a_claim("step", case=SQUARE, kind_="remand-in-absentia"), "at-large"),
        (a_claim("incident", kind_="left-country", date="2024-02"), "at-large"),
        (a_claim("step", case=SQUARE, kind_="milder-measure"), "undated-measure"),
    ],
)
def test_what_stands_in_the_way_is_told(claim: Claim, reason: str) -> None:
    refused = the_term(*sentenced(), claim).computed.not_predicted
    assert refused
    assert refused.code == f"law.not-predicted-{reason}"


def test_a_sentence_passed_in_absence_is_not_reckoned() -> None:
    ruling = a_claim(
        "ruling", case=SQUARE, date="2023-06-01", term="8y", regime="general", in_force="2023-07-01"
    )
    assert the_term(ruling).computed.last_day is None


def test_the_end_of_a_term_is_a_day_ahead_and_then_an_open_question() -> None:
    before = with_terms(dossier(*sentenced(), as_of=date(2024, 6, 1)))
    after = with_terms(dossier(*sentenced(), as_of=date(2025, 2, 10)))
    assert [(one.code, one.on) for one in before.ahead] == [("term-ends", date(2025, 1, 31))]
    assert "reckoned-term-over" in {gap.code for gap in after.gaps}
    assert "reckoned-term-over" not in {gap.code for gap in before.gaps}


def test_a_total_outweighs_the_term_of_one_count_and_forced_labour_is_a_term() -> None:
    assert release_of(the_term(*sentenced(total="3y")))[0] == "2026-01-30"  # a Saturday before
    labour = the_term(*sentenced(term="1y", regime="general", forced_labour="1y"))
    assert labour.computed.last_day
