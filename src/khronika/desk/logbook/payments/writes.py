"""Asks for money, agrees, pays.

Invariants:

- Two people agree before anything is paid, and neither of them asked.
- What was paid is changed no more.
"""

from datetime import date

from django.db import IntegrityError, transaction

from khronika.desk.logbook.payments.models import Fund, Payment, Yes
from khronika.desk.logbook.payments.reads import YESES
from khronika.desk.rules import EDITORS
from khronika.desk.visit import Visit
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectId
from khronika.values.money import Money
from khronika.values.sentence import N_


class NotYours(KhronikaError):
    """Whoever asked, or agreed before, cannot be the other one."""

    def __init__(self) -> None:
        super().__init__(
            N_("Two people have to agree, and neither may be the one who asked. Ask somebody else.")
        )


class NotAgreed(KhronikaError):
    """It is not agreed, or it is paid already."""

    def __init__(self) -> None:
        super().__init__(
            N_("This is not agreed yet, or it is paid already. Look at the list again.")
        )


def ask(  # noqa: PLR0913 - a payment is no less
    subject: SubjectId, money: Money, visit: Visit, *, fund: str, purpose: str, receipt: str
) -> None:
    """Ask for a sum."""
    Payment.objects.create(
        subject=subject, fund=fund, purpose=purpose, amount=money.amount, currency=money.currency,
        receipt=receipt, asked=visit.today, asker=visit.known,
    )  # fmt: skip


def agree(payment: Payment, visit: Visit) -> None:
    """Say yes; raises `NotYours` and `NotAgreed`."""
    if payment.asker_id == visit.known.pk:
        raise NotYours
    if payment.paid is not None or payment.yeses.count() >= YESES:
        raise NotAgreed
    try:
        with transaction.atomic():
            Yes.objects.create(payment=payment, by=visit.known, on=visit.today)
    except IntegrityError as clash:
        raise NotYours from clash


def pay(payment: Payment, *, on: date, receipt: str) -> None:
    """Note that it went; raises `NotAgreed`."""
    if payment.paid is not None or payment.yeses.count() < YESES:
        raise NotAgreed
    payment.paid, payment.receipt = on, receipt or payment.receipt
    payment.save()


def withdraw(payment: Payment, visit: Visit) -> None:
    """Nobody asks for it any more; raises `NotAgreed` for what was paid, `NotYours` for others'."""
    if payment.paid is not None:
        raise NotAgreed
    if payment.asker_id != visit.known.pk and visit.role not in EDITORS:
        raise NotYours
    payment.delete()


def describe(  # noqa: PLR0913 - a fund is no less
    name: str, visit: Visit, *, account: str, warning: str, lawyer: str, written: date | None
) -> None:
    """Say what a fund's account is, and what a lawyer wrote of it."""
    told = {
        "account": account, "warning": warning, "lawyer": lawyer, "written": written,
        "changed": visit.today,
    }  # fmt: skip
    Fund.objects.update_or_create(name=name, defaults=told)
