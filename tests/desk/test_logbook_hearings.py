"""Hearings and petitions: who goes, what came of it, what was answered."""

from datetime import date
from html import unescape

import pytest
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, NOW, SQUARE, VETROVA
from khronika.desk.archive import Archive
from khronika.desk.logbook.hearings.models import Cover
from khronika.desk.logbook.petitions.models import Petition
from khronika.schema.decision import Verb

PAGE = "/logbook/hearings"
HEARING = "/people/belova-alena/hearings/2026-11-30"  # the one of the small record
PETITIONS = "/logbook/petitions"


def text(client: Client, address: str = PAGE) -> str:
    return unescape(client.get(address).content.decode("utf-8"))


def past_hearing(desk: Archive) -> None:
    claim = a_claim("hearing", subject=BELOVA, case=SQUARE, date="2026-11-10")
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))


def test_a_hearing_nobody_goes_to_is_told(desk: Archive, boris: Client) -> None:
    assert "30 November 2026" in text(boris)
    assert "nobody goes yet" in text(boris)


def test_somebody_goes_and_others_see_that_and_not_who(
    desk: Archive, boris: Client, alena: Client
) -> None:
    boris.post(f"{HEARING}/cover")
    assert "I cannot after all" in text(boris)
    assert "1 goes" in text(alena)
    assert "volunteer" not in text(alena)


def test_whoever_cannot_go_after_all_says_so(desk: Archive, boris: Client) -> None:
    boris.post(f"{HEARING}/cover")
    assert Cover.objects.count() == 1
    boris.post(f"{HEARING}/cover")
    assert not Cover.objects.exists()
    assert "nobody goes yet" in text(boris)


@pytest.mark.parametrize("day", ["2026-11-29", "2026-13-01", "soon"])
def test_there_is_no_going_to_a_hearing_the_record_does_not_have(
    desk: Archive, boris: Client, day: str
) -> None:
    assert boris.post(f"/people/belova-alena/hearings/{day}/cover").status_code == 404
    assert boris.post("/people/vetrova-vera/hearings/2026-11-30/cover").status_code == 404


def test_a_past_hearing_is_asked_about_until_its_outcome_is_told(
    desk: Archive, boris: Client
) -> None:
    past_hearing(desk)
    assert "/people/belova-alena/hearings/2026-11-10" in text(boris)
    claim = a_claim("hearing", subject=BELOVA, case=SQUARE, date="2026-11-10", outcome="held")
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))
    assert "/people/belova-alena/hearings/2026-11-10" not in text(boris)


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("outcome=held", ["hearing?fact-date=2026-11-30&fact-outcome=held"]),
        ("outcome=verdict", ["sentenced?fact-date=2026-11-30", "hearing?fact-date=2026-11-30"]),
        (
            "outcome=postponed&to=9+December+2026",
            ["fact-outcome=postponed", "hearing?fact-date=2026-12-09"],
        ),
    ],
)
def test_an_outcome_leads_to_the_forms_that_record_it(
    desk: Archive, boris: Client, asked: str, leads: list[str]
) -> None:
    shown = text(boris, f"{HEARING}?{asked}")
    assert [one for one in leads if one not in shown] == []


def test_the_form_of_a_fact_is_filled_from_the_way_there(desk: Archive, boris: Client) -> None:
    shown = text(boris, "/people/belova-alena/add/hearing?fact-date=2026-11-30&fact-outcome=held")
    assert 'value="2026-11-30"' in shown
    assert '<option value="held" selected>' in shown


def test_a_petition_waits_and_is_late_and_is_answered(desk: Archive, boris: Client) -> None:
    boris.post(f"{PETITIONS}/for/belova-alena", {
        "office": "Ministry", "channel": "post", "sent": "1 October 2026",
        "due": "31 October 2026",
    })  # fmt: skip
    petition = Petition.objects.get()
    assert (petition.sent, petition.due) == (date(2026, 10, 1), date(2026, 10, 31))
    assert "late since 31 October 2026" in text(boris, PETITIONS)
    boris.post(f"{PETITIONS}/{petition.pk}/answer", {"answer": "They deny it."})
    petition.refresh_from_db()
    assert (petition.answered, petition.answer) == (NOW.date(), "They deny it.")
    assert "They deny it." in text(boris, PETITIONS)


@pytest.mark.parametrize(
    "changed", [{"sent": "1 December 2026"}, {"due": "December"}, {"office": ""}]
)
def test_a_petition_that_cannot_be_read_is_asked_about(
    desk: Archive, boris: Client, changed: dict[str, str]
) -> None:
    told = {"office": "Ministry", "channel": "post", **changed}
    assert boris.post(f"{PETITIONS}/for/square", told).status_code == 422


def test_a_petition_about_somebody_who_was_taken_apart_stays(desk: Archive, boris: Client) -> None:
    Petition.objects.create(
        subject=f"{VETROVA}-gone", office="Ministry", channel="post", sent=NOW.date()
    )
    assert "vetrova-vera-gone" in text(boris, PETITIONS)
