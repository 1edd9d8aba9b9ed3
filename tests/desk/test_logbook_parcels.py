"""Parcels: what may be sent, slots that two people cannot take, the table for partners."""

import csv
import io
from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import NOW, PASSPHRASE, VETROVA
from khronika.desk.archive import Archive
from khronika.desk.logbook.parcels import reads
from khronika.desk.logbook.parcels.models import Parcel
from khronika.schema.decision import Verb

PAGE = "/people/vetrova-vera/parcels"
RESERVE = {"way": "post", "slot": "1"}


def text(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode("utf-8")


def hold(desk: Archive, kind: str = "colony-strict") -> None:
    """Vetrova is held there."""
    claim = a_claim("custody", subject=VETROVA, kind_=kind, start="2026-11-10")
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))


def a_parcel(**more: object) -> Parcel:
    told = {"way": "post", "counts_as": "parcel", "slot": 1, "reserved": NOW.date()}
    return Parcel.objects.create(**{"person": VETROVA, **told, **more})


def test_before_a_verdict_the_weight_of_the_month_is_told(desk: Archive, boris: Client) -> None:
    hold(desk, "pretrial")
    a_parcel(state="sent", sent=date(2026, 11, 2), kilograms="7.5")
    a_parcel(slot=2, state="sent", sent=date(2026, 10, 30), kilograms="3")
    shown = text(boris)
    assert "As many as you like." in shown
    assert "30 kg a month in all" in shown
    assert "recalled, to be checked" in shown
    assert "This month 7.5 kg went." in shown


def test_in_a_colony_the_rule_is_told_with_where_it_was_read(desk: Archive, boris: Client) -> None:
    hold(desk)
    shown = text(boris, PAGE)
    assert "4 of 4 a year are left." in shown
    assert "Penal Enforcement Code of Russia, article 123" in shown
    assert "read at admyagodnoe.ru" in shown


def test_other_conditions_allow_another_number(desk: Archive, boris: Client) -> None:
    hold(desk)
    assert "6 of 6 a year" in text(boris, f"{PAGE}?conditions=light")


def test_where_the_regime_is_not_known_nothing_is_guessed(desk: Archive, boris: Client) -> None:
    shown = text(boris, PAGE)
    assert 'name="slot"' not in shown


def test_a_slot_is_reserved_for_one(desk: Archive, boris: Client, alena: Client) -> None:
    hold(desk, "pretrial")
    boris.post(PAGE, RESERVE)
    answer = alena.post(PAGE, RESERVE, follow=True)
    assert "Somebody took this slot before you." in answer.content.decode()
    assert [(one.slot, one.state) for one in Parcel.objects.all()] == [(1, "reserved")]


def test_the_database_refuses_a_second_parcel_in_a_slot(desk: Archive) -> None:
    a_parcel(way="post")
    with pytest.raises(IntegrityError):
        a_parcel(way="counter")


def test_two_who_press_at_once_are_told_apart_by_the_database(
    desk: Archive, boris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(desk, "pretrial")
    a_parcel()
    monkeypatch.setattr(reads, "taken_of", lambda *_: [])  # read before the other one wrote
    answer = boris.post(PAGE, RESERVE, follow=True)
    assert "Somebody took this slot before you." in answer.content.decode()
    assert Parcel.objects.count() == 1


def test_post_and_counter_count_together_and_packets_apart(desk: Archive, boris: Client) -> None:
    hold(desk)
    for way, slot in (("post", 1), ("counter", 2), ("packet", 1)):
        boris.post(PAGE, {"way": way, "slot": slot})
    shown = text(boris, PAGE)
    assert "2 of 4 a year are left." in shown
    assert "3 of 4 a year are left." in shown


def test_a_slot_beyond_what_is_left_is_not_given(desk: Archive, boris: Client) -> None:
    hold(desk)
    boris.post(PAGE, {"way": "post", "slot": "5"})
    assert not Parcel.objects.exists()


def test_a_parcel_goes_and_arrives(desk: Archive, boris: Client) -> None:
    parcel = a_parcel()
    address = f"{PAGE}/{parcel.pk}"
    boris.post(address, {"state": "sent", "on": "20 November 2026", "kilograms": "12.5"})
    boris.post(address, {"state": "arrived"})
    parcel.refresh_from_db()
    assert (parcel.state, parcel.sent, parcel.ended) == (
        "arrived", date(2026, 11, 20), NOW.date(),
    )  # fmt: skip
    assert str(parcel.kilograms) == "12.50"


def test_one_that_is_too_heavy_is_noted_and_said(desk: Archive, boris: Client) -> None:
    hold(desk, "pretrial")
    parcel = a_parcel()
    answer = boris.post(f"{PAGE}/{parcel.pk}", {"state": "sent", "kilograms": "21"}, follow=True)
    assert "heavier than the rule allows" in answer.content.decode()


@pytest.mark.parametrize("state_", ["returned", "given-up"])
def test_a_parcel_that_reached_nobody_frees_its_slot(
    desk: Archive, boris: Client, state_: str
) -> None:
    hold(desk)
    parcel = a_parcel(state="sent", sent=date(2026, 11, 1))
    assert "3 of 4 a year are left." in text(boris, PAGE)
    boris.post(f"{PAGE}/{parcel.pk}", {"state": state_})
    assert "4 of 4 a year are left." in text(boris, PAGE)


def test_a_partner_takes_a_slot_and_nobody_of_ours_stands_there(
    desk: Archive, boris: Client
) -> None:
    hold(desk, "pretrial")
    boris.post(PAGE, {**RESERVE, "partner": "Bridge"})
    parcel = Parcel.objects.get()
    assert (parcel.partner, parcel.by_id) == ("Bridge", None)
    assert "Bridge" in text(boris)


def test_the_table_for_partners_holds_whom_partners_may_know(desk: Archive, alena: Client) -> None:
    hold(desk)
    consent = a_decision(Verb.CONSENT, VETROVA, use="partner", state="given")
    ready = [a_decision(Verb.READY, VETROVA), a_decision(Verb.STANCE, VETROVA, value="list")]
    desk.casebook.store.append(a_ledger(decisions=[consent, *ready]))
    a_parcel(by=None)
    answer = alena.post("/logbook/parcels/free.csv", {"passphrase": PASSPHRASE})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8"))))
    assert [row[:3] for row in rows[1:]] == [
        ["Vera Vetrova", "parcel", "3"],
        ["Vera Vetrova", "small packet", "4"],
    ]


def test_the_board_names_who_can_be_sent_something(desk: Archive, boris: Client) -> None:
    hold(desk, "pretrial")
    a_parcel()
    shown = text(boris, "/logbook/parcels")
    assert "As many as you like." in shown
    assert "reserved, 23 November 2026" in shown
