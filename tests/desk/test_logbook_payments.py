"""Money: two yeses by others, sums, the treasurer's table, and accounts beside a lawyer's word."""

import csv
import io
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.db import IntegrityError
from django.test import Client

from builders import a_claim, a_decision, a_ledger, a_source
from desking import BELOVA, NOW, PASSPHRASE, SQUARE
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.desk.exchange.models import HandedOut
from khronika.desk.logbook.payments.models import Payment, Yes
from khronika.desk.rules import Role
from khronika.schema.decision import Verb

PAGE = "/logbook/payments"
ASK = "/logbook/payments/for/belova-alena"
SUM = {"sum": "3000 RUB", "fund": "Parcels", "purpose": "Tea and warm things"}
FUND = {
    "name": "Parcels", "account": "zqxaccount 4012", "warning": "Nobody in Russia.",
    "lawyer": "M. Ordyntseva", "written": "1 November 2026",
}  # fmt: skip


@pytest.fixture
def editors(account: Callable[..., Account], enter: Callable[..., Client]) -> list[Client]:
    """Two who may agree and did not ask."""
    clients = []
    for name in ("one", "other"):
        client = Client()
        known = account(Role.EDITOR, name)
        client.force_login(known, "django.contrib.auth.backends.ModelBackend")
        clients.append(client)
    return clients


def a_payment(**more: object) -> Payment:
    told = {"subject": BELOVA, "fund": "Parcels", "purpose": "Tea", "amount": "3000"}
    return Payment.objects.create(**{**told, "currency": "RUB", "asked": NOW.date(), **more})


def text(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode("utf-8")


def said(client: Client, address: str, **sent: str) -> str:
    return client.post(address, sent, follow=True).content.decode("utf-8")


def test_a_volunteer_asks(desk: Archive, boris: Client) -> None:
    boris.post(ASK, SUM)
    payment = Payment.objects.get()
    assert (payment.subject, str(payment.amount), payment.currency) == (BELOVA, "3000.00", "RUB")
    assert "Tea and warm things" in text(boris)


def test_money_is_asked_for_a_case_too(desk: Archive, boris: Client) -> None:
    boris.post("/logbook/payments/for/square", SUM)
    assert Payment.objects.get().subject == SQUARE
    assert "The square" in text(boris)


def test_the_page_of_a_case_leads_there(desk: Archive, boris: Client, vera: Client) -> None:
    where = "payments/for/square"
    shown = [unescape(text(one, "/cases/square")) for one in (boris, vera)]
    assert [where in one for one in shown] == [True, False]


@pytest.mark.parametrize("sum_", ["3000", "-5 RUB", "0 RUB", "much", "1.234 EUR", "3 XQQ"])
def test_what_is_no_sum_is_asked_about(desk: Archive, boris: Client, sum_: str) -> None:
    assert boris.post(ASK, {**SUM, "sum": sum_}).status_code == 422
    assert not Payment.objects.exists()


def test_two_who_did_not_ask_agree_and_then_it_is_paid(
    desk: Archive, boris: Client, editors: list[Client]
) -> None:
    boris.post(ASK, SUM)
    number = Payment.objects.get().pk
    for one in editors:
        one.post(f"{PAGE}/{number}/yes")
    editors[0].post(f"{PAGE}/{number}/paid", {"on": "22 November 2026", "receipt": "17.pdf"})
    payment = Payment.objects.get()
    assert (payment.paid, payment.receipt) == (date(2026, 11, 22), "17.pdf")


def test_who_asked_does_not_agree(desk: Archive, alena: Client) -> None:
    alena.post(ASK, SUM)
    assert "neither may be the one who asked" in said(
        alena, f"{PAGE}/{Payment.objects.get().pk}/yes"
    )
    assert not Yes.objects.exists()


def test_nobody_agrees_twice(desk: Archive, alena: Client) -> None:
    number = a_payment().pk
    said(alena, f"{PAGE}/{number}/yes")
    assert "Two people have to agree" in said(alena, f"{PAGE}/{number}/yes")
    assert Yes.objects.count() == 1
    with pytest.raises(IntegrityError):
        Yes.objects.create(payment_id=number, by=Yes.objects.get().by, on=NOW.date())


@pytest.mark.parametrize("yeses", [0, 1])
def test_nothing_is_paid_before_two_agreed(desk: Archive, alena: Client, yeses: int) -> None:
    payment = a_payment()
    for _ in range(yeses):
        Yes.objects.create(payment=payment, on=NOW.date())
    assert "not agreed yet" in said(alena, f"{PAGE}/{payment.pk}/paid")
    payment.refresh_from_db()
    assert payment.paid is None


def test_what_is_paid_stays(desk: Archive, alena: Client) -> None:
    payment = a_payment(paid=date(2026, 11, 1))
    for what in ("yes", "paid", "withdraw"):
        assert "paid already" in said(alena, f"{PAGE}/{payment.pk}/{what}")
    payment.refresh_from_db()
    assert payment.paid == date(2026, 11, 1)


def test_a_volunteer_takes_back_their_own_request_alone(desk: Archive, boris: Client) -> None:
    others = a_payment()
    boris.post(ASK, SUM)
    own = Payment.objects.exclude(pk=others.pk).get()
    for one in (others, own):
        said(boris, f"{PAGE}/{one.pk}/withdraw")
    assert list(Payment.objects.all()) == [others]


def test_sums_are_told_by_fund_and_currency(desk: Archive, boris: Client) -> None:
    a_payment(paid=NOW.date())
    a_payment(paid=NOW.date(), amount="500")
    a_payment(paid=NOW.date(), amount="40.50", currency="EUR")
    a_payment(amount="70")
    shown = text(boris)
    assert "paid: 40.50 euros, 3,500 Russian roubles" in shown
    assert "asked for: 70 Russian roubles" in shown


def for_treasurer(client: Client) -> str:
    answer = client.post("/logbook/payments.csv", {"passphrase": PASSPHRASE})
    assert answer.status_code == 200
    return answer.content.decode("utf-8")


def test_the_treasurers_table_is_handed_out_for_a_passphrase_alone(
    desk: Archive, alena: Client
) -> None:
    a_payment()
    assert alena.get("/logbook/payments.csv").status_code == 405
    refused = alena.post("/logbook/payments.csv", {"passphrase": "a guess that is wrong"})
    assert refused.status_code == 302
    assert not HandedOut.objects.exists()
    for_treasurer(alena)
    assert [one.what for one in HandedOut.objects.all()] == ["payments.csv"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_cell_of_the_treasurers_table_is_a_formula(
    desk: Archive, alena: Client, sign: str
) -> None:
    evil = f"{sign}cmd|' /C calc'!A0"
    a_payment(purpose=evil, fund=evil, receipt=evil)
    rows = list(csv.reader(io.StringIO(for_treasurer(alena), newline="")))
    assert evil not in rows[1]
    assert rows[1].count(f"'{evil}") == 3


def test_the_treasurers_table_names_nobody_of_the_group(desk: Archive, alena: Client) -> None:
    payment = a_payment(asker=Account.objects.get())
    Yes.objects.create(payment=payment, by=Account.objects.get(), on=NOW.date())
    table = for_treasurer(alena)
    assert "coordinator" not in table
    assert "hand-" not in table


def test_an_account_is_shown_beside_a_lawyers_word(desk: Archive, alena: Client) -> None:
    alena.post("/logbook/payments/fund", FUND)
    shown = text(alena)
    assert "zqxaccount" in shown
    assert "Nobody in Russia." in shown
    assert "M. Ordyntseva, 1 November 2026" in shown


def test_without_a_lawyers_word_no_account_is_shown(desk: Archive, alena: Client) -> None:
    alena.post("/logbook/payments/fund", {"name": "Parcels", "account": "zqxaccount"})
    assert "zqxaccount" not in text(alena)
    assert "No account is shown" in text(alena)


@pytest.mark.parametrize("lacks", ["lawyer", "written"])
def test_a_warning_has_somebody_who_wrote_it_and_a_day(
    desk: Archive, alena: Client, lacks: str
) -> None:
    answer = alena.post("/logbook/payments/fund", {**FUND, lacks: ""})
    assert answer.status_code == 422
    assert "zqxaccount" not in text(alena)


def test_whoever_asks_is_told_that_somebody_is_on_a_list(desk: Archive, boris: Client) -> None:
    claim = a_claim("listing", subject=BELOVA, list_="rosfinmonitoring")
    accepted = a_decision(Verb.ACCEPT, claim.id())
    desk.casebook.store.append(a_ledger([claim], sources=[a_source()], decisions=[accepted]))
    shown = text(boris, ASK)
    assert "list of terrorists and extremists" in shown
    assert "Accounts of people on this list are blocked." in shown
