"""What is asked for, what may be paid, the sums, and which accounts may be shown.

Invariants:

- An account is shown only beside what a lawyer wrote: who must not pay this way, by whom, when.
- Nobody of the group is named, here or in the table for the treasurer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from khronika.desk.logbook.payments.models import Fund, Payment
from khronika.desk.logbook.subject import named
from khronika.desk.logbook.whose import YOU, whose
from khronika.desk.rules import EDITORS
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.editions.data.sheet import to_csv
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.value import Key
from khronika.solidarity.money import payment_warnings
from khronika.values.money import Money
from khronika.values.sentence import N_

YESES = 2
_HEADER = (
    N_("Number"), N_("Asked on"), N_("For whom"), N_("Fund"), N_("For what"), N_("Sum"),
    N_("Currency"), N_("Receipt"), N_("Yeses"), N_("Paid on"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A payment in words, and what this visitor may do about it now."""

    number: int
    slug: str
    name: str
    is_person: bool
    fund: str
    purpose: str
    sum: str
    receipt: str
    asked: str
    yeses: int
    paid: str
    may_agree: bool
    may_pay: bool
    may_withdraw: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Total:
    """What one fund paid and has still to pay, by currency, in words."""

    fund: str
    paid: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A fund as everybody may see it; `account` is empty without a lawyer's word beside it."""

    number: int
    name: str
    account: str
    warning: str
    lawyer: str
    written: str


def payments(visit: Visit) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """Those that are open and those that went, the latest first."""
    rows = list(Payment.objects.prefetch_related("yeses"))
    told = [_asked(one, visit) for one in rows]
    return tuple(one for one in told if not one.paid), tuple(one for one in told if one.paid)


def _asked(one: Payment, visit: Visit) -> Asked:
    slug, name = named(SubjectId(one.subject), visit)
    yeses = list(one.yeses.all())
    owner = whose(one.asker_id, visit)
    said_yes = any(yes.by_id == visit.known.pk for yes in yeses)
    decides = visit.role in EDITORS and one.paid is None
    lacks = len(yeses) < YESES
    return Asked(
        number=one.pk,
        slug=slug,
        name=name,
        is_person=kind_of(SubjectId(one.subject)) is SubjectKind.PERSON,
        fund=one.fund,
        purpose=one.purpose,
        sum=visit.wording.money(Money(one.amount, one.currency)),
        receipt=one.receipt,
        asked=visit.wording.day(one.asked),
        yeses=len(yeses),
        paid=visit.wording.day(one.paid) if one.paid else "",
        may_agree=decides and lacks and owner != YOU and not said_yes,
        may_pay=decides and not lacks,
        may_withdraw=one.paid is None and (owner == YOU or visit.role in EDITORS),
        why_not="own" if decides and lacks and owner == YOU else "said" if said_yes else "",
    )


def totals(visit: Visit) -> tuple[Total, ...]:
    """The sums of every fund, in the order of names."""
    found: dict[str, tuple[dict[str, Decimal], dict[str, Decimal]]] = {}
    for one in Payment.objects.all():
        sums = found.setdefault(one.fund, ({}, {}))[0 if one.paid else 1]
        sums[one.currency] = sums.get(one.currency, Decimal(0)) + one.amount
    return tuple(
        Total(fund, _sums(paid, visit), _sums(still, visit))
        for fund, (paid, still) in sorted(found.items())
    )


def _sums(sums: Mapping[str, Decimal], visit: Visit) -> tuple[str, ...]:
    return tuple(visit.wording.money(Money(sums[one], one)) for one in sorted(sums))


def funds(visit: Visit) -> tuple[Shown, ...]:
    """Every fund that was described."""
    return tuple(_shown(one, visit) for one in Fund.objects.all())


def _shown(fund: Fund, visit: Visit) -> Shown:
    is_said = bool(fund.warning and fund.lawyer and fund.written)
    return Shown(
        number=fund.pk,
        name=fund.name,
        account=fund.account if is_said else "",
        warning=fund.warning,
        lawyer=fund.lawyer,
        written=visit.wording.day(fund.written) if fund.written else "",
    )


def fund_names() -> list[str]:
    """The funds that were named before."""
    asked: Iterable[str] = Payment.objects.order_by().values_list("fund", flat=True).distinct()
    return sorted({*asked, *Fund.objects.values_list("name", flat=True)})


def warnings(dossier: Dossier, visit: Visit) -> tuple[str, ...]:
    """What has to be said before anybody pays for this person."""
    lists = [
        value.key
        for entry in dossier.of_kind("listing")
        for value in entry.values("list")
        if isinstance(value, Key)
    ]
    return tuple(visit.wording.say(one) for one in payment_warnings(lists, on=visit.today))


def for_treasurer(visit: Visit) -> bytes:
    """Everything that was asked for, the oldest first."""
    rows = Payment.objects.prefetch_related("yeses").order_by("asked", "pk")
    header = [visit.wording.gettext(one) for one in _HEADER]
    return to_csv(header, [_cells(one, visit) for one in rows])


def _cells(one: Payment, visit: Visit) -> tuple[str, ...]:
    return (
        str(one.pk),
        one.asked.isoformat(),
        named(SubjectId(one.subject), visit)[1],
        one.fund,
        one.purpose,
        f"{one.amount:f}",
        one.currency,
        one.receipt,
        str(len(one.yeses.all())),
        one.paid.isoformat() if one.paid else "",
    )
