from builders import a_claim, a_decision, a_ledger, case, person
from clearing import cleared, cleared_of, consented, in_arrest, on_list, restricted
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb

SIX, NINE = a_claim("ruling", term="6y", date="2023"), a_claim("ruling", term="9y", date="2023")
AGAIN = a_claim("ruling", term="9y", date="2023", section="p. 2")
BORIS = person("gray-boris")


def prefer(chosen: Claim, *over: Claim) -> Decision:
    return a_decision(Verb.PREFER, chosen.id(), over=[one.id() for one in over])


def left_out(
    *claims: Claim, decisions: list[Decision], hidden: list[Claim]
) -> set[tuple[ClaimId, str]]:
    outcome = cleared(*claims, decisions=[*consented(), *decisions], levels=restricted(*hidden))
    return set(outcome.material.left_out)


def test_a_preference_takes_part_where_all_it_names_leaves() -> None:
    outcome = cleared(SIX, NINE, decisions=[*consented(), prefer(SIX, NINE)])
    assert [one.verb for one in outcome.material.decisions] == [Verb.PREFER]
    assert outcome.material.left_out == frozenset()


def test_a_preference_over_something_held_back_does_not_take_part() -> None:
    outcome = cleared(
        SIX, NINE, decisions=[*consented(), prefer(SIX, NINE)], levels=restricted(NINE)
    )
    assert outcome.material.decisions == ()
    assert outcome.material.left_out == frozenset()


def test_what_a_held_back_claim_was_preferred_to_is_left_out_where_they_differ() -> None:
    assert left_out(SIX, NINE, decisions=[prefer(SIX, NINE)], hidden=[SIX]) == {(NINE.id(), "term")}


def test_another_claim_that_repeats_what_was_put_aside_is_left_out_too() -> None:
    found = left_out(SIX, NINE, AGAIN, decisions=[prefer(SIX, NINE)], hidden=[SIX, NINE])
    assert found == {(AGAIN.id(), "term")}


def test_what_another_person_or_event_says_is_not_left_out() -> None:
    others = [
        a_claim("ruling", term="9y", date="2023", event="the other trial"),
        a_claim("demand", term="9y"),
        a_claim("ruling", term="9y", date="2023", subject=BORIS),
        a_claim("ruling", date="2023", section="p. 3"),
        a_claim("ruling", term="7y", date="2023"),
    ]
    decisions = [prefer(SIX, NINE), *consented(BORIS)]
    assert left_out(SIX, NINE, *others, decisions=decisions, hidden=[SIX, NINE]) == set()


def test_a_claim_of_no_case_may_be_about_the_case_of_the_other() -> None:
    in_case = a_claim("ruling", term="9y", date="2023", case=case())
    elsewhere = a_claim("ruling", term="9y", date="2023", case=case("other"))
    assert left_out(SIX, NINE, in_case, decisions=[prefer(SIX, NINE)], hidden=[SIX, NINE]) == {
        (in_case.id(), "term")
    }
    decisions = [prefer(SIX, in_case)]
    assert left_out(SIX, in_case, elsewhere, decisions=decisions, hidden=[SIX, in_case]) == set()


def test_where_the_preferred_claim_is_gone_nothing_it_was_over_is_settled() -> None:
    found = left_out(NINE, decisions=[prefer(SIX, NINE)], hidden=[])
    assert found == {(NINE.id(), "date"), (NINE.id(), "term")}
    assert left_out(SIX, AGAIN, decisions=[prefer(SIX, NINE)], hidden=[SIX]) == set()
    gone = [prefer(SIX, NINE), prefer(SIX, AGAIN)]
    assert left_out(in_arrest(), decisions=gone, hidden=[]) == set()


def test_a_preferred_claim_that_was_not_known_yet_leaves_nothing_out() -> None:
    early, late = "2022-01-01T00:00:00Z", "2023-06-01T00:00:00Z"
    known = a_ledger([NINE], decisions=consented(), at=early)
    later = a_ledger([SIX], decisions=[prefer(SIX, NINE)], at=late)
    then = cleared_of(known | later, known_at="2023-01-01T00:00:00Z")
    assert set(then.material.claims) == {NINE.id()}
    assert then.material.left_out == frozenset()


def test_a_preference_of_today_leaves_out_on_every_earlier_day() -> None:
    decided = [*consented(), prefer(SIX, NINE)]
    then = cleared(
        SIX,
        NINE,
        decisions=decided,
        levels=restricted(SIX),
        at="2022-01-01T00:00:00Z",
        known_at="2022-06-01T00:00:00Z",
    )
    assert then.material.left_out == {(NINE.id(), "term")}


def test_whoever_is_held_back_is_in_no_decision() -> None:
    boris = a_claim("arrest", subject=BORIS, date="2022-03-01")
    apart = a_decision(Verb.NOT_SAME, person(), BORIS)
    both = cleared(in_arrest(), boris, decisions=[*consented(), *consented(BORIS), apart])
    assert [one.verb for one in both.material.decisions] == [Verb.NOT_SAME]
    one = cleared(in_arrest(), boris, decisions=[*consented(), *on_list(BORIS), apart])
    assert one.material.decisions == ()


def test_permissions_are_in_no_material() -> None:
    assert cleared(in_arrest()).material.decisions == ()
