"""An entry: its history, and what is decided about it and its statements and taken back again."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, NOW
from khronika.desk import clock
from khronika.desk.accounts.models import Account
from khronika.desk.accounts.writes import end_access
from khronika.desk.archive import Archive
from khronika.dossier.dossier import Dossier
from khronika.ledger.in_force import InForce
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.schema.visibility import Use, Visibility

PAGE = "/people/belova-alena"
WHY = {"reason": "read again, zqxwhy"}


def main_of(answer: HttpResponse) -> str:
    page = answer.content.decode("utf-8").replace("&#x2f;", "/")
    return page.split("<main")[1].split("</main>")[0]


def in_force(desk: Archive) -> InForce:
    return desk.casebook.in_force()


def dossier(desk: Archive) -> Dossier:
    return desk.snapshot(desk.today(NOW)).people[BELOVA]


def key_of(desk: Archive, kind: str) -> str:
    return next(one.key for one in dossier(desk).entries if one.kind == kind)


def claim_of(desk: Archive, kind: str, section: str = "p. 1") -> ClaimId:
    claims = in_force(desk).ledger.claims
    return next(
        one for one, row in claims.items()
        if row.kind == kind and row.passage.section == section and row.subject == BELOVA
    )  # fmt: skip


@pytest.fixture
def searched(desk: Archive) -> Archive:
    """Belova was searched twice, by what is written."""
    days = ("2026-09-03", "2026-09-04")
    claims = [a_claim("search", subject=BELOVA, date=day) for day in days]
    accepted = a_decision(Verb.ACCEPT, *(one.id() for one in claims))
    desk.casebook.store.append(a_ledger(claims, sources=[a_source()], decisions=[accepted]))
    return desk


def test_every_line_of_the_timeline_leads_to_its_history(desk: Archive, alena: Client) -> None:
    page = main_of(alena.get(PAGE))
    links = set(re.findall(rf"{PAGE}/entries/[a-z0-9-]+", page))
    assert len(links) == page.count('class="behind"') == len(dossier(desk).entries) - 1  # the name
    for link in links:
        history = main_of(alena.get(link)).split('id="history"')[1]
        assert "Stated" in history
        assert "The Paper" in history


def test_a_history_holds_decisions_with_who_when_and_why(desk: Archive, alena: Client) -> None:
    six = claim_of(desk, "ruling", "p. 2")
    alena.post(f"{PAGE}/settle/0", {"claim": six} | WHY)
    for address in (f"{PAGE}/history", f"{PAGE}/entries/{key_of(desk, 'ruling')}"):
        page = main_of(alena.get(address))
        assert "This version is followed" in page
        assert "zqxwhy" in page
        assert "23 November 2026 · you" in page


def test_who_stated_something_is_named_to_a_coordinator_alone(
    desk: Archive, alena: Client, boris: Client
) -> None:
    alena.post(f"{PAGE}/ready")
    assert "a colleague (hand-" in main_of(boris.get(f"{PAGE}/history"))
    assert "coordinator" not in main_of(boris.get(f"{PAGE}/history"))


def test_who_left_is_somebody_who_left(desk: Archive, alena: Client, boris: Client) -> None:
    moved = {"fact-date": "1 November 2026", "words": "She was moved.", "how": "told"}
    boris.post(f"{PAGE}/add/moved", moved)
    assert "volunteer" in main_of(alena.get(f"{PAGE}/history"))
    end_access(Account.objects.get(name="volunteer"))
    page = main_of(alena.get(f"{PAGE}/history"))
    assert "somebody who left" in page
    assert "volunteer" not in page


def test_a_settled_dispute_is_reopened_and_settled_again_on_one_day(
    desk: Archive, alena: Client
) -> None:
    six = claim_of(desk, "ruling", "p. 2")
    for _ in range(2):
        alena.post(f"{PAGE}/settle/0", {"claim": six} | WHY)
        assert not dossier(desk).disputes
        (prefer,) = in_force(desk).of(Verb.PREFER)
        alena.post(f"{PAGE}/decisions/{prefer.id()}/undo", WHY)
        assert [one.field for one in dossier(desk).disputes] == ["term"]


def test_a_new_value_opens_a_settled_dispute_and_says_why_it_was_settled(
    desk: Archive, alena: Client
) -> None:
    alena.post(f"{PAGE}/settle/0", {"claim": claim_of(desk, "ruling", "p. 2")} | WHY)
    said = {"fact-term": "7 years", "words": "Seven years, a newspaper says.", "how": "published"}
    alena.post(f"{PAGE}/add/sentenced", said)
    page = main_of(alena.get(PAGE))
    assert "This was settled once (read again, zqxwhy)" in page
    alena.post(f"{PAGE}/settle/0", {"claim": claim_of(desk, "ruling", "p. 2")} | WHY)
    assert not dossier(desk).disputes
    assert len(in_force(desk).of(Verb.PREFER)) == 1


def test_two_entries_are_made_one_event_and_taken_apart_again(
    searched: Archive, alena: Client
) -> None:
    first, second = [one.key for one in dossier(searched).of_kind("search")]
    before = main_of(alena.get(f"{PAGE}/entries/{first}/merge", {"other": second}))
    assert "Sources will disagree about" in before
    assert len(dossier(searched).of_kind("search")) == 2, "looking changes nothing"
    alena.post(f"{PAGE}/entries/{first}/merge", {"other": second} | WHY)
    assert len(dossier(searched).of_kind("search")) == 1
    (merge,) = in_force(searched).of(Verb.MERGE)
    alena.post(f"{PAGE}/decisions/{merge.id()}/undo", WHY)
    assert len(dossier(searched).of_kind("search")) == 2


def test_one_entry_is_made_two_events_and_one_again(desk: Archive, alena: Client) -> None:
    key, six = key_of(desk, "ruling"), claim_of(desk, "ruling", "p. 2")
    assert "Sources will no longer disagree" in main_of(
        alena.get(f"{PAGE}/entries/{key}/split", {"claim": six})
    )
    alena.post(f"{PAGE}/entries/{key}/split", {"claim": six} | WHY)
    assert len(dossier(desk).of_kind("ruling")) == 2
    (split,) = in_force(desk).of(Verb.SPLIT)
    alena.post(f"{PAGE}/decisions/{split.id()}/undo", WHY)
    assert len(dossier(desk).of_kind("ruling")) == 1


def test_a_split_takes_one_out_of_a_merge_and_leaves_the_rest_together(
    searched: Archive, alena: Client
) -> None:
    third = a_claim("search", subject=BELOVA, date="2026-09-09")
    accepted = a_decision(Verb.ACCEPT, third.id())
    searched.casebook.store.append(a_ledger([third], sources=[a_source()], decisions=[accepted]))
    keys = [one.key for one in dossier(searched).of_kind("search")]
    for other in keys[1:]:
        first = dossier(searched).of_kind("search")[0].key
        there = {one.key for one in dossier(searched).of_kind("search")}
        alena.post(
            f"{PAGE}/entries/{first}/merge",
            {"other": other if other in there and other != first else keys[0]} | WHY,
        )
    (one,) = dossier(searched).of_kind("search")
    alena.post(f"{PAGE}/entries/{one.key}/split", {"claim": third.id()} | WHY)
    assert sorted(len(row.claims) for row in dossier(searched).of_kind("search")) == [1, 2]


@pytest.mark.parametrize("which", ["merge", "split"])
def test_nothing_is_regrouped_without_a_reason(
    searched: Archive, alena: Client, which: str
) -> None:
    first, second = dossier(searched).of_kind("search")
    sent = {"other": second.key, "claim": first.claims[0], "reason": ""}
    assert alena.post(f"{PAGE}/entries/{first.key}/{which}", sent).status_code == 422
    assert not in_force(searched).of(Verb(which))


def test_a_statement_counts_no_more_and_counts_again(desk: Archive, alena: Client) -> None:
    nine = claim_of(desk, "ruling")
    for _ in range(2):  # also on one day, with the same words
        alena.post(f"{PAGE}/statements/{nine}/reject", WHY)
        assert nine not in in_force(desk).accepted
        assert "Does it count after all?" in main_of(alena.get(f"{PAGE}/statements/{nine}"))
        alena.post(f"{PAGE}/statements/{nine}/restore", WHY)
        assert nine in in_force(desk).accepted


def test_a_rejection_of_several_goes_on_for_the_others(desk: Archive, alena: Client) -> None:
    nine, six = claim_of(desk, "ruling"), claim_of(desk, "ruling", "p. 2")
    no = a_decision(Verb.REJECT, nine, six)
    desk.casebook.store.append(a_ledger(decisions=[no]))
    alena.post(f"{PAGE}/statements/{nine}/restore", WHY)
    assert nine in in_force(desk).accepted
    assert six not in in_force(desk).accepted


def test_what_never_counted_does_not_come_in_by_being_restored(
    desk: Archive, alena: Client, boris: Client
) -> None:
    moved = {"fact-date": "1 November 2026", "words": "She was moved.", "how": "told"}
    boris.post(f"{PAGE}/add/moved", moved)
    (waiting,) = [
        one for one, row in in_force(desk).ledger.claims.items() if row.kind == "transfer"
    ]
    for what in ("restore", "level", "correct"):
        sent = WHY | {"level": "public", "fact-date": "2 November 2026"}
        assert alena.post(f"{PAGE}/statements/{waiting}/{what}", sent).status_code == 404
    assert waiting not in in_force(desk).accepted


def test_a_correction_keeps_the_words_and_the_level_and_sets_the_old_aside(
    desk: Archive, alena: Client
) -> None:
    nine = claim_of(desk, "ruling")
    alena.post(f"{PAGE}/statements/{nine}/level", {"level": "team"} | WHY)
    shown = alena.get(f"{PAGE}/statements/{nine}/correct").content.decode()
    fields = dict(re.findall(r'name="(fact-[a-z-]+)" aria-d?[^>]*value="([^"]*)"', shown))
    answer = alena.post(
        f"{PAGE}/statements/{nine}/correct", fields | {"fact-term": "8 years"} | WHY
    )
    made = ClaimId(answer.headers["Location"].rsplit("/", 1)[-1])
    ledger = in_force(desk).ledger
    assert str(ledger.claims[made].fields["term"]) == "8y"
    assert ledger.claims[made].passage == ledger.claims[nine].passage
    assert in_force(desk).claim_level(made, Use.PUBLIC) is Visibility.TEAM
    assert nine not in in_force(desk).accepted


def test_a_correction_that_changes_nothing_is_asked_about(desk: Archive, alena: Client) -> None:
    nine = claim_of(desk, "ruling")
    before = desk.casebook.store.state()
    sent = {"fact-term": "9 years"} | WHY
    answer = alena.post(f"{PAGE}/statements/{nine}/correct", sent)
    assert answer.status_code == 422
    assert desk.casebook.store.state() == before


def test_what_is_held_back_is_opened_again_and_each_time_for_a_reason(
    desk: Archive, alena: Client
) -> None:
    nine = claim_of(desk, "ruling")
    for level in ("team", "public", "sealed", "team", "public"):
        alena.post(f"{PAGE}/statements/{nine}/level", {"level": level} | WHY)
        assert in_force(desk).claim_level(nine, Use.PUBLIC).value == level
    assert alena.post(f"{PAGE}/statements/{nine}/level", {"level": "team"}).status_code == 422


def test_taking_somebody_down_is_undone_for_one_statement_and_holds_for_the_rest(
    desk: Archive, alena: Client
) -> None:
    nine, six = claim_of(desk, "ruling"), claim_of(desk, "ruling", "p. 2")
    both = a_decision(Verb.RESTRICT, nine, six, level="team")
    desk.casebook.store.append(a_ledger(decisions=[both]))
    alena.post(f"{PAGE}/statements/{nine}/level", {"level": "public"} | WHY)
    assert in_force(desk).claim_level(nine, Use.PUBLIC) is Visibility.PUBLIC
    assert in_force(desk).claim_level(six, Use.PUBLIC) is Visibility.TEAM


def addresses_of(desk: Archive) -> list[str]:
    """Everything under Belova's page that names a part of it by its key."""
    key, claim = key_of(desk, "ruling"), claim_of(desk, "ruling")
    whats = ("", "/reject", "/restore", "/level", "/correct")
    return [
        *(f"/entries/{key}{what}" for what in ("", "/merge", "/split")),
        *(f"/statements/{claim}{what}" for what in whats),
    ]


def test_what_is_somebody_elses_is_not_there_under_another_page(
    desk: Archive, alena: Client
) -> None:
    before = desk.casebook.store.state()
    sent = WHY | {"level": "public", "claim": claim_of(desk, "ruling"), "fact-term": "1 year"}
    for address in addresses_of(desk):
        for other in ("vetrova-vera", "no-such-person", "square"):
            assert alena.post(f"/people/{other}{address}", sent).status_code in {404, 405}
            assert alena.get(f"/people/{other}{address}").status_code in {404, 405}
    assert desk.casebook.store.state() == before


def test_a_decision_is_taken_back_under_the_page_of_its_person_alone(
    desk: Archive, alena: Client
) -> None:
    alena.post(f"{PAGE}/settle/0", {"claim": claim_of(desk, "ruling", "p. 2")} | WHY)
    (prefer,) = in_force(desk).of(Verb.PREFER)
    address = f"/decisions/{prefer.id()}/undo"
    assert alena.post(f"/people/vetrova-vera{address}", WHY).status_code == 404
    ready = a_decision(Verb.READY, BELOVA)
    desk.casebook.store.append(a_ledger(decisions=[ready]))
    assert alena.post(f"{PAGE}/decisions/{ready.id()}/undo", WHY).status_code == 404
    assert in_force(desk).of(Verb.PREFER)
    alena.post(f"{PAGE}/decisions/{prefer.id()}/undo", {"reason": ""})
    assert in_force(desk).of(Verb.PREFER), "not without a reason"


def test_a_support_group_finds_no_entry_statement_or_history(desk: Archive, vera: Client) -> None:
    for address in ["/history", *addresses_of(desk)]:
        assert vera.get(f"{PAGE}{address}").status_code == 404
        assert vera.post(f"{PAGE}{address}", WHY).status_code == 404


def test_the_page_shows_what_was_known_on_a_day(
    desk: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=5))
    moved = {"fact-date": "1 November 2026", "words": "She was moved.", "how": "told"}
    alena.post(f"{PAGE}/add/moved", moved)
    assert "Transfer" in main_of(alena.get(PAGE))
    then = main_of(alena.get(PAGE, {"known": "24 November 2026"}))
    assert "as it was known on 24 November 2026" in then
    assert "Transfer" not in then
    assert "<form" not in then
    for nonsense in ("some day", "1 January 2099"):
        answer = alena.get(PAGE, {"known": nonsense}, follow=True)
        assert "This is no day that has been." in main_of(answer)


def test_no_past_day_shows_what_may_not_be_seen_today(
    desk: Archive, vera: Client, alena: Client
) -> None:
    assert "9 years" in main_of(vera.get(PAGE, {"known": "23 November 2026"}))
    nine = claim_of(desk, "ruling")
    alena.post(f"{PAGE}/statements/{nine}/level", {"level": "team"} | WHY)
    assert "9 years" not in main_of(vera.get(PAGE, {"known": "23 November 2026"}))
    assert vera.get("/people/vetrova-vera", {"known": "23 November 2026"}).status_code == 404


def test_two_people_are_looked_at_before_they_are_joined(desk: Archive, alena: Client) -> None:
    both = main_of(alena.get(f"{PAGE}/pair", {"other": "vetrova-vera"}))
    assert "Vera Vetrova" in both
    assert "If they are one: what changes" in both
    answer = alena.post(f"{PAGE}/pair", {"other": "vetrova-vera", "answer": "same", "reason": ""})
    assert answer.status_code == 422
    assert not in_force(desk).of(Verb.SAME)
    assert "Vera Vetrova" in main_of(alena.get(f"{PAGE}/pair", {"q": "vetrova"}))


def test_reasons_of_the_team_are_told_to_no_support_group(
    desk: Archive, alena: Client, vera: Client
) -> None:
    alena.post(f"{PAGE}/settle/0", {"claim": claim_of(desk, "ruling", "p. 2")} | WHY)
    assert "zqxwhy" in main_of(alena.get(PAGE))
    assert "zqxwhy" not in main_of(vera.get(PAGE))
    said = {"fact-term": "7 years", "words": "Seven years, a newspaper says.", "how": "published"}
    alena.post(f"{PAGE}/add/sentenced", said)
    assert "zqxwhy" not in main_of(vera.get(PAGE))
