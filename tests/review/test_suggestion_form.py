import json

import pytest

from khronika.review.acting import accept, reject
from khronika.review.suggestion import Suggestion
from khronika.review.suggestion_form import NoSuggestion, from_form, to_form
from suggesting import BORIS, a_suggestion, about

CHARGE = a_suggestion("charge", article="RU-UK 205.2/2", date="2022-05")


@pytest.mark.parametrize(
    "one",
    [
        a_suggestion("ruling", date="2022-05", term="7y10m", regime="strict", instance="first"),
        CHARGE,
        accept(CHARGE, about(), BORIS).suggestion,
        reject(CHARGE, BORIS, reason="somebody else").suggestion,
    ],
)
def test_a_suggestion_is_the_same_after_it_was_kept(one: Suggestion) -> None:
    assert from_form(json.loads(json.dumps(to_form(one)))) == one


@pytest.mark.parametrize(
    "change", [{"kind": "no-such"}, {"start": "x"}, {"state": "lost"}, {"fields": []}, {"by": 7}]
)
def test_what_is_no_suggestion_is_refused(change: dict[str, str | int]) -> None:
    with pytest.raises(NoSuggestion):
        from_form({**to_form(CHARGE), **change})
