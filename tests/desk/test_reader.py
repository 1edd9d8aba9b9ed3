"""A document is read: what it seems to say is accepted, corrected, rejected, taken back."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from builders import a_decision, a_ledger, person
from desking import BELOVA
from khronika.casebook.cache import Cache
from khronika.desk.archive import Archive
from khronika.desk.rules import Role
from khronika.review.suggestion import State
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb
from khronika.schema.visibility import Use, Visibility
from reading import TEXT, add_words, proposals, text_of

STRANGER = "Савелий Медведкин был задержан 5 сентября 2026 года в Твери."


def first(client: Client, slug: str) -> str:
    return proposals(text_of(client.get(f"/documents/{slug}")))[0]


def act(client: Client, slug: str, do: str, *, who: str = "belova-alena", at: str = "") -> str:
    """Answer a proposal; where that leads."""
    mark = at or first(client, slug)
    sent = {"do": do, "who": who}
    answer = client.post(f"/documents/{slug}/proposals/{mark}", sent)
    return str(answer.headers["Location"])


def state_of(desk: Archive, mark: str) -> State:
    found = Cache(desk.folder).find(mark)
    assert found
    return found.state


def new_claims(desk: Archive, before: set[str]) -> list[Claim]:
    claims = desk.casebook.ledger().claims
    return [one for key, one in claims.items() if key not in before]


def test_proposals_stand_in_the_text_and_in_a_list(desk: Archive, alena: Client) -> None:
    page = text_of(alena.get(f"/documents/{add_words(alena)}"))
    assert len(proposals(page)) >= 2
    assert '<mark class="current">' in page
    assert page.count('class="pin') == len(proposals(page))


def test_what_is_accepted_points_at_its_words_and_counts(desk: Archive, alena: Client) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    mark = first(alena, slug)
    act(alena, slug, "accept")
    (claim,) = new_claims(desk, before)
    in_force, passage = desk.casebook.in_force(), claim.passage
    assert claim.subject == BELOVA
    assert TEXT[passage.start : passage.end] == passage.quote
    assert claim.id() in in_force.accepted
    assert in_force.claim_level(claim.id(), Use.PUBLIC) is Visibility.PUBLIC
    found = Cache(desk.folder).find(mark)
    assert found
    assert (found.state, found.claim) == (State.ACCEPTED, claim.id())


def test_one_answer_leads_to_the_next_open_proposal(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    marks = proposals(text_of(alena.get(f"/documents/{slug}")))
    for turn, mark in enumerate(marks[:-1]):
        assert f"at={marks[turn + 1]}" in act(alena, slug, "reject", at=mark)
    page = text_of(alena.get(act(alena, slug, "reject", at=marks[-1])))
    assert "0 of the whole document are open." in page


def test_what_was_told_is_recorded_for_the_team_under_a_name_that_cannot_be_guessed(
    desk: Archive, alena: Client
) -> None:
    slug, before = add_words(alena, how="told"), set(desk.casebook.ledger().claims)
    mark = first(alena, slug)
    act(alena, slug, "accept")
    (claim,) = new_claims(desk, before)
    found = Cache(desk.folder).find(mark)
    assert claim.nonce
    assert found
    assert found.claim == claim.id()
    assert claim.id() in desk.casebook.in_force().accepted
    level = desk.casebook.in_force().claim_level(claim.id(), Use.PUBLIC)
    assert level is Visibility.TEAM


def test_what_is_rejected_is_in_no_record(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    mark, before = first(alena, slug), desk.casebook.store.state()
    act(alena, slug, "reject")
    assert desk.casebook.store.state() == before
    assert state_of(desk, mark) is State.REJECTED


def test_what_is_corrected_says_what_was_typed(desk: Archive, alena: Client) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    mark = first(alena, slug)
    form = text_of(alena.get(f"/documents/{slug}/proposals/{mark}/correct"))
    assert 'value="2026-09-05"' in form
    sent = {"fact-date": "6 September 2026", "fact-place": "Tver", "who": "belova-alena"}
    alena.post(f"/documents/{slug}/proposals/{mark}/correct", sent)
    (claim,) = new_claims(desk, before)
    assert str(claim.fields["date"]) == "2026-09-06"
    assert claim.passage.quote
    assert state_of(desk, mark) is State.CORRECTED


@pytest.mark.parametrize("typed", ["yesterdaymorrow", "31 February 2026"])
def test_what_cannot_be_read_is_asked_about(desk: Archive, alena: Client, typed: str) -> None:
    slug = add_words(alena)
    mark, before = first(alena, slug), desk.casebook.store.state()
    sent = {"fact-date": typed, "who": "belova-alena"}
    answer = alena.post(f"/documents/{slug}/proposals/{mark}/correct", sent)
    assert answer.status_code == 422
    assert 'id="fact-date-wrong"' in text_of(answer)
    assert desk.casebook.store.state() == before


def test_what_a_volunteer_accepts_waits_for_an_editor(
    desk: Archive, boris: Client, alena: Client
) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    mark = first(boris, slug)
    act(boris, slug, "accept")
    (claim,) = new_claims(desk, before)
    assert claim.id() not in desk.casebook.in_force().accepted
    assert state_of(desk, mark) is State.WAITING
    alena.post(f"/waiting/{claim.id()}", {"answer": "accept"})
    page = text_of(alena.get(f"/documents/{slug}?at={mark}"))
    assert 'class="chip accepted"' in page


@pytest.fixture
def irina(enter: Callable[..., Client]) -> Client:
    """An editor beside Alena, who could say yes."""
    return enter(Role.EDITOR)


def test_somebody_new_waits_for_a_second_reader(
    desk: Archive, alena: Client, irina: Client
) -> None:
    slug, before = add_words(alena, STRANGER), set(desk.casebook.ledger().claims)
    page = text_of(alena.get(f"/documents/{slug}"))
    assert "A second reader has to confirm a person who is not in the record." in page
    act(alena, slug, "accept", who="new")
    claims = new_claims(desk, before)
    assert {one.kind for one in claims} == {"arrest", "name"}
    assert len({one.subject for one in claims}) == 1
    assert not {one.id() for one in claims} & desk.casebook.in_force().accepted


def test_somebody_new_counts_at_a_desk_of_one_and_goes_again_if_taken_back(
    desk: Archive, alena: Client
) -> None:
    slug, before = add_words(alena, STRANGER), set(desk.casebook.ledger().claims)
    act(alena, slug, "accept", who="new")
    claims = {one.id() for one in new_claims(desk, before)}
    assert claims <= desk.casebook.in_force().accepted
    alena.post(f"/documents/{slug}/back")
    assert not claims & desk.casebook.in_force().accepted


def test_somebody_who_waits_is_offered_for_the_next_proposal(
    desk: Archive, alena: Client, irina: Client
) -> None:
    more = (
        f"{STRANGER} 12 октября 2026 года суд приговорил Савелия Медведкина к семи годам колонии."
    )
    slug = add_words(alena, more)
    page = text_of(alena.get(act(alena, slug, "accept", who="new")))
    assert "waits for a second reader" in page
    assert re.search(r'value="savely-medvedkin-\w+" checked', page)


def test_of_two_who_could_be_meant_nobody_is_chosen(desk: Archive, alena: Client) -> None:
    claim = next(one for one in desk.casebook.ledger().claims.values() if one.kind == "name")
    twin = replace(claim, subject=person("twin-one"))
    batch = a_ledger([twin], sources=[], decisions=[a_decision(Verb.ACCEPT, twin.id())])
    desk.casebook.store.append(batch)
    slug = add_words(alena)
    page = text_of(alena.get(f"/documents/{slug}"))
    assert 'value="twin-one"' in page
    assert not re.search(r'name="who" value="[^"]+" checked', page)
    before = desk.casebook.store.state()
    act(alena, slug, "accept", who="")
    assert desk.casebook.store.state() == before


def test_a_page_says_what_a_proposal_would_change(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    marks = proposals(text_of(alena.get(f"/documents/{slug}")))
    said = [text_of(alena.get(f"/documents/{slug}?at={one}")) for one in marks]
    assert any("Nothing of the kind is on the page yet." in one for one in said)
    assert any("The page would show that sources disagree." in one for one in said)


@pytest.mark.parametrize("who", ["no-such-person", "square", "../x"])
def test_nothing_is_said_of_nobody(desk: Archive, alena: Client, who: str) -> None:
    slug = add_words(alena)
    before = desk.casebook.store.state()
    act(alena, slug, "accept", who=who)
    assert desk.casebook.store.state() == before


def test_a_proposal_is_answered_once(desk: Archive, alena: Client, boris: Client) -> None:
    slug = add_words(alena)
    mark = first(alena, slug)
    act(alena, slug, "accept", at=mark)
    before = desk.casebook.store.state()
    for client, do in ((alena, "accept"), (boris, "accept"), (boris, "reject")):
        act(client, slug, do, at=mark)
    assert desk.casebook.store.state() == before
    assert state_of(desk, mark) is State.ACCEPTED


def test_a_proposal_of_another_text_is_not_answered_here(desk: Archive, alena: Client) -> None:
    slug, other = add_words(alena), add_words(alena, STRANGER)
    sent = {"do": "accept", "who": "belova-alena"}
    address = f"/documents/{other}/proposals/{first(alena, slug)}"
    assert alena.post(address, sent).status_code == 404
    assert alena.get(f"{address}/correct").status_code == 404


def test_a_rejection_can_be_taken_back(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    mark = first(alena, slug)
    act(alena, slug, "reject")
    answer = alena.post(f"/documents/{slug}/back")
    assert f"at={mark}" in answer.headers["Location"]
    assert state_of(desk, mark) is State.OPEN


def test_an_acceptance_is_taken_back_and_can_be_given_again(desk: Archive, alena: Client) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    mark = first(alena, slug)
    act(alena, slug, "accept")
    (claim,) = new_claims(desk, before)
    alena.post(f"/documents/{slug}/back")
    assert claim.id() in desk.casebook.ledger().claims
    assert claim.id() not in desk.casebook.in_force().accepted
    act(alena, slug, "accept", at=mark)
    accepted = desk.casebook.in_force().accepted
    (again,) = [one for one in new_claims(desk, before) if one.id() in accepted]
    assert again.fields == claim.fields


def test_a_volunteer_takes_back_what_waits_and_nothing_that_was_confirmed(
    desk: Archive, boris: Client, alena: Client
) -> None:
    slug, before = add_words(alena), set(desk.casebook.ledger().claims)
    act(boris, slug, "accept")
    (claim,) = new_claims(desk, before)
    alena.post(f"/waiting/{claim.id()}", {"answer": "accept"})
    assert boris.post(f"/documents/{slug}/back").status_code == 409
    assert claim.id() in desk.casebook.in_force().accepted


def test_nobody_takes_back_what_another_did(desk: Archive, boris: Client, alena: Client) -> None:
    slug = add_words(alena)
    act(alena, slug, "reject")
    answer = boris.post(f"/documents/{slug}/back")
    assert answer.status_code == 409
    assert "nothing of yours here" in text_of(answer)


def test_somebody_new_who_is_taken_back_is_offered_to_nobody(desk: Archive, alena: Client) -> None:
    slug = add_words(alena, STRANGER)
    act(alena, slug, "accept", who="new")
    alena.post(f"/documents/{slug}/back")
    page = text_of(alena.get(f"/documents/{slug}"))
    assert "waits for a second reader" not in page
    assert 'value="new" checked' in page


def test_what_is_sealed_by_its_nature_is_proposed_to_nobody(desk: Archive, alena: Client) -> None:
    slug = add_words(alena, "Алёна Белова была задержана. У Алёны Беловой астма и сын.")
    kinds = {one.proposal.kind for one in Cache(desk.folder).suggestions()}
    assert kinds
    assert not kinds & {"health", "family", "asylum"}
    assert alena.get(f"/documents/{slug}").status_code == 200


def test_without_the_cache_a_text_is_laid_out_anew(desk: Archive, alena: Client) -> None:
    slug = add_words(alena)
    marks = proposals(text_of(alena.get(f"/documents/{slug}")))
    (desk.folder / "cache.sqlite").unlink()
    assert proposals(text_of(alena.get(f"/documents/{slug}"))) == marks


def test_a_long_text_is_shown_a_page_at_a_time(desk: Archive, alena: Client) -> None:
    slug = add_words(alena, f"{TEXT}\n\n" + "Дождь над рекой. " * 900)
    page = text_of(alena.get(f"/documents/{slug}"))
    assert "Page 1 of 4" in page
    assert page.count("Дождь над рекой.") < 350
    assert "Page 4 of 4" in text_of(alena.get(f"/documents/{slug}?page=4"))
    assert alena.get(f"/documents/{slug}?page=5").status_code == 404


@pytest.mark.parametrize("query", ["?page=0", "?page=x", "?page=99999999999999", "?at=x", "?at="])
def test_no_page_breaks_by_what_is_asked(desk: Archive, alena: Client, query: str) -> None:
    slug = add_words(alena)
    assert alena.get(f"/documents/{slug}{query}").status_code in {200, 404}
