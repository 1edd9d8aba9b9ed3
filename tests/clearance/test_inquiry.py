from builders import a_claim, a_decision, a_source, person
from clearing import ALREADY_PUBLIC, cleared, code, consented, in_arrest, on_list
from khronika.schema.claim import Certainty
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId

ALIAS, STRANGER = person("belova-a"), person("belova-elena")


def same(*people: SubjectId) -> Decision:
    return a_decision(Verb.SAME, *people)


def told_apart(*people: SubjectId) -> Decision:
    return a_decision(Verb.NOT_SAME, *people)


def test_a_refusal_under_one_spelling_holds_for_the_other() -> None:
    no = a_decision(Verb.CONSENT, ALIAS, state="refused")
    decided = [*consented(), same(person(), ALIAS), no]
    assert code(in_arrest(), decisions=decided) == "consent-refused"


def test_do_not_list_under_one_spelling_holds_for_the_other() -> None:
    no = a_decision(Verb.STANCE, ALIAS, value="do-not-list")
    assert code(in_arrest(), decisions=[*consented(), same(person(), ALIAS), no]) == "do-not-list"


def test_what_one_spelling_permits_is_permitted_for_the_other() -> None:
    claim = a_claim("arrest", subject=ALIAS, date="2022-03-01")
    outcome = cleared(claim, decisions=[*consented(), same(person(), ALIAS)])
    assert outcome.people == {ALIAS}


def test_two_told_apart_share_neither_refusals_nor_permissions() -> None:
    both = [same(person(), ALIAS), told_apart(person(), ALIAS)]
    no = a_decision(Verb.CONSENT, ALIAS, state="refused")
    assert code(in_arrest(), decisions=[*consented(), *both, no]) == ""
    other = a_claim("arrest", subject=ALIAS, date="2022-03-01")
    assert code(other, decisions=[*consented(), *both]) == "mention-only"


def test_a_chain_that_contradicts_itself_shares_refusals_only() -> None:
    chain = [same(person(), ALIAS), same(ALIAS, STRANGER), told_apart(person(), STRANGER)]
    no = a_decision(Verb.CONSENT, STRANGER, state="refused")
    assert code(in_arrest(), decisions=[*consented(), *chain, no]) == "consent-refused"
    never = a_decision(Verb.STANCE, STRANGER, value="do-not-list")
    assert code(in_arrest(), decisions=[*consented(), *chain, never]) == "do-not-list"
    other = a_claim("arrest", subject=ALIAS, date="2022-03-01")
    assert code(other, decisions=[*consented(), *chain]) == "mention-only"
    listed = [a_decision(Verb.STANCE, ALIAS, value="list")]
    assert code(other, decisions=[*consented(), *chain, *listed]) == "not-ready"
    given = {"decisions": [*consented(), *chain, *on_list(ALIAS)]}
    assert code(other, **given) == "consent-not-asked"
    assert code(other, **given, policy=ALREADY_PUBLIC) == ""


def test_a_denied_fact_tells_of_nothing() -> None:
    freed = a_claim("release", date="2024-01-01", certainty=Certainty.DENIED)
    assert code(in_arrest(), freed, sources=[a_source()]) == ""
