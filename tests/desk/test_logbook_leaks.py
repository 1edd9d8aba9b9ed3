"""Nothing of the logbook leaves: in no edition, package or log; no row of somebody else's."""

import io
import logging
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from builders import a_decision, a_ledger
from canaries import word
from desking import BELOVA, NOW, PASSPHRASE, VETROVA
from khronika.casebook.backup import back_up
from khronika.casebook.exporting import export
from khronika.casebook.publishing import Request, publish
from khronika.clearance.unpack import texts_in
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.logbook.letters.due import waited
from khronika.desk.logbook.models import (
    Contact,
    Cover,
    Detention,
    Fund,
    Keeper,
    Letter,
    Parcel,
    Payment,
    Petition,
    Tick,
    Yes,
)
from khronika.schema.decision import Verb
from khronika.schema.visibility import Use

TODAY = NOW.date()
LONG_AGO = TODAY - timedelta(days=333)  # a day that stands nowhere else
PLACES = ("channel", "partner", "fund", "account", "warning", "lawyer", "purpose", "receipt",
          "office", "way of a petition", "answer")  # fmt: skip
WORDS = {place: word(f"logbook {place}") for place in PLACES}


@pytest.fixture
def planted(desk: Archive, alena: Client) -> Archive:
    """A canary in every text of every table, about both people."""
    who = Account.objects.get()
    for subject in (BELOVA, VETROVA):
        Letter.objects.create(person=subject, channel=WORDS["channel"], sent=LONG_AGO,
                              replier=who)  # fmt: skip
        Parcel.objects.create(person=subject, way="post", counts_as="parcel", slot=1,
                              reserved=LONG_AGO, partner=WORDS["partner"])  # fmt: skip
        payment = Payment.objects.create(
            subject=subject, fund=WORDS["fund"], purpose=WORDS["purpose"], amount="98765.43",
            currency="RUB", receipt=WORDS["receipt"], asked=LONG_AGO,
        )  # fmt: skip
        Yes.objects.create(payment=payment, by=who, on=LONG_AGO)
        Petition.objects.create(
            subject=subject, office=WORDS["office"], channel=WORDS["way of a petition"],
            sent=LONG_AGO, answered=LONG_AGO, answer=WORDS["answer"],
        )  # fmt: skip
        Cover.objects.create(person=subject, day=LONG_AGO, by=who)
        Contact.objects.create(person=subject, on=LONG_AGO)
        Keeper.objects.create(person=subject, account=who, renewed=LONG_AGO)
        held = Detention.objects.create(person=subject, since=NOW, day=LONG_AGO)
        Tick.objects.create(detention=held, step="lawyer", at=NOW, day=LONG_AGO)
    Fund.objects.create(
        name=WORDS["fund"], account=WORDS["account"], warning=WORDS["warning"],
        lawyer=WORDS["lawyer"], written=LONG_AGO, changed=LONG_AGO,
    )  # fmt: skip
    return desk


def everything(client: Client) -> Iterator[str]:
    pages = ["/", "/logbook", "/logbook/payments", "/logbook/petitions",
             "/logbook/hearings", "/logbook/detained", "/logbook/parcels",
             "/logbook/payments/fund"]  # fmt: skip
    of_person = ("", "/write", "/parcels", "/detained", "/history")
    pages += [f"/people/{who}{one}" for who in ("belova-alena", "vetrova-vera")
              for one in of_person]  # fmt: skip
    answers = [client.get(address) for address in pages]
    tables = ("/logbook/payments.csv", "/logbook/parcels/free.csv")
    answers += [client.post(table, {"passphrase": PASSPHRASE}) for table in tables]
    for answer in answers:
        yield f"{answer.content.decode()} {answer.headers!r}"


def found_in(texts: Iterator[str]) -> set[str]:
    seen = "\n".join(texts)
    return {place for place, canary in WORDS.items() if canary in seen} | (
        {"a day"} if LONG_AGO.isoformat() in seen else set()
    )


def bytes_of(folder: Path) -> Iterator[str]:
    files = [folder] if folder.is_file() else [one for one in folder.rglob("*") if one.is_file()]
    for file in files:
        yield file.name
        yield from (text for _, text in texts_in(file.name, file.read_bytes()))


def test_the_team_sees_every_canary(planted: Archive, alena: Client) -> None:
    assert found_in(everything(alena)) >= set(PLACES), "else the tests below prove nothing"


def test_a_stranger_sees_none(planted: Archive, public: Client) -> None:
    assert found_in(everything(public)) == set()


def test_a_support_group_sees_how_letters_went_and_nothing_else(
    planted: Archive, vera: Client
) -> None:
    assert found_in(everything(vera)) == {"channel"}


@pytest.mark.parametrize("use", list(Use))
def test_no_edition_holds_any(planted: Archive, use: Use, tmp_path: Path) -> None:
    casebook = planted.casebook
    said = [a_decision(Verb.READY, one) for one in (BELOVA, VETROVA)]
    said += [a_decision(Verb.STANCE, one, value="list") for one in (BELOVA, VETROVA)]
    said += [a_decision(Verb.CONSENT, one, use=use.value, state="given")
             for one in (BELOVA, VETROVA)]  # fmt: skip
    casebook.store.append(a_ledger(decisions=said))
    last = waited(planted.snapshot(TODAY).people.values())
    publish(casebook, Request(use=use, out=tmp_path / "out", waited=last), today=TODAY)
    made = list(bytes_of(tmp_path / "out"))
    assert any("Vetrova" in one for one in made)
    assert found_in(iter(made)) == set()


def test_no_package_holds_any(planted: Archive, tmp_path: Path) -> None:
    for name, everything_ in (("part", False), ("whole", True)):
        export(planted.casebook, tmp_path / name, day="2026-11-23", everything=everything_)
    assert found_in(bytes_of(tmp_path)) == set()


def test_of_a_backup_the_desks_own_tables_alone_hold_any(planted: Archive, tmp_path: Path) -> None:
    with closing(sqlite3.connect(planted.folder / "desk.sqlite")) as tables, tables:
        tables.execute("CREATE TABLE logbook (words)")
        tables.executemany("INSERT INTO logbook VALUES (?)", [(one,) for one in WORDS.values()])
    back_up(planted.casebook, tmp_path / "all.zip", day="2026-11-23")
    with zipfile.ZipFile(tmp_path / "all.zip") as backup:
        told = {one: backup.read(one).decode("utf-8", "replace") for one in backup.namelist()}
    assert found_in(iter([told.pop("desk.sqlite")])) == set(PLACES)
    assert found_in(iter([*told, *told.values()])) == set()


def test_no_log_holds_any(planted: Archive, alena: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(" ".join(WORDS.values()))

    log = io.StringIO()
    monkeypatch.setattr(logging.getLogger("django").handlers[0], "stream", log)
    monkeypatch.setattr("khronika.desk.logbook.payments.reads.totals", fail)
    alena.raise_request_exception = False
    shown = alena.get("/logbook/payments").content.decode()
    assert "RuntimeError" in log.getvalue()
    assert found_in(iter([shown, log.getvalue()])) == set()


def test_the_record_holds_none(planted: Archive) -> None:
    ledger = planted.casebook.ledger()
    assert found_in(iter([repr(ledger)])) == set()


def test_a_support_group_is_told_nothing_of_families_and_first_hours(
    planted: Archive, vera: Client, alena: Client
) -> None:
    said = ("keep contact", "the clock is running", "last spoke")
    pages = [one.get("/people/belova-alena").content.decode() for one in (alena, vera)]
    assert [[word in page for word in said] for page in pages] == [[True] * 3, [False] * 3]


ROWS = {
    "/people/{}/letters/{}": Letter,
    "/people/{}/letters/{}/reply": Letter,
    "/people/{}/parcels/{}": Parcel,
}


@pytest.mark.parametrize("address", ROWS)
def test_a_row_of_somebody_else_is_not_found_by_its_number(
    planted: Archive, alena: Client, address: str
) -> None:
    number = ROWS[address].objects.get(person=VETROVA).pk
    before = list(ROWS[address].objects.values())
    sent = {"outcome": "answered", "state": "sent"}
    answer = alena.post(address.format("belova-alena", number), sent)
    assert answer.status_code == 404
    assert list(ROWS[address].objects.values()) == before


@pytest.mark.parametrize(
    "address",
    [
        "/people/vetrova-vera/parcels",
        "/people/vetrova-vera/write",
        "/people/vetrova-vera/detained",
        "/people/vetrova-vera/hearings/2026-11-30",
        "/logbook/payments/for/vetrova-vera",
        "/logbook/payments/for/belova-alena",
        "/logbook/petitions/for/belova-alena",
        "/people/belova-alena/detained",
        "/people/belova-alena/hearings/2026-11-30",
        "/logbook",
        "/logbook/parcels",
        "/logbook/parcels/free.csv",
        "/logbook/payments.csv",
    ],
)
def test_a_support_group_is_told_that_there_is_no_such_page(
    planted: Archive, vera: Client, address: str
) -> None:
    assert vera.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/people/belova-alena/letters/{}", "/people/belova-alena/letters/{}/reply",
        "/people/belova-alena/parcels/{}", "/logbook/payments/{}/yes", "/logbook/payments/{}/paid",
        "/logbook/payments/{}/withdraw", "/logbook/petitions/{}/answer",
    ],
)  # fmt: skip
def test_a_support_group_changes_no_row_by_its_number(
    planted: Archive, vera: Client, address: str
) -> None:
    sent = {"outcome": "answered", "state": "sent", "answer": "x"}
    for number in range(1, 4):
        assert vera.post(address.format(number), sent).status_code == 404


def test_a_support_group_writes_no_letter_and_reserves_no_parcel(
    planted: Archive, vera: Client
) -> None:
    for page in ("write", "parcels"):
        assert vera.post(f"/people/belova-alena/{page}", {"slot": "2"}).status_code == 403
    assert (Letter.objects.count(), Parcel.objects.count()) == (2, 2)
