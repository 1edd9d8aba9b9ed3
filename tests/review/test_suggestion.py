"""Where a suggestion stands, and that it is the same one after every reading."""

from dataclasses import replace

import pytest

from khronika.review.suggestion import NotOpen, State
from suggesting import a_suggestion


def test_the_same_proposal_of_the_same_text_is_the_same_suggestion() -> None:
    one, again = (a_suggestion(date="2022-05-05") for _ in range(2))
    sure = replace(again, proposal=replace(again.proposal, confidence=0.9, rule="other"))
    assert one.id() == again.id() == sure.id()


@pytest.mark.parametrize("change", [{"text": "1" * 64}, {"extractor": "extraction 2"}])
def test_another_text_or_extractor_makes_another_suggestion(change: dict[str, str]) -> None:
    assert replace(a_suggestion(), **change).id() != a_suggestion().id()


def test_another_value_or_place_makes_another_suggestion() -> None:
    one = a_suggestion(date="2022-05-05")
    elsewhere = replace(one, proposal=replace(one.proposal, start=13))
    assert len({one.id(), elsewhere.id(), a_suggestion(date="2022-05-06").id()}) == 3


def test_what_people_did_is_no_part_of_its_id() -> None:
    moved = a_suggestion().moved(State.REJECTED, by="boris", at="2026-11-28T10:00:00Z")
    assert moved.id() == a_suggestion().id()
    assert moved.is_done


def test_nobody_acts_on_it_twice() -> None:
    moved = a_suggestion().moved(State.ACCEPTED, by="boris", at="2026-11-28T10:00:00Z")
    with pytest.raises(NotOpen, match="accepted"):
        moved.moved(State.REJECTED, by="vera", at="2026-11-28T10:00:00Z")


def test_what_one_did_oneself_can_be_taken_back_until_somebody_confirmed_it() -> None:
    one = a_suggestion(date="2022")
    done = one.moved(State.REJECTED, by="boris", at="2026-11-28T10:15:30Z")
    assert done.reopened() == one
    with pytest.raises(NotOpen):
        replace(done, second="vera").reopened()
