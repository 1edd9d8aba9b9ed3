"""What became of an accusation: convicted, accused, or accused once."""

import pytest

from builders import a_claim
from editions.publications import ALENA, SQUARE, a_publication
from khronika.editions.referred import Outcome, articles_named, charged_under
from khronika.editions.site.article import outcome_of
from khronika.schema.claim import Claim

ARTICLE = "RU-UK 205.2/2"


def charge(**fields: object) -> Claim:
    return a_claim("charge", subject=ALENA, case=SQUARE, article=ARTICLE, **fields)  # type: ignore[arg-type]


def ruling(instance: str, year: int, **fields: object) -> Claim:
    return a_claim(
        "ruling", subject=ALENA, case=SQUARE, instance=instance, date=f"{year}-02", **fields  # type: ignore[arg-type]
    )  # fmt: skip


VERDICT = ruling("first", 2023, outcome="convicted", articles=["RU-UK 205.2/2"])


@pytest.mark.parametrize(
    ("claims", "outcome"),
    [
        ([charge()], Outcome.ACCUSED),
        ([charge(state="charged")], Outcome.ACCUSED),
        ([charge(state="dropped")], Outcome.ENDED),
        ([charge(state="requalified")], Outcome.ENDED),
        ([charge(state="convicted")], Outcome.GUILTY),
        ([charge(), VERDICT], Outcome.GUILTY),
        # the appeal upheld it, changed the term, or took it away
        ([VERDICT, ruling("appeal", 2024, outcome="upheld")], Outcome.GUILTY),
        ([VERDICT, ruling("appeal", 2024, outcome="annulled")], Outcome.ENDED),
        ([VERDICT, ruling("appeal", 2024, outcome="changed", dropped=["RU-UK 205.2"])],
         Outcome.ENDED),
        # an open charge outweighs a conviction that fell
        ([charge(), VERDICT, ruling("appeal", 2024, outcome="returned")], Outcome.ACCUSED),
        ([ruling("first", 2023, outcome="acquitted", articles=["RU-UK 205.2"])], Outcome.ENDED),
        ([charge(), ruling("first", 2023, outcome="acquitted")], Outcome.ENDED),
        ([charge(), ruling("first", 2023, outcome="terminated", dropped=["RU-UK 205.2"])],
         Outcome.ENDED),
    ],
)  # fmt: skip
def test_an_accusation_has_one_outcome(claims: list[Claim], outcome: Outcome) -> None:
    dossier = a_publication(claims).people[ALENA]
    assert outcome_of(list(charged_under(dossier))) is outcome


def test_where_sources_disagree_whether_the_conviction_stands_it_stands_marked() -> None:
    appeal = [ruling("appeal", 2024, outcome=one) for one in ("upheld", "annulled")]
    said = charged_under(a_publication([VERDICT, *appeal]).people[ALENA])
    assert [(one.outcome, one.disputed) for one in said] == [(Outcome.GUILTY, True)]


def test_a_ruling_of_another_case_takes_nothing_away() -> None:
    other = a_claim(
        "ruling", subject=ALENA, case=SQUARE.replace("square", "repost"), date="2024",  # type: ignore[arg-type]
        outcome="annulled", instance="appeal",
    )  # fmt: skip
    said = charged_under(a_publication([VERDICT, other]).people[ALENA])
    assert [one.outcome for one in said] == [Outcome.GUILTY]


@pytest.mark.parametrize(
    "claims", [[charge()], [VERDICT], [charge(), ruling("appeal", 2024, dropped=["RU-UK 280"])]]
)
def test_the_whole_articles_are_those_of_all_namings(claims: list[Claim]) -> None:
    dossier = a_publication(claims).people[ALENA]
    named = [one.reference for one in charged_under(dossier)]
    assert {(one.code, one.article) for one in named} == {
        (one.code, one.article) for one in articles_named(dossier)
    }
