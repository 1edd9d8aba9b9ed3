"""What was read is brought forward by what was added: the answers are those of reading it anew."""

from hypothesis import given, settings

from builders import a_claim, a_decision, a_ledger, a_source, person
from growing import PEOPLE, growths
from khronika.ledger.forward import Touched, forward
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger, union
from khronika.schema.decision import Verb
from khronika.schema.visibility import Use
from ledger.ledgers import recorded_at


@settings(max_examples=200)
@given(growths())
def test_whatever_was_added_the_answers_are_those_of_reading_the_whole(
    batches: list[Ledger],
) -> None:
    now = InForce(Ledger())
    for number, batch in enumerate(batches, 1):
        now, _ = forward(now, batch)
        assert_same_answers(now, InForce(union(*batches[:number])))


@settings(max_examples=100)
@given(growths())
def test_a_claim_that_was_not_touched_has_every_answer_it_had(batches: list[Ledger]) -> None:
    before = InForce(Ledger())
    for batch in batches:
        now, touched = forward(before, batch)
        for one in before.ledger.claims.keys() - touched.claims:
            assert (one in now.accepted) == (one in before.accepted)
            assert now.ledger.claims[one] == before.ledger.claims[one]
            assert now.ledger.first_recorded(one) == before.ledger.first_recorded(one)
            if before.ledger.claims[one].passage.source not in touched_sources(touched):
                assert now.claim_level(one, Use.PUBLIC) == before.claim_level(one, Use.PUBLIC)
        before = now


def test_an_addition_of_nothing_touches_nothing() -> None:
    before = InForce(a_ledger([a_claim()]))
    now, touched = forward(before, Ledger())
    assert touched == Touched()
    assert now.accepted is before.accepted


def test_a_decision_that_was_replaced_before_it_came_moves_nothing() -> None:
    accept = a_decision(Verb.ACCEPT, a_claim().id())
    reject = a_decision(Verb.REJECT, a_claim().id(), replaces=[accept.id()])
    before = InForce(a_ledger([a_claim()], decisions=[reject]))
    now, touched = forward(before, a_ledger(sources=[], decisions=[accept]))
    assert touched.decisions == ()
    assert now.about(Verb.ACCEPT, a_claim().id()) == ()


def test_a_decision_that_another_replaces_goes_out_of_force() -> None:
    same = a_decision(Verb.SAME, person("alena"), person("boris"))
    apart = a_decision(Verb.NOT_SAME, person("alena"), person("boris"), replaces=[same.id()])
    now, touched = forward(InForce(a_ledger(decisions=[same])), a_ledger(decisions=[apart]))
    assert sorted(one.verb for one in touched.decisions) == [Verb.NOT_SAME, Verb.SAME]
    assert now.of(Verb.SAME) == ()


def test_a_source_described_later_is_read_as_it_is_described_now() -> None:
    old, new = a_source(date="2022"), a_source(date="2023")
    before = InForce(a_ledger(sources=[old], at="2022-01-01T00:00:00Z"))
    now, touched = forward(before, a_ledger(sources=[new], at="2023-01-01T00:00:00Z"))
    assert now.sources[new.id] == new
    assert touched.sources == {new.id}


def test_a_claim_that_turns_out_to_be_older_is_touched() -> None:
    claim = a_claim()
    earlier = Ledger(recorded={claim.id(): recorded_at("2021-01-01T00:00:00Z")})
    now, touched = forward(InForce(a_ledger([claim])), earlier)
    assert touched.claims == {claim.id()}
    assert now.ledger.first_recorded(claim.id()) == min(earlier.recorded[claim.id()])


@given(growths())
def test_what_names_something_is_found_by_it_whether_it_holds_or_not(
    batches: list[Ledger],
) -> None:
    ledger = union(*batches)
    for name in (*ledger.claims, *PEOPLE):
        about = {
            one
            for one, decision in ledger.decisions.items()
            if name in {*decision.targets, *decision.over}
        }
        assert {one.id() for one in InForce(ledger).decided.naming({name})} == about


def touched_sources(touched: Touched) -> set[str]:
    named = {name for one in touched.decisions for name in one.targets}
    return {*touched.sources, *named}


def assert_same_answers(now: InForce, anew: InForce) -> None:
    assert now.ledger == anew.ledger
    assert now.decisions == anew.decisions
    assert now.decided == anew.decided
    assert now.accepted == anew.accepted
    assert now.sources == anew.sources
    assert now.undecided == anew.undecided
    for one in anew.ledger.claims:
        assert list(now.decided.naming({one})) == list(anew.decided.naming({one}))
    for claim in anew.ledger.claims.values():
        about = [claim.subject]
        assert sorted(one for one, _ in now.claims_about(about)) == sorted(
            one for one, _ in anew.claims_about(about)
        )
    for use in Use:
        for one in anew.ledger.claims:
            assert now.claim_level(one, use) == anew.claim_level(one, use)
        for source in anew.sources:
            assert now.source_level(source, use) == anew.source_level(source, use)
