"""Where a person stands on a day, and why."""

from datetime import date

import pytest

from builders import a_claim, case
from folded import dossier
from khronika.dossier.dossier import Possible, StatusCode
from khronika.errors import Say
from khronika.schema.claim import Claim
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

SQUARE, GATE = case("square"), case("gate")
ARREST = a_claim(case=SQUARE, date="2022-08-30")
SENTENCE = a_claim("ruling", case=SQUARE, date="2023-10-25", term="6y")


def custody(kind: str, start: str = "2022-09-01", **fields: object) -> Claim:
    return a_claim("custody", case=SQUARE, kind_=kind, start=start, **fields)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([a_claim("membership", case=SQUARE)], "unknown"),
        ([ARREST], "unknown"),  # an arrest of long ago says nothing of today
        ([a_claim(case=SQUARE)], "unknown"),
        ([a_claim(case=SQUARE, date="2024-05-20")], "detained"),
        ([custody("detained", start="2024-05-20")], "detained"),
        ([custody("detained")], "unknown"),
        ([custody("other")], "detained"),
        ([a_claim("ruling", case=SQUARE, date="2020-01-10", term="3y")], "unknown"),
        ([a_claim("ruling", case=SQUARE, date="2020-01-10", term="life")], "serving"),
        ([a_claim("wanted", date="2022")], "wanted"),
        ([ARREST, custody("pretrial")], "pre-trial"),
        ([ARREST, custody("house-arrest")], "house-arrest"),
        ([ARREST, custody("ban-on-actions")], "restricted"),
        ([ARREST, custody("administrative")], "administrative-arrest"),
        ([ARREST, custody("psychiatric")], "treatment"),
        ([ARREST, custody("unknown")], "whereabouts-unknown"),
        ([ARREST, custody("forced-labour")], "forced-labour"),
        ([ARREST, custody("colony-strict")], "serving"),
        ([ARREST, SENTENCE], "serving"),
        ([ARREST, a_claim("ruling", case=SQUARE, date="2023", total="7y")], "serving"),
        ([a_claim("ruling", case=SQUARE, term="3y", suspended="yes")], "suspended"),
        ([a_claim("ruling", case=SQUARE, probation="3y")], "suspended"),
        ([a_claim("ruling", case=SQUARE, forced_labour="18m")], "forced-labour"),
        ([a_claim("ruling", case=SQUARE, treatment="yes")], "treatment"),
        ([a_claim("ruling", case=SQUARE, fine="20000 RUB")], "free"),
        ([a_claim("ruling", case=SQUARE, outcome="upheld", instance="appeal")], "unknown"),
        ([SENTENCE, a_claim("ruling", case=SQUARE, date="2024", outcome="acquitted",
                            instance="retrial")], "acquitted"),
        ([SENTENCE, a_claim("ruling", case=SQUARE, date="2024", outcome="annulled",
                            instance="cassation")], "pre-trial"),
        ([SENTENCE, a_claim("ruling", case=SQUARE, date="2024", outcome="terminated",
                            instance="cassation")], "released"),
        ([SENTENCE, a_claim("release", case=SQUARE, date="2024-02", kind_="served")], "released"),
        ([SENTENCE, a_claim("release", case=SQUARE, date="2024-02")], "released"),
        ([SENTENCE, a_claim("release", case=SQUARE, date="2024-02", kind_="exchange")],
         "exchanged"),
        ([ARREST, a_claim("release", case=SQUARE, date="2024-02", kind_="acquittal")],
         "acquitted"),
        ([SENTENCE, a_claim("transfer", case=SQUARE, date="2024-01")], "in-transit"),
        ([SENTENCE, a_claim("transfer", case=SQUARE, date="2024-01", to={"text": "IK-9"})],
         "serving"),
        ([ARREST, a_claim("step", case=SQUARE, date="2022-09-01", kind_="remand")], "pre-trial"),
        ([a_claim(case=SQUARE, date="2024-05-20"),
          a_claim("step", case=SQUARE, date="2024-05-25", kind_="indictment")], "detained"),
        ([ARREST, a_claim("incident", case=SQUARE, date="2023", kind_="abduction")],
         "whereabouts-unknown"),
        ([ARREST, a_claim("incident", case=SQUARE, date="2023", kind_="left-country")],
         "in-exile"),
        ([SENTENCE, a_claim("death", date="2024-02-16")], "dead"),
        # an undated verdict follows the arrest on the legal way
        ([ARREST, a_claim("ruling", case=SQUARE, term="6y")], "serving"),
    ],
)  # fmt: skip
def test_the_last_word_counts(claims: list[Claim], code: str) -> None:
    assert dossier(*claims).status.code == code


def test_a_new_case_on_the_day_of_release_outweighs_it() -> None:
    sentenced = a_claim("ruling", case=SQUARE, date="2021-01", term="6y")
    released = a_claim("release", case=SQUARE, date="2023-09-04")
    rearrested = a_claim(case=GATE, date="2023-09-04")
    day = date(2023, 9, 20)
    assert dossier(sentenced, released, rearrested, as_of=day).status.code is StatusCode.DETAINED
    assert dossier(sentenced, released, rearrested).status.code is StatusCode.UNKNOWN


def test_an_exchange_outweighs_what_came_before_in_another_case() -> None:
    exchanged = a_claim("release", case=GATE, date="2024-05", kind_="exchange")
    assert dossier(SENTENCE, exchanged).status.code is StatusCode.EXCHANGED


def test_an_order_that_ran_out_leaves_the_status_unknown_and_says_so() -> None:
    ban = custody("ban-on-actions", end="2023-09-09")
    assert dossier(ARREST, ban, as_of=date(2023, 9, 9)).status.code is StatusCode.RESTRICTED
    after = dossier(ARREST, ban, as_of=date(2023, 9, 10)).status
    assert (after.code, after.letters) == (StatusCode.UNKNOWN, Possible.UNKNOWN)
    assert after.reason == Say("status.order-ended", {"date": PartialDate.parse("2023-09-09")})


def test_a_disputed_measure_decides_nothing() -> None:
    one = a_claim("custody", case=SQUARE, event="measure", kind_="house-arrest")
    two = a_claim("custody", case=SQUARE, event="measure", kind_="ban-on-actions")
    status = dossier(ARREST, one, two).status
    assert (status.code, status.reason.code) == (StatusCode.UNKNOWN, "status.disputed")


def test_a_disputed_date_that_changes_what_came_last_decides_nothing() -> None:
    releases = [
        a_claim("release", case=SQUARE, section=date, date=date) for date in ("2023-01", "2024-03")
    ]
    moved = a_claim("custody", case=SQUARE, kind_="colony-strict", start="2023-11")
    status = dossier(ARREST, *releases, moved).status
    assert (status.code, status.letters) == (StatusCode.UNKNOWN, Possible.UNKNOWN)
    assert status.reason == Say("status.disputed-order")
    assert dossier(ARREST, *releases).status.code is StatusCode.RELEASED


def test_before_the_later_of_two_disputed_releases_nobody_can_say() -> None:
    releases = [
        a_claim("release", case=SQUARE, section=date, date=date) for date in ("2023-01", "2024-03")
    ]
    between = dossier(ARREST, *releases, as_of=date(2023, 6, 1)).status
    assert between.reason == Say("status.disputed-order")


@pytest.mark.parametrize("days", ["3000000", "999999999"])
def test_a_length_beyond_the_calendar_stops_no_fold(days: str) -> None:
    arrest = a_claim("ruling", case=SQUARE, date="2023-05-01", arrest_days=days)
    status = dossier(arrest, as_of=date(2024, 1, 1)).status
    assert status.code is StatusCode.ADMINISTRATIVE_ARREST


def test_a_short_arrest_ends_by_itself() -> None:
    arrest = a_claim("ruling", case=SQUARE, date="2023-05-01", arrest_days="15")
    assert dossier(arrest, as_of=date(2023, 5, 15)).status.code == "administrative-arrest"
    assert dossier(arrest, as_of=date(2023, 5, 16)).status.code == "free"
    undated = a_claim("ruling", case=SQUARE, arrest_days="15")
    assert dossier(undated).status.code == "administrative-arrest"


def test_a_status_says_since_when_and_by_which_claims() -> None:
    status = dossier(ARREST, SENTENCE).status
    assert status.since == PartialDate.parse("2023-10-25")
    assert status.claims == (SENTENCE.id(),)


def test_letters_reach_only_who_is_in_an_institution() -> None:
    assert dossier(ARREST, custody("pretrial")).status.letters is Possible.YES
    assert dossier(ARREST, custody("house-arrest")).status.letters is Possible.NO
    assert dossier(ARREST, as_of=date(2022, 9, 1)).status.letters is Possible.NO


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_can_be_said(language: str) -> None:
    for code in ("nothing", "order-ended", *StatusCode):
        if code not in {"free", "unknown", "dead"}:  # these have reasons of their own
            params = {"date": PartialDate.parse("2023")}
            assert Wording.of(language).say(Say(f"status.{code}", params))


def test_a_term_that_is_over_is_not_still_served() -> None:
    colony = custody("colony-general", start="2020-06-01")
    verdict = a_claim("ruling", case=SQUARE, date="2020-01-10", term="3y")
    assert dossier(verdict, colony, as_of=date(2023, 2, 28)).status.code is StatusCode.SERVING
    over = dossier(verdict, colony, as_of=date(2023, 3, 1)).status
    assert (over.code, over.reason) == (StatusCode.UNKNOWN, Say("status.term-over"))
