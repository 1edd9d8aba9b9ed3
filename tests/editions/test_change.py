"""What counts as a change, and what is told of it."""

import pytest

from builders import a_claim, a_decision, case, person
from issuing import ALENA, ARREST, BASE, BORIS, NINE, SIX, SPRING, VERA, after, beside, held, named
from khronika.dossier.dossier import StatusCode
from khronika.editions.change import Addition, Change, Changes, Erratum, Revision, changes
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.value import show


def told(then: tuple[Claim, ...], now: tuple[Claim, ...], *decisions: Decision) -> Changes:
    found = changes(after(held(*BASE, *then), held(*BASE, *now, decisions=decisions)))
    assert found is not None
    return found


def about_alena(then: tuple[Claim, ...], now: tuple[Claim, ...], *decisions: Decision) -> Change:
    (change,) = told(then, now, *decisions).about
    assert change.subject == ALENA
    return change


def revised(then: tuple[Claim, ...], now: tuple[Claim, ...], *decisions: Decision) -> list[str]:
    change = about_alena(then, now, *decisions)
    return [_line(one) for one in change.revised]


def _line(one: Revision) -> str:
    before, now = (" | ".join(map(show, values)) for values in (one.before, one.now))
    return f"{one.kind} {one.field} {one.turn}: {before} > {now}"


def wrong(*claims: Claim) -> list[Decision]:
    return [a_decision(Verb.REJECT, one.id()) for one in claims]


def errata(then: tuple[Claim, ...], now: tuple[Claim, ...], *decisions: Decision) -> list[str]:
    return [_erratum(one) for one in told(then, now, *decisions).errata]


def _erratum(one: Erratum) -> str:
    said, now = (" | ".join(map(show, values)) for values in (one.wrong, one.now))
    return f"{one.kind} {one.field}: {said} > {now}"


def test_without_an_earlier_issue_there_are_no_changes() -> None:
    assert changes(beside(held(*BASE))) is None


def test_somebody_new_is_only_called_new() -> None:
    found = told((), (named(VERA), a_claim("arrest", subject=VERA, date="2024-01-01")))
    assert found.about == (Change(VERA, is_new=True),)
    assert found.since == SPRING


def test_a_case_that_is_new_has_its_line() -> None:
    new = a_claim("membership", subject=BORIS, case=case("river"), role="defendant")
    by_subject = {one.subject: one for one in told((), (new,)).about}
    assert by_subject[case("river")].is_new
    assert by_subject[BORIS].added == (Addition("membership", ()),)


def test_an_event_that_was_not_there_is_added_with_its_date() -> None:
    search = a_claim("search", subject=ALENA, date="2022-08-09", agency={"text": "words"})
    change = about_alena((), (search,))
    assert [(one.kind, *map(show, one.when)) for one in change.added] == [("search", "2022-08-09")]
    assert not change.revised


@pytest.mark.parametrize(
    ("then", "now", "line"),
    [
        ((NINE,), (NINE, SIX), "ruling term disputed: 9y > 6y | 9y"),
        ((), (a_claim("arrest", subject=ALENA, case=ARREST.case, date="2022-08-30"),),
         "arrest date refined: 2022-08 > 2022-08-30"),
        ((NINE,), (NINE, a_claim("ruling", subject=ALENA, case=ARREST.case, fine="100 RUB")),
         "ruling fine known:  > 100 RUB"),
    ],
)  # fmt: skip
def test_a_field_that_is_known_otherwise_tells_both(
    then: tuple[Claim, ...], now: tuple[Claim, ...], line: str
) -> None:
    assert revised(then, now) == [line]


def test_a_dispute_that_was_settled_tells_what_stands() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    assert revised((NINE, SIX), (NINE, SIX), prefer) == ["ruling term settled: 6y | 9y > 6y"]


def test_another_status_is_told_with_the_one_before() -> None:
    served = a_claim("release", subject=BORIS, date="2024-02-02", kind_="served")
    (change,) = told((), (served,)).about
    assert (change.subject, change.status) == (BORIS, StatusCode.UNKNOWN)


def test_one_more_source_is_only_more() -> None:
    again = a_claim("ruling", subject=ALENA, case=ARREST.case, instance="first", term="9y")
    assert about_alena((NINE,), (NINE, again)) == Change(ALENA, more=True)


@pytest.mark.parametrize(
    "claim",
    [
        a_claim("affiliation", subject=ALENA, role="accused-member", basis="accusation"),
        a_claim("views", subject=ALENA, value={"text": "a word"}),
        a_claim("incident", subject=ALENA, kind_="torture", date="2023-01-01"),
        a_claim("ruling", subject=ALENA, case=ARREST.case, treatment="yes", date="2023-02-02"),
        a_claim("occupation", subject=ALENA, value={"text": "a word"}, event="b"),
    ],
    ids=lambda claim: claim.kind,
)
def test_what_is_delicate_or_belief_is_never_named(claim: Claim) -> None:
    change = about_alena((), (claim,))
    named_kinds = {one.kind for one in (*change.added, *change.revised)}
    assert named_kinds <= {"occupation"}
    assert change.more or change.added == (Addition("occupation", ()),)


def test_a_fact_that_was_wrong_is_an_erratum_with_what_is_said_now() -> None:
    found = told((NINE,), (NINE, SIX), *wrong(NINE))
    assert [_erratum(one) for one in found.errata] == ["ruling term: 9y > 6y"]
    assert not [one for change in found.about for one in change.revised]


def test_what_was_one_of_two_versions_is_an_erratum_too() -> None:
    assert errata((NINE, SIX), (NINE, SIX), *wrong(NINE)) == ["ruling term: 9y > 6y"]


def test_what_nothing_stands_for_now_is_called_wrong() -> None:
    search = a_claim("search", subject=ALENA, date="2022-08-09", agency={"text": "words"})
    assert errata((search,), (search,), *wrong(search)) == ["search date: 2022-08-09 > "]


def test_what_another_source_still_says_is_no_erratum() -> None:
    again = a_claim("ruling", subject=ALENA, case=ARREST.case, instance="first", term="9y")
    assert errata((NINE, again), (NINE, again), *wrong(NINE)) == []


def test_what_a_preference_had_put_aside_is_no_erratum() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    ledger = held(*BASE, NINE, SIX, decisions=[prefer])
    now = held(*BASE, NINE, SIX, decisions=[prefer, *wrong(NINE)])
    found = changes(after(ledger, now))
    assert found is not None
    assert found.errata == ()


def test_a_vaguer_fact_that_was_wrong_and_did_not_print_is_no_erratum() -> None:
    exact = a_claim("arrest", subject=ALENA, case=ARREST.case, date="2022-08-30")
    assert errata((exact,), (exact,), *wrong(ARREST)) == []


def test_words_and_names_that_were_wrong_are_no_erratum() -> None:
    job = a_claim("occupation", subject=ALENA, value={"text": "word"})
    alias = a_claim("name", subject=ALENA, text="other")
    assert errata((job, alias), (job, alias), *wrong(job, alias)) == []


def test_who_is_unknown_has_no_line() -> None:
    ledger = held(*BASE, a_claim("arrest", subject=person("nobody"), date="2024-01-01"))
    assert changes(after(held(*BASE), ledger)) is None
