from datetime import date

import pytest

from builders import a_decision, person
from khronika.clearance.consent import NOT_ASKED, Freed, consent_of
from khronika.schema.decision import ConsentState, Decision, Verb
from khronika.schema.visibility import Use

TODAY = date(2024, 6, 1)


def answer(state: str = "given", at: str = "2024-01-15T00:00:00Z", **details: str) -> Decision:
    return a_decision(Verb.CONSENT, person(), at=at, state=state, **details)


def code(*decisions: Decision, use: Use = Use.PUBLIC, freed: tuple[Freed, ...] = ()) -> str:
    return consent_of(decisions, use, today=TODAY, freed=freed).code


def test_silence_is_not_consent() -> None:
    assert consent_of([], Use.PUBLIC, today=TODAY) == NOT_ASKED
    assert NOT_ASKED.state is ConsentState.UNKNOWN


ANSWERS = [
    ("given", {}, "consent-given"),
    ("given", {"use": "public"}, "consent-given"),
    ("given", {"use": "letters"}, "consent-not-asked"),  # each use is asked for by itself
    ("refused", {"use": "letters"}, "consent-not-asked"),
    ("refused", {}, "consent-refused"),
    ("withdrawn", {"use": "public"}, "consent-withdrawn"),
    ("unknown", {}, "consent-unknown"),
    ("gvien", {}, "consent-unreadable"),  # a slip of the pen may have meant no
    ("given", {"until": "2024-05-31"}, "consent-expired"),
    ("given", {"until": "2024-06-01"}, "consent-given"),  # the last day counts
    ("given", {"until": "2024-06"}, "consent-given"),
    ("given", {"until": "2024"}, "consent-expired"),  # some day of 2024: it may have passed
    ("given", {"until": "soon"}, "consent-unreadable"),
    ("given", {"from_": "2024-06-02"}, "consent-not-yet"),
    ("given", {"from_": "2024-06"}, "consent-not-yet"),
    ("given", {"from_": "2024-06-01"}, "consent-given"),
    ("refused", {"until": "2023-01-01"}, "consent-refused"),  # a refusal does not lapse
]


@pytest.mark.parametrize(("state", "details", "expected"), ANSWERS)
def test_an_answer_counts_as_it_was_given(
    state: str, details: dict[str, str], expected: str
) -> None:
    assert code(answer(state, **details)) == expected


@pytest.mark.parametrize("stricter", ["refused", "withdrawn", "unknown", "unreadable"])
def test_of_concurrent_answers_the_more_protective_counts(stricter: str) -> None:
    assert code(answer(), answer(stricter)) == f"consent-{stricter}"


def test_consent_that_lapsed_does_not_undo_consent_that_holds() -> None:
    assert code(answer(until="2024-02-01"), answer()) == "consent-given"


def test_consent_given_before_a_release_is_asked_again_after_90_days() -> None:
    long_ago, lately = date(2024, 3, 2), date(2024, 3, 3)
    assert code(answer(), freed=(Freed(long_ago, long_ago),)) == "consent-before-release"
    assert code(answer(), freed=(Freed(lately, lately),)) == "consent-given"


def test_consent_given_after_the_release_holds() -> None:
    day = date(2024, 1, 15)
    assert code(answer(), freed=(Freed(day, day),)) == "consent-given"


def test_consent_written_down_late_counts_from_the_day_it_was_given() -> None:
    freed = (Freed(date(2024, 1, 1), date(2024, 1, 1)),)
    assert code(answer(from_="2023-12-01"), freed=freed) == "consent-before-release"


def test_a_release_known_to_the_year_may_have_come_after_the_consent() -> None:
    freed = (Freed(date(2024, 1, 1), date(2024, 12, 31)),)
    assert code(answer(), freed=freed) == "consent-before-release"
