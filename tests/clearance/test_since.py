"""What an edition may know of the issues before it, and that a withdrawal is silent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_source
from editions.markup import rendered
from issuing import (
    ALENA,
    ARREST,
    BASE,
    BORIS,
    DIARY,
    NINE,
    PAPER,
    SIX,
    SPRING,
    VERA,
    after,
    beside,
    held,
    issued,
    named,
    out,
)
from khronika.clearance.issue import Issue, Issued
from khronika.clearance.publication import Publication
from khronika.editions.registry import EDITIONS
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Visibility

OF_VERA = (
    named(VERA),
    a_claim("arrest", subject=VERA, date="2023-05-05"),
    a_claim("ruling", subject=VERA, case=ARREST.case, term="2y"),
)
OF_DIARY = a_claim("search", subject=ALENA, date="2022-08-09", source=DIARY.id)
WAYS: dict[str, Callable[[tuple[Claim, ...]], tuple[list[Decision], bool]]] = {
    "restricted": lambda gone: ([_level(Verb.RESTRICT, gone, "team")], True),
    "sealed": lambda gone: ([_level(Verb.RESTRICT, gone, "sealed")], True),
    "deleted from the files": lambda _: ([], False),
    "redacted": lambda gone: ([a_decision(Verb.REDACT, one.id()) for one in gone], True),
    "redacted and rejected": lambda gone: (
        [a_decision(verb, one.id()) for one in gone for verb in (Verb.REJECT, Verb.REDACT)], True
    ),
    "restricted and rejected": lambda gone: (
        [_level(Verb.RESTRICT, gone, "team"), *(a_decision(Verb.REJECT, c.id()) for c in gone)],
        True,
    ),
}  # fmt: skip
WAYS_OF_PEOPLE = {
    **WAYS,
    "consent withdrawn": lambda _: ([a_decision(Verb.CONSENT, VERA, state="withdrawn")], True),
    "consent refused": lambda _: ([a_decision(Verb.CONSENT, VERA, state="refused")], True),
    "not to be listed": lambda _: ([a_decision(Verb.STANCE, VERA, value="do-not-list")], True),
    "only mentioned": lambda _: ([a_decision(Verb.STANCE, VERA, value="mention-only")], True),
    "rejected": lambda gone: ([a_decision(Verb.REJECT, one.id()) for one in gone], True),
    "rejected, and refused": lambda gone: (
        [
            *(a_decision(Verb.REJECT, one.id()) for one in gone[1:]),
            a_decision(Verb.CONSENT, VERA, state="refused"),
        ],
        True,
    ),
    "the name withheld": lambda gone: ([_level(Verb.RESTRICT, gone[:1], "team")], True),
}
NEWS = (
    (NINE, SIX),
    (a_claim("arrest", subject=ALENA, case=ARREST.case, date="2022-08-30"),),
    (a_claim("search", subject=BORIS, date="2023-01-01"),),
)


def _level(verb: Verb, claims: tuple[Claim, ...], level: str) -> Decision:
    return a_decision(verb, *(one.id() for one in claims), level=level)


def told(publication: Publication) -> dict[str, bytes]:
    """Every byte of every edition."""
    files: dict[str, bytes] = {}
    for edition in EDITIONS.values():
        files |= rendered(edition, publication)
    return files


def _same_as_never(
    gone: tuple[Claim, ...],
    way: tuple[list[Decision], bool],
    *,
    decided: tuple[Decision, ...],
    news: tuple[Claim, ...],
) -> None:
    decisions, stays = way
    kept = [one for one in (*BASE, *news) if one not in gone]
    withdrawn = after(
        held(*BASE, *gone),
        held(*kept, *(gone if stays else ()), decisions=[*decided, *decisions]),
    )
    never = after(held(*BASE), held(*kept, decisions=decided))
    assert told(withdrawn) == told(never)


@settings(max_examples=12, deadline=None)
@given(
    st.sets(st.sampled_from(range(len(NEWS)))),
    st.sampled_from(sorted(WAYS_OF_PEOPLE)),
    st.booleans(),
)
def test_a_person_who_was_withdrawn_was_never_there(
    news: set[int], way: str, is_arrest_wrong: bool
) -> None:
    decided = (a_decision(Verb.REJECT, ARREST.id()),) if is_arrest_wrong else ()
    more = tuple(one for number in sorted(news) for one in NEWS[number])
    _same_as_never(OF_VERA, WAYS_OF_PEOPLE[way](OF_VERA), decided=decided, news=more)


@settings(max_examples=8, deadline=None)
@given(st.sets(st.sampled_from(range(len(NEWS)))), st.sampled_from(sorted(WAYS)))
def test_a_claim_that_was_withdrawn_was_never_there(news: set[int], way: str) -> None:
    gone = (OF_DIARY, a_claim("ruling", subject=ALENA, term="3y", section="p. 9"))
    more = tuple(one for number in sorted(news) for one in NEWS[number])
    _same_as_never(gone, WAYS[way](gone), decided=(), news=more)


@pytest.mark.parametrize("way", sorted(WAYS_OF_PEOPLE))
def test_every_way_of_withdrawing_leaves_an_edition_without_news(way: str) -> None:
    _same_as_never(OF_VERA, WAYS_OF_PEOPLE[way](OF_VERA), decided=(), news=())


def test_a_source_that_is_restricted_takes_its_claims_along_in_silence() -> None:
    closing = a_decision(Verb.RESTRICT, DIARY.id, level="team")
    withdrawn = after(held(*BASE, OF_DIARY), held(*BASE, OF_DIARY, decisions=[closing]))
    never = after(held(*BASE), held(*BASE))
    assert told(withdrawn) == told(never)


@pytest.mark.parametrize("order", [(SourceLevel.OPEN, SourceLevel.CLOSED),
                                   (SourceLevel.CLOSED, SourceLevel.OPEN)])  # fmt: skip
def test_a_source_that_is_closed_or_opened_changes_nothing(
    order: tuple[SourceLevel, SourceLevel],
) -> None:
    diaries = [replace(DIARY, level=level) for level in order]
    more = a_claim("search", subject=ALENA, date="2022-08-10", source=PAPER.id)
    prefer = a_decision(Verb.MERGE, OF_DIARY.id(), more.id())
    then, now = (
        held(*BASE, OF_DIARY, more, sources=(PAPER, diary), decisions=[prefer]) for diary in diaries
    )
    assert after(then, now).since is None


def test_the_example_would_tell_of_somebody_new() -> None:
    publication = after(held(*BASE), held(*BASE, *OF_VERA))
    assert publication.since is not None
    assert publication.since.new == {VERA}
    assert b"yezhova-vera" in told(publication)["en/changes.html"]


def test_without_an_issue_there_is_nothing_to_compare_with() -> None:
    publication = beside(held(*BASE))
    assert (publication.issue, publication.issues, publication.since) == (None, (), None)


def test_an_issue_that_goes_out_is_named_and_compared_with_the_one_before() -> None:
    summer = Issue("summer", date(2024, 6, 1))
    publication = beside(held(*BASE, NINE), issued(held(*BASE)), going_out=summer)
    assert publication.issue == summer
    assert publication.issues == (SPRING, summer)
    assert publication.since is not None
    assert publication.since.issue == SPRING


def test_an_issue_built_again_is_the_same_issue() -> None:
    summer, ledger = Issue("summer", date(2024, 5, 1)), held(*BASE, NINE)
    before = issued(held(*BASE))
    going_out = beside(ledger, before, going_out=summer)
    again = beside(ledger, before, issued(ledger, summer))
    assert told(going_out) == told(again)


def test_only_what_was_out_and_is_wrong_is_handed_over() -> None:
    never_out = a_claim("search", subject=ALENA, date="2022-09-09")
    wrong = [a_decision(Verb.REJECT, one.id()) for one in (ARREST, never_out)]
    publication = after(held(*BASE), held(*BASE, never_out, decisions=wrong))
    assert publication.since is not None
    (mistaken,) = publication.since.mistaken.values()
    assert mistaken.fields == ARREST.fields
    assert mistaken.passage.source == mistaken.passage.section == ""
    assert ARREST.id() not in publication.since.mistaken


@pytest.mark.parametrize(
    "claim",
    [
        a_claim("affiliation", subject=ALENA, role="accused-member", basis="accusation"),
        a_claim("incident", subject=ALENA, kind_="torture", date="2023-01-01"),
        a_claim("portrait", subject=ALENA, file="a.jpg", faces="agreed"),
    ],
    ids=lambda claim: claim.kind,
)
def test_what_is_delicate_is_in_no_erratum(claim: Claim) -> None:
    wrong = a_decision(Verb.REJECT, claim.id())
    publication = after(held(*BASE, claim), held(*BASE, claim, decisions=[wrong]))
    never = after(held(*BASE), held(*BASE))
    assert told(publication) == told(never)


def test_words_of_what_is_wrong_are_not_handed_over() -> None:
    at = a_claim("search", subject=ALENA, date="2022-09-09", agency={"text": "the zqx unit"})
    wrong = a_decision(Verb.REJECT, at.id())
    publication = after(held(*BASE, at), held(*BASE, at, decisions=[wrong]))
    assert publication.since is not None
    (search,) = publication.since.people[ALENA].of_kind("search")
    assert search.values("agency") == ()
    assert "zqx" not in repr(told(publication))


def test_a_preference_is_told_as_it_stood_then() -> None:
    prefer = a_decision(Verb.PREFER, NINE.id(), over=[SIX.id()])
    then, now = held(*BASE, NINE, SIX), held(*BASE, NINE, SIX, decisions=[prefer])
    for first, second, disputes in ((then, now, 1), (now, then, 0)):
        ledger = second | Ledger(decisions=first.decisions)
        if second is then:  # the preference was taken back
            back = a_decision(Verb.ACCEPT, NINE.id(), replaces=[prefer.id()])
            ledger |= Ledger(decisions={back.id(): back})
        publication = after(first, ledger)
        assert publication.since is not None
        assert len(publication.since.people[ALENA].disputes) == disputes


def test_a_line_that_did_not_record_decisions_tells_of_none() -> None:
    prefer = a_decision(Verb.PREFER, NINE.id(), over=[SIX.id()])
    old = issued(held(*BASE, NINE, SIX))
    publication = beside(held(*BASE, NINE, SIX, decisions=[prefer]), Issued(old.issue, old.claims))
    assert publication.since is None


def test_a_field_held_back_then_is_untold() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    levels: dict[ClaimId, Visibility] = {SIX.id(): Visibility.TEAM}
    then = held(*BASE, NINE, SIX, decisions=[prefer], levels=levels)
    publication = after(then, held(*BASE, NINE, SIX, decisions=[prefer]))
    assert publication.since is not None
    assert (NINE.id(), "term") in publication.since.untold


def test_what_is_not_about_a_page_is_no_news() -> None:
    town = a_claim("name", subject=a_source("town").id, text="Town")
    assert after(held(*BASE), held(*BASE, town)).since is None


def test_the_fold_of_then_is_of_today() -> None:
    publication = after(held(*BASE), held(*BASE, NINE))
    assert publication.since is not None
    assert set(publication.since.people) == {ALENA}
    assert publication.since.people[ALENA].as_of == publication.as_of
    assert out(held(*BASE))[2].since is None
