"""Every count counts persons once, and says who could not be counted."""

import pytest

from builders import a_claim, case, person
from editions.publications import ALENA, BORIS, VERA, a_publication
from khronika.clearance.publication import Publication
from khronika.editions.site.tally import (
    Band,
    by_article,
    by_regime,
    by_status,
    by_term,
    by_year_of_arrest,
    by_year_of_verdict,
    in_cases,
)
from khronika.schema.claim import Claim
from khronika.values.legal import LegalReference

EVERY = (by_status, by_article, by_year_of_arrest, by_year_of_verdict, by_term, by_regime)


def verdict(who: str, **fields: object) -> Claim:
    return a_claim("ruling", subject=person(who), case=case(), instance="first", **fields)  # type: ignore[arg-type]


def arrested(who: str, date: str, **more: object) -> Claim:
    return a_claim("arrest", subject=person(who), date=date, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("count", EVERY)
def test_nobody_is_left_out_silently(count: object) -> None:
    publication = a_publication()
    tally = count(publication)  # type: ignore[operator]
    assert tally.known + tally.disputed + tally.unknown == tally.asked
    if count not in {by_term, by_regime}:
        assert tally.asked == len(publication.people)
    assert count(a_publication([])).asked == 0  # type: ignore[operator]


def test_where_one_answer_is_possible_the_lines_add_up_to_the_known() -> None:
    for count in (by_status, by_year_of_arrest, by_year_of_verdict, by_term, by_regime):
        tally = count(a_publication())
        assert sum(tally.rows.values()) == tally.known


def test_a_person_counts_once_for_each_article_whatever_the_parts() -> None:
    publication = a_publication(
        [
            a_claim("charge", subject=ALENA, case=case(), article="RU-UK 205.2/1"),
            a_claim("charge", subject=ALENA, case=case(), article="RU-UK 205.2/2"),
            a_claim("ruling", subject=ALENA, case=case(), articles=["RU-UK 280/1"]),
            a_claim("charge", subject=BORIS, article="RU-UK 280/2"),
            arrested("yezhova-vera", "2024"),
        ]
    )
    tally = by_article(publication)
    assert dict(tally.rows) == {
        LegalReference("RU-UK", "280"): 2,
        LegalReference("RU-UK", "205.2"): 1,
    }
    assert list(tally.rows.values()) == [2, 1]
    assert (tally.known, tally.unknown) == (2, 1)


def test_the_earliest_arrest_counts_and_a_date_without_a_year_does_not() -> None:
    publication = a_publication(
        [
            arrested("a", "2023-02-11", case=case("one")),
            arrested("a", "2021-05", case=case("two")),
            arrested("b", "2021-24"),  # a winter lies in two years
            arrested("c", "2020-01-02/2020-03-04"),
            a_claim("search", subject=person("d"), date="2022"),
        ]
    )
    tally = by_year_of_arrest(publication)
    assert dict(tally.rows) == {2020: 1, 2021: 1}
    assert (tally.known, tally.disputed, tally.unknown) == (2, 0, 2)


def test_sources_that_name_two_years_are_disputed_and_two_days_of_one_year_are_not() -> None:
    publication = a_publication(
        [
            arrested("a", "2021-05-01"),
            arrested("a", "2022-05-01", section="p. 2"),
            arrested("b", "2021-05-01"),
            arrested("b", "2021-06-01", section="p. 2"),
        ]
    )
    tally = by_year_of_arrest(publication)
    assert dict(tally.rows) == {2021: 1}
    assert (tally.known, tally.disputed, tally.unknown) == (1, 1, 0)


@pytest.mark.parametrize(
    ("term", "band"),
    [
        ("2y11m", Band.UNDER_3),
        ("3y", Band.UNDER_5),
        ("60m", Band.UNDER_10),
        ("9y11m29d", Band.UNDER_10),
        ("10y", Band.UNDER_15),
        ("15y", Band.FROM_15),
        ("life", Band.LIFE),
    ],
)
def test_a_term_falls_into_one_band(term: str, band: Band) -> None:
    assert dict(by_term(a_publication([verdict("a", term=term)])).rows) == {band: 1}


def test_terms_that_clash_count_only_where_every_version_falls_into_one_band() -> None:
    def both(first: str, second: str) -> Publication:
        return a_publication([verdict("a", term=first), verdict("a", term=second, section="p. 2")])

    assert dict(by_term(both("6y", "9y")).rows) == {Band.UNDER_10: 1}
    clash = by_term(both("4y", "9y"))
    assert (dict(clash.rows), clash.disputed) == ({}, 1)


def test_terms_and_regimes_are_asked_of_those_with_a_verdict_alone() -> None:
    publication = a_publication(
        [
            verdict("a", date="2022-01-01", term="4y", regime="strict"),
            verdict("b", date="2022-01-01", term="4y", suspended="yes"),
            verdict("c", date="2022-01-01", fine="500000 RUB"),
            a_claim("ruling", subject=person("d"), instance="appeal", term="5y"),
            arrested("e", "2022"),
        ]
    )
    terms, regimes = by_term(publication), by_regime(publication)
    assert dict(terms.rows) == {Band.SUSPENDED: 1, Band.UNDER_5: 1}
    assert (terms.asked, terms.unknown) == (3, 1)
    assert dict(regimes.rows) == {"strict": 1}
    assert (regimes.asked, regimes.unknown) == (3, 2)


def test_somebody_in_two_cases_counts_twice_only_case_by_case() -> None:
    claims = [
        a_claim("membership", subject=VERA, case=case(one), role="defendant")
        for one in ("one", "two")
    ]
    publication = a_publication(claims)
    assert (len(publication.people), in_cases(publication)) == (1, 2)
