import pytest

from builders import a_claim, a_decision, a_ledger, a_source, person, source
from khronika.ledger.in_force import InForce, recorded_by
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Stance, Verb
from khronika.schema.visibility import Use, Visibility
from ledger.ledgers import recorded_at

CLAIM = a_claim(date="2022")
ID = CLAIM.id()


def in_force(*decisions: Decision, claim: Claim = CLAIM, standing: bool = False) -> InForce:
    return InForce(a_ledger([claim], decisions=decisions), standing=standing)


def test_what_nobody_accepted_does_not_count() -> None:
    assert in_force().accepted == frozenset()


def test_what_was_accepted_counts() -> None:
    assert in_force(a_decision(Verb.ACCEPT, ID)).accepted == {ID}


def test_where_files_are_the_truth_what_stands_counts() -> None:
    assert in_force(standing=True).accepted == {ID}


@pytest.mark.parametrize("verb", [Verb.REJECT, Verb.REDACT])
@pytest.mark.parametrize("standing", [True, False])
def test_a_rejection_wins_over_an_acceptance_beside_it(verb: Verb, standing: bool) -> None:
    both = (a_decision(Verb.ACCEPT, ID), a_decision(verb, ID))
    assert in_force(*both, standing=standing).accepted == frozenset()


def test_a_decision_that_another_replaces_is_not_in_force() -> None:
    rejected = a_decision(Verb.REJECT, ID)
    accepted = a_decision(Verb.ACCEPT, ID, replaces=[rejected.id()])
    found = in_force(rejected, accepted)
    assert found.decisions == (accepted,)
    assert found.is_accepted(ID)


def test_what_replaces_a_replacement_does_not_bring_the_first_back() -> None:
    first = a_decision(Verb.ACCEPT, ID)
    second = a_decision(Verb.REJECT, ID, replaces=[first.id()])
    third = a_decision(Verb.READY, person(), replaces=[second.id()])
    assert in_force(first, second, third).decisions == (third,)


def test_decisions_are_found_by_verb_and_by_target() -> None:
    ready = a_decision(Verb.READY, person())
    found = in_force(ready, a_decision(Verb.ACCEPT, ID))
    assert found.of(Verb.READY) == found.about(Verb.READY, person()) == (ready,)
    assert found.of(Verb.MERGE) == found.about(Verb.READY, person("vera")) == ()
    assert found.is_ready(person())
    assert not found.is_ready(person("vera"))


def test_the_source_is_described_by_what_was_recorded_last() -> None:
    early = a_ledger([], sources=[a_source(title="Old")], at="2022-10-01T00:00:00Z")
    late = a_ledger([], sources=[a_source(title="New")], at="2022-10-02T00:00:00Z")
    unknown = Ledger(sources={a_source(title="Undated").entry_id(): a_source(title="Undated")})
    assert InForce(early | late | unknown).sources[source()].title == "New"


def test_a_claim_goes_no_further_than_its_source() -> None:
    public = a_ledger([CLAIM], sources=[])
    described = a_source()
    closed = a_ledger([], sources=[described], visibility=Visibility.TEAM)
    assert InForce(public | closed).claim_level(ID, Use.PUBLIC) is Visibility.TEAM
    assert InForce(public).claim_level(ID, Use.PUBLIC) is Visibility.TEAM
    assert in_force().claim_level(ID, Use.PUBLIC) is Visibility.PUBLIC


def test_of_two_descriptions_of_a_source_the_stricter_level_counts() -> None:
    public = a_ledger([], sources=[a_source(title="Old")])
    team = a_ledger([], sources=[a_source(title="New")], visibility=Visibility.TEAM)
    assert InForce(public | team).source_level(source(), Use.PUBLIC) is Visibility.TEAM


def test_a_claim_goes_no_further_than_its_kind_allows() -> None:
    health = a_claim("health", text="ill")
    opened = a_decision(Verb.OPEN, health.id(), level="public")
    assert in_force(opened, claim=health).claim_level(health.id(), Use.PUBLIC) is Visibility.SEALED


def test_unset_means_team() -> None:
    ledger = a_ledger([CLAIM])
    unset = InForce(Ledger(sources=ledger.sources, claims=ledger.claims))
    assert unset.claim_level(ID, Use.PUBLIC) is Visibility.TEAM


@pytest.mark.parametrize(
    ("decided", "level"),
    [
        ([("open", "public", "")], Visibility.PUBLIC),
        ([("open", "public", "letters")], Visibility.TEAM),
        ([("open", "public", "public")], Visibility.PUBLIC),
        ([("open", "public", ""), ("open", "team", "")], Visibility.TEAM),
        ([("open", "public", ""), ("restrict", "team", "")], Visibility.TEAM),
        ([("open", "public", ""), ("restrict", "sealed", "public")], Visibility.SEALED),
        ([("open", "public", ""), ("restrict", "sealed", "un")], Visibility.PUBLIC),
        ([("restrict", "public", "")], Visibility.TEAM),
    ],
)
def test_open_and_restrict_move_the_first_level(
    decided: list[tuple[str, str, str]], level: Visibility
) -> None:
    rows = [a_decision(Verb(verb), ID, level=word, use=use) for verb, word, use in decided]
    team = a_ledger([CLAIM], decisions=rows, levels={ID: Visibility.TEAM})
    assert InForce(team).claim_level(ID, Use.PUBLIC) is level


def test_a_restricted_source_takes_its_claims_along() -> None:
    restricted = a_decision(Verb.RESTRICT, source(), level="team")
    assert in_force(restricted).claim_level(ID, Use.PUBLIC) is Visibility.TEAM


def test_of_two_stances_the_more_protective_counts() -> None:
    listed = a_decision(Verb.STANCE, person(), value="list")
    asked = a_decision(Verb.STANCE, person(), value="do-not-list")
    assert in_force(listed, asked).stance(person()) is Stance.DO_NOT_LIST
    assert in_force(listed).stance(person()) is Stance.LIST
    assert in_force().stance(person()) is Stance.MENTION_ONLY


def test_what_stood_at_a_time_is_what_was_recorded_by_then() -> None:
    rows = {"early": recorded_at("2022-10-01"), "late": recorded_at("2022-10-03")}
    stood = recorded_by(Ledger(recorded=rows), ["early", "late", "undated"], at="2022-10-02")
    assert stood == {"early", "undated"}
