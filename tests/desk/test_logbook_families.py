"""Contact with families: who keeps it, when anybody last spoke, who is silent."""

from datetime import date, timedelta

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import NOW, VETROVA
from khronika.desk.archive import Archive
from khronika.desk.logbook.families.models import Contact, Keeper
from khronika.schema.claim import Speaker
from khronika.schema.decision import Verb

PAGE = "/people/vetrova-vera"
UNASKED = "No talk with the family is recorded."
SILENT = "Nobody has spoken with the family for a month."


def text(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode("utf-8")


def held(desk: Archive) -> None:
    """Vetrova is held, so that her family matters."""
    claims = [a_claim("custody", subject=VETROVA, kind_="pretrial", start="2026-11-02")]
    accepted = a_decision(Verb.ACCEPT, claims[0].id())
    desk.casebook.store.append(a_ledger(claims, sources=[a_source()], decisions=[accepted]))


def families(client: Client) -> str:
    shown = text(client, "/")
    return (
        shown.split('id="families"')[1].split("</section>")[0] if 'id="families"' in shown else ""
    )


def test_a_talk_is_noted_with_its_day(desk: Archive, boris: Client) -> None:
    boris.post(f"{PAGE}/contact", {"on": "20 November 2026"})
    assert Contact.objects.get().on == date(2026, 11, 20)
    assert "On 20 November 2026 somebody last spoke with them." in text(boris)


def test_a_talk_answers_that_nobody_has_spoken_with_them(desk: Archive, boris: Client) -> None:
    held(desk)
    assert UNASKED in text(boris)
    boris.post(f"{PAGE}/contact", {"on": "20 November 2026"})
    assert UNASKED not in text(boris)


def test_a_talk_that_is_to_come_is_not_noted(desk: Archive, boris: Client) -> None:
    boris.post(f"{PAGE}/contact", {"on": "1 December 2026"})
    assert not Contact.objects.exists()


def test_somebody_keeps_contact_and_others_see_that_and_not_who(
    desk: Archive, boris: Client, alena: Client
) -> None:
    boris.post(f"{PAGE}/keeper")
    assert "You keep contact." in text(boris)
    assert "Somebody of the group keeps contact." in text(alena)
    assert "volunteer" not in text(alena).split("<main")[1]


def test_one_keeps_contact_at_a_time(desk: Archive, boris: Client, alena: Client) -> None:
    for client in (boris, alena):
        client.post(f"{PAGE}/keeper")
    assert "You keep contact." in text(alena)
    assert Keeper.objects.count() == 1
    alena.post(f"{PAGE}/keeper")
    assert "Nobody keeps contact." in text(alena)


@pytest.mark.parametrize(("days", "is_silent"), [(30, False), (31, True)])
def test_a_family_is_silent_after_thirty_days(
    desk: Archive, boris: Client, days: int, is_silent: bool
) -> None:
    held(desk)
    Contact.objects.create(person=VETROVA, on=NOW.date() - timedelta(days=days))
    assert (SILENT in families(boris)) == is_silent


def test_a_talk_of_the_logbook_ends_the_silence_of_the_record(desk: Archive, boris: Client) -> None:
    held(desk)
    claim = a_claim("age", subject=VETROVA, value=30, speaker=Speaker.RELATIVE)
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))
    assert SILENT in families(boris)
    boris.post(f"{PAGE}/contact")
    assert families(boris) == ""


def test_the_record_learns_nothing_of_it(desk: Archive, boris: Client) -> None:
    before = desk.casebook.store.state()
    boris.post(f"{PAGE}/contact")
    boris.post(f"{PAGE}/keeper")
    assert desk.casebook.store.state() == before
