"""What waits for somebody else's yes, who may say it, and what a desk of one does."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from desking import BELOVA
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.rules import Role
from khronika.desk.waiting.models import Asked
from khronika.ledger.in_force import InForce
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.schema.visibility import Use, Visibility

PAGE = "/people/belova-alena"
ADDRESS = {
    "fact-facility": "СИЗО-9, Верхнереченск (вымышлен)", "fact-address": "Street 1",
    "words": "Counsel told us the address.", "how": "told",
}  # fmt: skip
MOVED = {"fact-date": "1 November 2026", "words": "She was moved.", "how": "told"}
SOMEBODY = {
    "name": "Савелий Медведкин", "words": "A court wrote of Medvedkin.", "how": "published",
    "where": "pretrial", "last": "arrested", "when": "1 November 2026",
}  # fmt: skip


@pytest.fixture
def irina(enter: Callable[..., Client]) -> Client:
    """An editor beside Alena."""
    return enter(Role.EDITOR)


def in_force(desk: Archive) -> InForce:
    return desk.casebook.in_force()


def told(answer: HttpResponse) -> str:
    return answer.content.decode("utf-8").replace("&#x2f;", "/").split("<main")[1]


def waiting_in(page: str) -> list[str]:
    return sorted(set(re.findall(r"/waiting/([0-9a-f]{64})", page)))


def of_kind(desk: Archive, kind: str) -> ClaimId:
    claims = in_force(desk).ledger.claims
    return next(one for one, row in claims.items() if row.kind == kind and row.subject == BELOVA)


def test_an_address_waits_for_another_editor(desk: Archive, alena: Client, irina: Client) -> None:
    alena.post(f"{PAGE}/add/address", ADDRESS)
    one = of_kind(desk, "support")
    assert one not in in_force(desk).accepted
    page = told(irina.get("/waiting"))
    assert "A second reader has to confirm a letter address." in page
    irina.post(f"/waiting/{one}", {"answer": "accept"})
    assert one in in_force(desk).accepted


def test_a_new_person_waits_and_is_read_together(
    desk: Archive, alena: Client, irina: Client
) -> None:
    answer = alena.post("/people/new", SOMEBODY, follow=True)
    assert "It counts when somebody else has read it." in told(answer)
    assert "Medvedkin" not in told(alena.get("/people"))
    ids = waiting_in(told(irina.get("/waiting")))
    assert len(ids) == 3
    irina.post("/waiting/together", {"claim": ids, "answer": "accept"})
    assert "Saveliy Medvedkin" in told(alena.get("/people")) or "Савелий" in told(
        alena.get("/people")
    )


def test_who_recorded_it_says_neither_yes_nor_no(
    desk: Archive, alena: Client, irina: Client
) -> None:
    alena.post(f"{PAGE}/add/address", ADDRESS)
    one, before = of_kind(desk, "support"), desk.casebook.store.state()
    assert waiting_in(told(alena.get("/waiting"))) == []
    for answer in ("accept", "reject"):
        sent = {"answer": answer, "reason": "x"}
        alena.post(f"/waiting/{one}", sent)
        alena.post("/waiting/together", sent | {"claim": [one]})
        alena.post(f"{PAGE}/statements/{one}/restore", sent)
    assert desk.casebook.store.state() == before


def test_a_no_is_not_made_a_yes_by_whoever_stated_it(
    desk: Archive, alena: Client, irina: Client
) -> None:
    alena.post(f"{PAGE}/add/address", ADDRESS)
    one = of_kind(desk, "support")
    irina.post(f"/waiting/{one}", {"answer": "reject", "reason": "not theirs"})
    again = f"{PAGE}/statements/{one}/restore"
    assert alena.post(again, {"reason": "it is"}).status_code == 404
    assert one not in in_force(desk).accepted
    irina.post(again, {"reason": "it is theirs after all"})
    assert one in in_force(desk).accepted


def test_one_of_ones_own_stops_what_is_answered_together(
    desk: Archive, alena: Client, irina: Client
) -> None:
    alena.post(f"{PAGE}/add/address", ADDRESS)
    own = of_kind(desk, "support")
    irina.post("/people/new", SOMEBODY)
    theirs = waiting_in(told(alena.get("/waiting")))
    before = desk.casebook.store.state()
    alena.post("/waiting/together", {"claim": [own, *theirs], "answer": "accept"})
    assert desk.casebook.store.state() == before


@pytest.mark.parametrize("named", [[], ["0" * 64], ["nonsense"]])
def test_nothing_is_answered_that_does_not_wait(
    desk: Archive, alena: Client, named: list[str]
) -> None:
    counted = next(iter(in_force(desk).accepted))
    for claims in (named, [*named, counted]):
        sent = {"claim": claims, "answer": "reject", "reason": "x"}
        assert alena.post("/waiting/together", sent).status_code == 404
    assert counted in in_force(desk).accepted


def test_a_no_has_a_reason(desk: Archive, alena: Client, boris: Client) -> None:
    boris.post(f"{PAGE}/add/moved", MOVED)
    one = of_kind(desk, "transfer")
    assert "Say why not." in told(alena.post(f"/waiting/{one}", {"answer": "reject"}, follow=True))
    alena.post(f"/waiting/{one}", {"answer": "reject", "reason": "hearsay"})
    (no,) = in_force(desk).of(Verb.REJECT)
    assert no.reason == "hearsay"


def test_anything_waits_that_somebody_asks_to_have_read(
    desk: Archive, alena: Client, irina: Client
) -> None:
    alena.post(f"{PAGE}/add/moved", MOVED | {"ask": "yes"})
    assert of_kind(desk, "transfer") not in in_force(desk).accepted
    alena.post(f"{PAGE}/add/moved", MOVED | {"words": "And again, without asking."})
    assert len(in_force(desk).accepted) == 9


def test_what_it_changes_is_shown_to_the_reader(
    desk: Archive, alena: Client, boris: Client
) -> None:
    said = {"fact-term": "7 years", "words": "Seven years, we heard.", "how": "told"}
    boris.post(f"{PAGE}/add/sentenced", said)
    page = told(alena.get("/waiting"))
    assert "What it changes" in page
    assert "7 years" in page.split("What it changes")[1]


def test_a_desk_of_one_says_so_and_the_record_says_so(desk: Archive, alena: Client) -> None:
    alena.post(f"{PAGE}/add/address", ADDRESS)
    one = of_kind(desk, "support")
    assert one in in_force(desk).accepted
    (accept,) = [row for row in in_force(desk).of(Verb.ACCEPT) if one in row.targets]
    assert accept.reason == "Nobody else at this desk could read it."
    assert "nobody else read it" in told(alena.get("/waiting"))


def test_a_colleague_whose_access_ended_is_nobody_to_wait_for(
    desk: Archive, alena: Client, irina: Client
) -> None:
    Account.objects.filter(role=Role.EDITOR).update(is_active=False)
    alena.post(f"{PAGE}/add/address", ADDRESS)
    assert of_kind(desk, "support") in in_force(desk).accepted


def seal(client: Client, one: ClaimId, level: str, **more: str) -> None:
    client.post(f"{PAGE}/statements/{one}/level", {"level": level, "reason": "zqxwhy"} | more)


def test_what_is_sealed_is_opened_by_two(desk: Archive, alena: Client, irina: Client) -> None:
    one = of_kind(desk, "ruling")
    seal(alena, one, "sealed")
    seal(alena, one, "public")
    assert in_force(desk).claim_level(one, Use.PUBLIC) is Visibility.SEALED
    (asked,) = Asked.objects.all()
    before = desk.casebook.store.state()
    for answer in ("accept", "reject"):
        alena.post(f"/waiting/asked/{asked.pk}", {"answer": answer, "reason": "x"})
    assert desk.casebook.store.state() == before
    irina.post(f"/waiting/asked/{asked.pk}", {"answer": "accept"})
    assert in_force(desk).claim_level(one, Use.PUBLIC) is Visibility.PUBLIC
    page = told(alena.get(f"{PAGE}/statements/{one}"))
    both = ("you, editor", "editor, you")  # of one moment, in whatever order
    assert any(one in page for one in both), "who asked and who said yes stand in the history"


def test_a_no_is_told_to_who_asked_and_put_away_by_them(
    desk: Archive, alena: Client, irina: Client
) -> None:
    one = of_kind(desk, "ruling")
    seal(alena, one, "team")
    seal(alena, one, "public", ask="yes")
    (asked,) = Asked.objects.all()
    irina.post(f"/waiting/asked/{asked.pk}", {"answer": "reject", "reason": "not yet, zqxno"})
    assert in_force(desk).claim_level(one, Use.PUBLIC) is Visibility.TEAM
    assert "zqxno" in told(alena.get("/waiting"))
    assert "zqxno" not in told(irina.get("/waiting"))
    irina.post(f"/waiting/asked/{asked.pk}", {"answer": "accept"})
    assert in_force(desk).claim_level(one, Use.PUBLIC) is Visibility.TEAM
    alena.post(f"/waiting/asked/{asked.pk}", {})
    assert not Asked.objects.exists()


def test_a_volunteer_answers_nothing(desk: Archive, alena: Client, boris: Client) -> None:
    alena.post(f"{PAGE}/add/moved", MOVED)
    one, before = of_kind(desk, "transfer"), desk.casebook.store.state()
    for address in (f"/waiting/{one}", "/waiting/together", "/waiting/asked/1"):
        assert boris.post(address, {"claim": [one], "answer": "accept"}).status_code == 404
    assert desk.casebook.store.state() == before
