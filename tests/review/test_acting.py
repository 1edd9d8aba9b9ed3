"""What becomes of a suggestion: by a person, with the words, and never twice."""

import pytest

from builders import person
from khronika.extraction.proposal import Proposal
from khronika.review.acting import Act, accept, confirm, correct, refuse, reject
from khronika.review.second_reader import SamePerson
from khronika.review.suggestion import NotOpen, State
from khronika.schema.decision import Verb
from khronika.schema.value import show
from suggesting import BORIS, TEXT, VERA, a_suggestion, about


def waiting() -> Act:
    return accept(a_suggestion("support", kind_="address", address="PO box 7"), about(), BORIS)


def test_accepting_makes_a_claim_that_points_at_its_words_and_a_decision() -> None:
    act = accept(a_suggestion(date="2022-05-05"), about(), BORIS)
    [claim], [decision] = act.claims, act.decisions
    place = claim.passage
    assert (place.quote, place.text, place.start, place.end) == ("was arrested", TEXT, 12, 24)
    assert (claim.subject, show(claim.fields["date"])) == (person(), "2022-05-05")
    assert (decision.verb, decision.targets, decision.by) == (Verb.ACCEPT, (claim.id(),), "boris")
    assert (act.suggestion.state, act.suggestion.claim) == (State.ACCEPTED, claim.id())


def test_a_decision_tells_the_day_and_not_the_minute() -> None:
    [decision] = accept(a_suggestion(), about(), BORIS).decisions
    assert decision.at == "2026-11-28T00:00:00Z"


def test_correcting_keeps_the_words_and_changes_the_values() -> None:
    right = a_suggestion(date="2022-05-06").proposal.fields
    act = correct(a_suggestion(date="2022-05-05"), about(), BORIS, fields=right)
    assert show(act.claims[0].fields["date"]) == "2022-05-06"
    assert act.claims[0].passage.quote == "was arrested"
    assert act.suggestion.state is State.CORRECTED


def test_rejecting_records_nothing() -> None:
    act = reject(a_suggestion(), BORIS, reason="another person")
    assert (act.claims, act.decisions) == ((), ())
    assert (act.suggestion.state, act.suggestion.reason) == (State.REJECTED, "another person")


def test_an_address_is_recorded_and_counts_only_when_somebody_else_confirms() -> None:
    act = waiting()
    assert (len(act.claims), act.decisions) == (1, ())
    assert act.second is not None
    assert act.second.code == "review.address"
    assert act.suggestion.state is State.WAITING
    confirmed = confirm(act.suggestion, VERA)
    assert confirmed.decisions[0].targets == (act.claims[0].id(),)
    assert (confirmed.suggestion.state, confirmed.suggestion.second) == (State.ACCEPTED, "vera")


def test_who_recorded_it_cannot_confirm_it() -> None:
    with pytest.raises(SamePerson):
        confirm(waiting().suggestion, BORIS)


def test_a_second_reader_may_refuse() -> None:
    act = refuse(waiting().suggestion, VERA, reason="no such street")
    assert act.decisions[0].verb is Verb.REJECT
    assert act.suggestion.state is State.REJECTED


def test_what_is_done_is_not_done_again() -> None:
    done = accept(a_suggestion(), about(), BORIS).suggestion
    for act in (lambda: accept(done, about(), VERA), lambda: reject(done, VERA)):
        with pytest.raises(NotOpen):
            act()
    for again in (lambda: confirm(done, VERA), lambda: refuse(done, VERA, reason="no")):
        with pytest.raises(NotOpen):
            again()


def test_accepting_the_same_proposal_twice_makes_the_same_claim() -> None:
    one, other = (accept(a_suggestion(), about(), who) for who in (BORIS, VERA))
    assert one.claims == other.claims
    assert isinstance(one.suggestion.proposal, Proposal)
