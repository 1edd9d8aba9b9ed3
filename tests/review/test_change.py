"""What a decision would change, by folding without it and with it."""

from builders import a_claim, a_decision, person
from folded import TODAY, material
from khronika.dossier.dossier import StatusCode
from khronika.review.change import Change, change, decided, stated
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb

NINE = a_claim("ruling", instance="first", date="2023-02", term="9y")
SIX = a_claim("ruling", instance="first", term="6y")
ARREST = a_claim("arrest", date="2022-05-05")
SEARCH = a_claim("search", date="2022-05-04")
LATER = a_claim("search", date="2022-05-09")


def change_by(decision: Decision, *claims: Claim, before: tuple[Decision, ...] = ()) -> Change:
    now = material(*claims, decisions=before)
    return change(now, decided(now, [decision]), [person()], as_of=TODAY)


def test_a_decision_that_says_what_is_so_changes_nothing() -> None:
    assert change_by(a_decision(Verb.MERGE, NINE.id(), SIX.id()), NINE, SIX).is_nothing


def test_following_one_version_closes_the_dispute() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    found = change_by(prefer, NINE, SIX)
    assert [one.field for one in found.closed] == ["term"]
    assert found.opened == ()


def test_taking_it_back_opens_the_dispute_again() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    back = a_decision(Verb.ACCEPT, SIX.id(), replaces=[prefer.id()])
    found = change_by(back, NINE, SIX, before=(prefer,))
    assert [one.field for one in found.opened] == ["term"]


def test_two_events_made_one_go_and_one_comes() -> None:
    found = change_by(a_decision(Verb.MERGE, SEARCH.id(), LATER.id()), SEARCH, LATER)
    assert (len(found.gone), len(found.come)) == (2, 1)


def test_a_statement_that_does_not_count_takes_its_entry_and_the_status_along() -> None:
    out = a_claim("release", date="2024-01-01", kind_="served")
    found = change_by(a_decision(Verb.REJECT, out.id()), ARREST, out)
    assert [one.kind for one in found.gone] == ["release"]
    assert found.before == (StatusCode.RELEASED,)
    assert found.after


def test_two_people_made_one_have_one_status() -> None:
    other = person("somebody-else")
    held = a_claim("arrest", subject=other, date="2022-05-05")
    out = a_claim("release", subject=person(), date="2024-01-01", kind_="served")
    now = material(held, out)
    then = decided(now, [a_decision(Verb.SAME, person(), other)])
    found = change(now, then, [person(), other], as_of=TODAY)
    assert len(found.before) == 2
    assert found.after == (StatusCode.RELEASED,)


def test_a_statement_that_waits_shows_what_it_would_bring() -> None:
    now = material(NINE)
    found = change(now, stated(now, [SIX]), [person()], as_of=TODAY)
    assert [one.field for one in found.opened] == ["term"]


def test_nobody_else_is_folded() -> None:
    now = material(ARREST, a_claim("arrest", subject=person("somebody-else"), date="2020"))
    then = decided(now, [a_decision(Verb.REJECT, ARREST.id())])
    assert change(now, then, [person("somebody-else")], as_of=TODAY).is_nothing
