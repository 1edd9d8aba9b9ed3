"""Writing to somebody: where one may, the address; what was sent and came back."""

from datetime import date

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, NOW
from khronika.desk.archive import Archive
from khronika.desk.logbook.forgetting import forget
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.logbook.letters.writes import note_sent
from khronika.schema.decision import Verb

WRITE = "/people/belova-alena/write"
ADDRESS = "123456, Верхнереченск, ул. Речная, 1, СИЗО-9"


def tell_address(desk: Archive, *, checked: str = "2026-11-10", **more: object) -> None:
    claim = a_claim(
        "support", subject=BELOVA, kind_="address", facility="sizo-9-verkhnerechensk",
        address={"text": ADDRESS, "lang": "ru"}, checked=checked, checked_by="answer", **more,
    )  # fmt: skip
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))


def page(client: Client) -> str:
    return client.get(WRITE).content.decode("utf-8")


def test_without_an_address_nobody_is_told_to_write(desk: Archive, alena: Client) -> None:
    assert "There is no letter address" in page(alena)
    assert 'name="channel"' not in page(alena)


def test_a_fresh_address_is_shown_with_the_name_in_cyrillic(desk: Archive, alena: Client) -> None:
    tell_address(desk)
    shown = page(alena)
    assert "Letters can be sent" in shown
    assert "123456\n" in shown
    assert "СИЗО-9\nБелова Алёна" in shown


def test_a_stale_address_is_not_shown(desk: Archive, alena: Client) -> None:
    tell_address(desk, checked="2026-01-10")
    assert ADDRESS[:6] not in page(alena)


def test_an_address_is_not_shown_after_a_move(desk: Archive, alena: Client) -> None:
    tell_address(desk)
    move = a_claim("transfer", subject=BELOVA, date="2026-11-20")
    accepted = a_decision(Verb.ACCEPT, move.id())
    desk.casebook.store.append(a_ledger([move], sources=[a_source()], decisions=[accepted]))
    assert ADDRESS[:6] not in page(alena)


def test_who_wants_no_letters_gets_none(desk: Archive, alena: Client) -> None:
    tell_address(desk)
    no = a_decision(Verb.CONSENT, BELOVA, use="letters", state="refused")
    desk.casebook.store.append(a_ledger(decisions=[no]))
    assert "wants no letters" in page(alena)
    assert ADDRESS[:6] not in page(alena)


def test_what_was_sent_is_noted_without_who(desk: Archive, boris: Client) -> None:
    tell_address(desk)
    boris.post(WRITE, {"channel": "paper", "sent": "20 November 2026"})
    (letter,) = Letter.objects.all()
    assert (letter.person, letter.channel, letter.sent) == (BELOVA, "paper", date(2026, 11, 20))
    assert {field.name for field in Letter._meta.get_fields()} == {
        "id", "person", "channel", "sent", "outcome", "outcome_day", "replier",
    }  # fmt: skip


@pytest.mark.parametrize("sent", ["24 November 2026", "November 2026", "soon"])
def test_a_letter_went_on_a_day_that_has_been(desk: Archive, boris: Client, sent: str) -> None:
    tell_address(desk)
    assert boris.post(WRITE, {"channel": "paper", "sent": sent}).status_code == 422
    assert not Letter.objects.exists()


def test_a_letter_that_came_back_shuts_the_address(desk: Archive, boris: Client) -> None:
    tell_address(desk)
    boris.post(WRITE, {"channel": "paper"})
    letter = Letter.objects.get()
    boris.post(f"/people/belova-alena/letters/{letter.pk}", {"outcome": "returned"})
    assert "A letter to this address came back" in page(boris)
    assert ADDRESS[:6] not in page(boris)


def test_an_answer_is_noted(desk: Archive, boris: Client) -> None:
    tell_address(desk)
    boris.post(WRITE, {"channel": "paper"})
    answer = boris.post(
        f"/people/belova-alena/letters/{Letter.objects.get().pk}", {"outcome": "answered"},
        follow=True,
    )  # fmt: skip
    assert "The answer confirms the address" in answer.content.decode()


def test_a_letter_of_somebody_else_is_not_found_under_this_name(
    desk: Archive, boris: Client
) -> None:
    note_sent(BELOVA, "post", on=NOW.date())
    number = Letter.objects.get().pk
    address = f"/people/vetrova-vera/letters/{number}"
    assert boris.post(address, {"outcome": "returned"}).status_code == 404


def test_letters_are_forgotten_after_two_years(desk: Archive) -> None:
    note_sent(BELOVA, "post", on=date(2024, 11, 22))
    note_sent(BELOVA, "post", on=date(2024, 11, 23))
    forget(NOW.date())
    assert [one.sent for one in Letter.objects.all()] == [date(2024, 11, 23)]
