"""What a claim would change, by folding without it and with it."""

from builders import a_claim, person
from folded import TODAY, material
from khronika.dossier.dossier import StatusCode
from khronika.review.effect import Effect, Stand, effect
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.value import show

KNOWN = a_claim("arrest", date="2022-05-05")
RULING = a_claim("ruling", instance="first", date="2023-02", term="9y")


def effect_of(claim: Claim, *known: Claim) -> Effect:
    return effect(claim, material(*known), as_of=TODAY)


def test_what_is_in_the_record_is_known() -> None:
    assert effect_of(KNOWN, KNOWN, RULING) == Effect(Stand.KNOWN)


def test_another_source_that_says_the_same_matches_and_adds_nothing() -> None:
    found = effect_of(a_claim("arrest", date="2022-05-05", section="p. 9"), KNOWN)
    assert (found.stand, found.adds, found.disputes) == (Stand.MATCHING, (), ())


def test_a_more_exact_word_matches_and_says_what_it_adds() -> None:
    exact = a_claim("ruling", instance="first", date="2023-02-11", term="9y", regime="strict")
    found = effect_of(exact, RULING)
    assert (found.stand, found.adds) == (Stand.MATCHING, ("date", "regime"))


def test_a_word_that_cannot_be_true_beside_ours_shows_the_dispute_it_would_open() -> None:
    found = effect_of(a_claim("ruling", instance="first", term="6y"), RULING)
    [dispute] = found.disputes
    assert found.stand is Stand.CONTRADICTING
    assert dispute.field == "term"
    assert sorted(show(one.value) for one in dispute.values) == ["6y", "9y"]


def test_a_breach_of_order_contradicts_too() -> None:
    early = a_claim("release", date="2021-01-01", kind_="served")
    found = effect_of(early, KNOWN)
    assert found.stand is Stand.CONTRADICTING
    assert found.disputes[0].rule is not None


def test_a_dispute_that_is_there_is_not_shown_as_new() -> None:
    six = a_claim("ruling", instance="first", term="6y")
    found = effect_of(a_claim("search", date="2022-05-04"), RULING, six)
    assert (found.stand, found.disputes) == (Stand.NEW, ())


def test_what_nobody_said_is_new_and_may_change_the_status() -> None:
    found = effect_of(a_claim("release", date="2024-01-01", kind_="served"), KNOWN)
    assert (found.stand, found.adds) == (Stand.NEW, ("date", "kind"))
    assert (found.before, found.after) == (StatusCode.UNKNOWN, StatusCode.RELEASED)


def test_what_lies_in_the_future_joins_nothing_yet() -> None:
    found = effect_of(a_claim("release", date="2030-01-01", kind_="served"), KNOWN)
    assert (found.stand, found.entry, found.adds) == (Stand.NEW, "", ())


def test_a_person_who_is_not_there_is_new() -> None:
    found = effect_of(a_claim("arrest", subject=person("sadova-vera"), date="2022"), KNOWN)
    assert (found.stand, found.before, found.after) == (Stand.NEW, None, None)


def test_the_claims_of_joined_ids_count_as_one_person() -> None:
    other = person("belova-a")
    joined = Decision(Verb.SAME, (person(), other), by="editors", at="2024-01-01T00:00:00Z")
    known = material(KNOWN, decisions=[joined])
    claim = a_claim("arrest", subject=other, date="2022-05-06")
    assert effect(claim, known, as_of=TODAY).stand is Stand.CONTRADICTING
    assert effect(claim, material(KNOWN), as_of=TODAY).stand is Stand.NEW
