"""Writing to somebody: where one may, the address; what was sent and came back."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, NOW
from khronika.desk.archive import Archive
from khronika.desk.logbook.forgetting import forget
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.logbook.letters.writes import note_sent
from khronika.desk.rules import Role
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb
from khronika.schema.value import Choice, Text
from khronika.schema.visibility import Use, Visibility
from khronika.values.date import PartialDate

WRITE = "/people/belova-alena/write"
ADDRESS = "123456, Верхнереченск, ул. Речная, 1, СИЗО-9"


NAMED = a_claim("name", subject=BELOVA, form="full", family="Белова", given="Алёна", lang="ru")


def tell_address(
    desk: Archive,
    *,
    checked: str = "2026-11-10",
    checked_by: str = "answer",
    named: Claim | None = NAMED,
    **more: object,
) -> None:
    claim = a_claim(
        "support", subject=BELOVA, kind_="address", facility="sizo-9-verkhnerechensk",
        address={"text": ADDRESS, "lang": "ru"}, checked=checked, checked_by=checked_by, **more,
    )  # fmt: skip
    accept(desk, claim, *([] if named is None else [named]))


def accept(desk: Archive, *claims: Claim) -> None:
    accepted = a_decision(Verb.ACCEPT, *(one.id() for one in claims))
    desk.casebook.store.append(a_ledger(claims, sources=[a_source()], decisions=[accepted]))


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


def test_an_address_is_not_shown_under_a_name_nobody_wrote_in_full(
    desk: Archive, alena: Client
) -> None:
    tell_address(desk, named=None)
    shown = page(alena)
    assert ADDRESS[:6] not in shown
    name = next(
        one for one, row in desk.casebook.in_force().ledger.claims.items()
        if row.kind == "name" and row.subject == BELOVA
    )  # fmt: skip
    parts = {"claim": name, "family": "Белова", "given": "Алёна"}
    alena.post("/people/belova-alena/name", parts)
    assert "СИЗО-9\nБелова Алёна" in page(alena)


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


def outcome(client: Client, letter: Letter, **said: str) -> str:
    sent = client.post(f"/people/belova-alena/letters/{letter.pk}", said, follow=True)
    return sent.content.decode()


def sent_on(day: date, **more: object) -> Letter:
    return Letter.objects.create(person=BELOVA, channel="paper", sent=day, **more)


def confirmed(desk: Archive) -> list[Claim]:
    claims = desk.casebook.ledger().claims.values()
    return [one for one in claims if one.fields.get("checked-by") == Choice("answer")]


def test_an_answer_states_that_the_address_holds(desk: Archive, boris: Client) -> None:
    tell_address(desk, checked_by="counsel")
    outcome(boris, sent_on(date(2026, 11, 1)), outcome="answered", on="20 November 2026")
    (claim,) = confirmed(desk)
    assert claim.fields["checked"] == PartialDate.of(date(2026, 11, 20))
    assert claim.fields["address"] == Text(ADDRESS, "ru")
    assert claim.passage.quote == "An answer to a letter came on 20 November 2026."


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.EDITOR])
def test_what_a_volunteer_learns_from_an_answer_waits_for_an_editor(
    desk: Archive, enter: Callable[[Role], Client], role: Role
) -> None:
    tell_address(desk, checked_by="counsel")
    outcome(enter(role), sent_on(date(2026, 11, 1)), outcome="answered")
    (claim,) = confirmed(desk)
    assert (claim.id() in desk.casebook.in_force().accepted) == (role is Role.EDITOR)


def test_an_answer_without_an_address_confirms_nothing(desk: Archive, alena: Client) -> None:
    said = outcome(alena, sent_on(date(2026, 11, 1)), outcome="answered")
    assert "Noted. Who writes back?" in said
    assert confirmed(desk) == []


def test_after_an_answer_somebody_says_that_they_write_back(
    desk: Archive, boris: Client, alena: Client
) -> None:
    letter = sent_on(date(2026, 11, 1), outcome="answered", outcome_day=date(2026, 11, 20))
    boris.post(f"/people/belova-alena/letters/{letter.pk}/reply")
    assert "You write back" in page(boris)
    assert "Somebody writes back" in page(alena)
    assert "volunteer" not in page(alena)
    boris.post(f"/people/belova-alena/letters/{letter.pk}/reply")
    assert "I write back" in page(alena)


def test_silence_is_noted_and_may_still_be_broken(desk: Archive, boris: Client) -> None:
    letter = sent_on(date(2026, 6, 1))
    assert "Silence does not mean" in outcome(boris, letter, outcome="silent")
    outcome(boris, letter, outcome="answered", on="1 November 2026")
    letter.refresh_from_db()
    assert (letter.outcome, letter.outcome_day) == ("answered", date(2026, 11, 1))


def test_an_outcome_that_is_still_to_come_is_not_noted(desk: Archive, boris: Client) -> None:
    letter = sent_on(date(2026, 11, 1))
    assert "Name one day that is not to come." in outcome(
        boris, letter, outcome="answered", on="1 December 2026"
    )
    letter.refresh_from_db()
    assert letter.outcome == "sent"


def test_an_editor_holds_an_address_back_that_failed(desk: Archive, alena: Client) -> None:
    tell_address(desk)
    letter = sent_on(date(2026, 11, 1))
    outcome(alena, letter, outcome="returned")
    assert "Hold the address back" in page(alena)
    alena.post("/people/belova-alena/address/hold-back")
    in_force = desk.casebook.in_force()
    (claim,) = [one for one, row in in_force.ledger.claims.items() if row.kind == "support"]
    assert in_force.claim_level(claim, Use.LETTERS) is Visibility.TEAM
    assert "Hold the address back" not in page(alena)


def test_a_volunteer_is_not_asked_to_hold_back(desk: Archive, boris: Client) -> None:
    tell_address(desk)
    outcome(boris, sent_on(date(2026, 11, 1)), outcome="returned")
    assert "Hold the address back" not in page(boris)
    assert boris.post("/people/belova-alena/address/hold-back").status_code == 404


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
