"""Nothing held back reaches anybody below: pages, search, counts, refusals, logs."""

import logging
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source, person
from canaries import Planted, plant_everywhere
from desking import BELOVA, NOW, SQUARE, VETROVA
from khronika.casebook.sealed import sealed_in, without
from khronika.desk.archive import Archive
from khronika.desk.trouble import Plain
from khronika.schema.decision import Verb

REFUSED = person("refused-one")


@pytest.fixture
def planted(desk: Archive) -> Planted:
    """Canaries of every kind about Belova and two others, all accepted."""
    people = {"listed": BELOVA, "refused": REFUSED, "mentioned": VETROVA}
    found = plant_everywhere(a_source().id, people)
    member = a_claim("membership", subject=BELOVA, case=SQUARE, role="defendant")
    ledger = found.ledger | a_ledger([member], sources=[a_source()])
    ledger = without(ledger, sealed_in(ledger))
    # A number of days beyond any calendar stops the fold itself, whoever asks.
    endless = {one for one, claim in ledger.claims.items() if "arrest-days" in claim.fields}
    ledger = without(ledger, frozenset(endless))
    accepted = [a_decision(Verb.ACCEPT, one) for one in ledger.claims]
    desk.casebook.store.append(ledger | a_ledger(sources=[], decisions=accepted))
    return found


def everything(client: Client) -> Iterator[bytes]:
    """Every page somebody can look at, and the answers to addresses that may be nothing."""
    for address in (
        "/", "/people", "/people?q=belova", "/people/belova-alena", "/people/vetrova-vera",
        "/people/refused-one", "/people/belova-alena/write", "/people/belova-alena/history",
        "/people/belova-alena/add/held", "/people/maybe-here?name=belova", "/cases/square",
        "/people/belova-alena/photos", "/people/belova-alena/texts", "/people/belova-alena/pair",
        "/people/belova-alena/texts/ru", "/people/belova-alena?known=23.11.2026",
        "/people/belova-alena/pair?other=vetrova-vera",
        "/waiting", "/publish", "/publish/public/index.html", "/account", "/accounts",
        "/documents", "/documents/paper", "/documents/paper/describe", "/add-document",
        "/note-call",
        "/search?q=belova", "/search?q=zqx", "/search?q=paper",
    ):  # fmt: skip
        answer = client.get(address)
        yield answer.content + repr(answer.headers).encode()


def found_in(client: Client, planted: Planted) -> dict[str, str]:
    seen = b"".join(everything(client))
    return {word: told for word, told in planted.canaries.items() if word.encode() in seen}


def test_the_team_sees_what_is_for_the_team(planted: Planted, alena: Client) -> None:
    assert found_in(alena, planted), "if nobody sees a canary, the tests below prove nothing"


def test_a_support_group_sees_nothing_that_is_held_back(planted: Planted, vera: Client) -> None:
    assert found_in(vera, planted) == {}


def test_a_stranger_sees_nothing_at_all(planted: Planted, public: Client) -> None:
    assert found_in(public, planted) == {}
    assert b"Belova" not in b"".join(everything(public))


def test_a_support_group_finds_nobody_by_words_it_may_not_see(
    planted: Planted, vera: Client
) -> None:
    names = [word for word, told in planted.canaries.items() if told.startswith("name.")]
    assert names
    for word in names:
        assert b"Nobody here goes by this name." in vera.get("/people", {"q": word}).content


def test_nobody_below_reaches_an_entry_a_statement_or_a_picture_by_its_key(
    planted: Planted, desk: Archive, vera: Client, public: Client
) -> None:
    ledger, own = desk.casebook.in_force().ledger, "/people/belova-alena"
    entries = desk.snapshot(desk.today(NOW)).people[BELOVA].entries
    addresses = [f"{own}/entries/{one.key}" for one in entries]
    addresses += [f"{own}/statements/{one}" for one in ledger.claims]
    portraits = [one for one, row in ledger.claims.items() if row.kind == "portrait"]
    assert portraits
    addresses += [f"{own}/photos/{one}" for one in portraits]
    for client in (vera, public):
        answers = [client.get(address) for address in addresses]
        assert {one.status_code for one in answers} == {404}
        seen = b"".join(told_by(one) + repr(one.headers).encode() for one in answers)
        assert [word for word in planted.canaries if word.encode() in seen] == []


def test_a_support_group_counts_only_its_own(planted: Planted, vera: Client, alena: Client) -> None:
    assert b"1 person<" in vera.get("/people").content
    assert b"1 person<" not in alena.get("/people").content


def test_a_support_group_is_told_of_nobody_elses_page(planted: Planted, vera: Client) -> None:
    for page in ("", "/write", "/history", "/add/held"):
        there = vera.get(f"/people/vetrova-vera{page}")
        nowhere = vera.get(f"/people/no-such-person{page}")
        assert there.status_code == nowhere.status_code == 404
        assert told_by(there) == told_by(nowhere)


def told_by(answer: HttpResponse) -> bytes:
    """What a page says; its forms carry an address and a mark that differ each time."""
    return answer.content.split(b"<main")[1].split(b"</main>")[0]


def test_a_log_tells_where_and_never_what() -> None:
    try:
        int("zqxsecretname")
    except ValueError as error:
        kept = (type(error), error, error.__traceback__)
    record = logging.LogRecord("django", logging.ERROR, __file__, 1, "at %s", ("zqxpath",), kept)
    said = Plain().format(record)
    assert "ValueError" in said
    assert "test_leaks.py" in said
    assert "zqx" not in said
