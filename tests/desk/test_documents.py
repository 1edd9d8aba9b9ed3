"""A pasted document and what it seems to say: marked, taken by a touch, proposed once."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from desking import BELOVA
from khronika.desk.archive import Archive
from khronika.schema.visibility import Use, Visibility

TEXT = (
    "Алёна Белова была задержана 5 сентября 2026 года в Твери. "
    "12 октября 2026 года суд приговорил Алёну Белову к семи годам колонии общего режима."
)


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/")


def paste(client: Client, *, how: str = "published") -> tuple[str, str]:
    """Paste the text with one fact; the address it leads to, and what it shows."""
    sent = {"fact-text": "А. Белова", "words": TEXT, "how": how, "title": "River Paper"}
    answer = client.post("/people/belova-alena/add/named", sent)
    address = answer.headers["Location"]
    return address, text_of(client.get(address))


def marks(page: str) -> list[str]:
    return re.findall(r'name="mark" value="([^"]+)"', page)


def test_a_pasted_text_is_shown_with_what_it_seems_to_say(desk: Archive, alena: Client) -> None:
    address, page = paste(alena)
    assert address.startswith("/people/belova-alena/documents/")
    assert "<mark>" in page
    assert 0 < len(marks(page)) <= 10
    plain = re.sub(r"</?mark>", "", page)
    assert TEXT in plain


def test_a_proposal_that_is_taken_points_at_its_words(desk: Archive, alena: Client) -> None:
    address, page = paste(alena)
    before = set(desk.casebook.ledger().claims)
    alena.post(address, {"mark": marks(page)[0]})
    in_force = desk.casebook.in_force()
    (claim,) = [one for key, one in in_force.ledger.claims.items() if key not in before]
    passage = claim.passage
    assert claim.subject == BELOVA
    assert passage.quote
    assert TEXT[passage.start : passage.end] == passage.quote
    assert claim.id() in in_force.accepted
    assert in_force.claim_level(claim.id(), Use.PUBLIC) is Visibility.PUBLIC


def test_what_was_taken_is_not_proposed_again(desk: Archive, alena: Client) -> None:
    address, page = paste(alena)
    first = marks(page)[0]
    alena.post(address, {"mark": first})
    assert first not in marks(text_of(alena.get(address)))


def test_what_was_told_stays_with_the_team(desk: Archive, alena: Client) -> None:
    address, page = paste(alena, how="told")
    before = set(desk.casebook.ledger().claims)
    alena.post(address, {"mark": marks(page)[0]})
    in_force = desk.casebook.in_force()
    (taken,) = set(in_force.ledger.claims) - before
    assert in_force.claim_level(taken, Use.PUBLIC) is Visibility.TEAM
    assert in_force.ledger.claims[taken].nonce


def test_what_a_volunteer_takes_waits(desk: Archive, boris: Client, alena: Client) -> None:
    address, page = paste(alena)
    before = set(desk.casebook.ledger().claims)
    boris.post(address, {"mark": marks(page)[0]})
    in_force = desk.casebook.in_force()
    (taken,) = set(in_force.ledger.claims) - before
    assert taken not in in_force.accepted


@pytest.mark.parametrize("mark", ["0-5-arrest", "x", "9-9-ruling"])
def test_nothing_is_taken_that_was_not_proposed(desk: Archive, alena: Client, mark: str) -> None:
    address, _ = paste(alena)
    before = desk.casebook.store.state()
    assert alena.post(address, {"mark": mark}).status_code == 404
    assert desk.casebook.store.state() == before


def test_nothing_is_proposed_to_a_page_the_text_does_not_speak_of(
    desk: Archive, alena: Client
) -> None:
    address, _ = paste(alena)
    page = text_of(alena.get(address.replace("belova-alena", "vetrova-vera")))
    assert marks(page) == []


@pytest.mark.parametrize("source", ["paper", "no-such-paper", "..", "UPPER"])
def test_there_is_no_document_where_no_words_are_kept(
    desk: Archive, alena: Client, source: str
) -> None:
    assert alena.get(f"/people/belova-alena/documents/{source}").status_code == 404


def test_a_support_group_reads_no_document(desk: Archive, alena: Client, vera: Client) -> None:
    address, _ = paste(alena)
    assert vera.get(address).status_code == 404
