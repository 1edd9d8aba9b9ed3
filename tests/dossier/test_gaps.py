"""What a dossier should answer and cannot, and the days to come."""

from datetime import date

import pytest

from builders import a_claim, a_decision, by_id, case, person
from folded import dossier
from khronika.dossier.dossier import Dossier
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.schema.claim import Claim, Speaker
from khronika.schema.decision import Verb
from khronika.values.wording import Wording

SQUARE = case()
PRETRIAL = a_claim("custody", case=SQUARE, kind_="pretrial", start="2024-04-01")


def codes(one: Dossier) -> set[str]:
    return {gap.code for gap in one.gaps}


@pytest.mark.parametrize(
    ("claims", "code", "before", "after"),
    [
        (
            [a_claim("hearing", date="2024-05-05")],
            "hearing-without-outcome", date(2024, 5, 5), date(2024, 5, 6),
        ),
        (
            [a_claim("custody", case=SQUARE, kind_="pretrial", end="2024-05-20")],
            "order-about-to-end", date(2024, 5, 5), date(2024, 5, 6),
        ),
        (
            [a_claim("custody", case=SQUARE, kind_="pretrial", end="2024-05-20")],
            "order-over", date(2024, 5, 20), date(2024, 5, 21),
        ),
        (
            [a_claim("ruling", case=SQUARE, date="2024-03-01", term="6y")],
            "no-word-of-appeal", date(2024, 4, 30), date(2024, 5, 1),
        ),
        (
            [a_claim("ruling", case=SQUARE, date="2022-09-10", term="1y")],
            "term-over", date(2023, 10, 31), date(2023, 11, 1),
        ),
        (
            [PRETRIAL, a_claim("support", kind_="address", checked="2024-05-01")],
            "address-not-fresh", date(2024, 6, 30), date(2024, 7, 1),
        ),
    ],
)  # fmt: skip
def test_a_question_opens_on_its_day(
    claims: list[Claim], code: str, before: date, after: date
) -> None:
    assert code not in codes(dossier(*claims, as_of=before))
    opened = next(gap for gap in dossier(*claims, as_of=after).gaps if gap.code == code)
    assert opened.due is not None
    assert Wording.of("ru").say(opened.say)


def test_an_address_in_a_colony_stays_fresh_for_longer() -> None:
    claims = [
        a_claim("custody", case=SQUARE, kind_="colony-general", start="2024-01"),
        a_claim("support", kind_="address", checked="2024-05-01"),
    ]
    assert "address-not-fresh" not in codes(dossier(*claims, as_of=date(2024, 7, 1)))
    assert "address-not-fresh" in codes(dossier(*claims, as_of=date(2024, 10, 29)))


def test_who_can_get_letters_needs_an_address() -> None:
    assert "no-address" in codes(dossier(PRETRIAL))
    assert "no-address" not in codes(dossier(a_claim(case=SQUARE, date="2024-05-01")))


def test_an_outcome_or_an_appeal_answers_the_question() -> None:
    held = a_claim("hearing", date="2024-05-05", outcome="held")
    verdict = a_claim("ruling", case=SQUARE, date="2023-03-01", term="6y")
    appeal = a_claim("ruling", case=SQUARE, date="2023-06-01", instance="appeal")
    assert not codes(dossier(held, verdict, appeal)) & {
        "hearing-without-outcome",
        "no-word-of-appeal",
    }


def test_a_birthday_is_a_day_and_not_asked_of_the_released() -> None:
    assert "no-birthday" in codes(dossier(a_claim("birth", date="1990")))
    assert "no-birthday" not in codes(dossier(a_claim("birth", date="1990-02-28")))
    assert "no-birthday" not in codes(dossier(a_claim("release", date="2023")))


def test_consent_is_asked_for_again_when_it_runs_out() -> None:
    consent = a_decision(Verb.CONSENT, person(), use="public", state="given", until="2024-05-31")
    asked = {day: codes(dossier(PRETRIAL, decisions=[consent], as_of=day))
             for day in (date(2024, 5, 31), date(2024, 6, 1))}  # fmt: skip
    assert ["no-consent" in found for found in asked.values()] == [False, True]


def test_a_family_not_heard_for_a_month_is_asked_after() -> None:
    told = a_claim("views", value={"text": "x"}, speaker=Speaker.RELATIVE)
    claims = by_id([PRETRIAL, told])
    spoken = Material(claims, recorded={told.id(): "2024-05-01"})
    days = [date(2024, 5, 31), date(2024, 6, 1)]
    found = [codes(fold(spoken, as_of=day).people[person()]) for day in days]
    assert ["family-silent" in one for one in found] == [False, True]
    assert "no-contact" in codes(dossier(PRETRIAL))


def test_days_to_come_are_told_in_order() -> None:
    ahead = dossier(
        a_claim("hearing", case=SQUARE, date="2024-07-01"),
        a_claim("hearing", case=SQUARE, date="2024-06-03", outcome="postponed"),
        a_claim("hearing", case=SQUARE, date="2024-05-01"),
        a_claim("custody", case=SQUARE, kind_="pretrial", start="2024-05", end="2024-06-20"),
        a_claim("birth", date="1990-06-10"),
    ).ahead
    assert [(one.code, one.on.isoformat()) for one in ahead] == [
        ("birthday", "2024-06-10"),
        ("order-ends", "2024-06-20"),
        ("hearing", "2024-07-01"),
    ]
    assert all(Wording.of("de").say(one.say) for one in ahead)


@pytest.mark.parametrize(
    ("as_of", "birthday"),
    [
        (date(2024, 2, 1), "2024-02-29"),
        (date(2024, 3, 1), "2025-03-01"),
        (date(2025, 3, 1), "2025-03-01"),
    ],
)
def test_who_was_born_on_a_leap_day_has_a_birthday_every_year(as_of: date, birthday: str) -> None:
    (ahead,) = dossier(a_claim("birth", date="2000-02-29"), as_of=as_of).ahead
    assert ahead.on.isoformat() == birthday


def test_the_dead_have_no_birthdays_to_come() -> None:
    assert not dossier(a_claim("birth", date="1990-06-10"), a_claim("death", date="2024-01")).ahead
