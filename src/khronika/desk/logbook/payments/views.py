"""Money: asked for, agreed, paid; the funds; the treasurer's table."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.logbook.handing import handed_out
from khronika.desk.logbook.payments import reads, writes
from khronika.desk.logbook.payments.forms import AskForm, FundForm, PaidForm
from khronika.desk.logbook.payments.models import Payment
from khronika.desk.logbook.subject import subject_for
from khronika.desk.pages import page
from khronika.desk.visit import Request


def payments(request: Request) -> HttpResponse:
    """Everything that is asked for or was paid, and the sums."""
    visit = request.visit
    waiting, paid = reads.payments(visit)
    return page(
        request, "logbook/payments/payments.html", waiting=waiting, paid=paid,
        totals=reads.totals(visit), funds=reads.funds(visit),
    )  # fmt: skip


def ask(request: Request, slug: str) -> HttpResponse:
    """Ask for a sum for this person or case."""
    visit, about = request.visit, subject_for(request, slug)
    form = AskForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid() and form.money:
        writes.ask(
            about.id, form.money, visit, fund=form.text("fund"), purpose=form.text("purpose"),
            receipt=form.text("receipt"),
        )  # fmt: skip
        messages.info(request, visit.wording.gettext("Asked. Two others have to agree."))
        return redirect("payments")
    people = visit.snapshot.people
    warnings = reads.warnings(people[about.id], visit) if about.is_person else ()
    return page(
        request, "logbook/payments/ask.html", status=422 if form.errors else 200, form=form,
        about=about, funds=reads.fund_names(), warnings=warnings,
    )  # fmt: skip


def agree(request: Request, number: int) -> HttpResponse:
    """One of the two yeses."""
    payment, visit = _payment(number), request.visit
    said = visit.wording.gettext("Noted: you agree.")
    return _told(request, lambda: writes.agree(payment, visit), said)


def pay(request: Request, number: int) -> HttpResponse:
    """It was paid on this day."""
    visit = request.visit
    form = PaidForm(request.POST, wording=visit.wording, today=visit.today)
    payment = _payment(number)
    if not form.is_valid():
        messages.info(request, str(next(iter(form.errors.values()))[0]))
        return redirect("payments")
    on, receipt = form.day_said, form.text("receipt")
    said = visit.wording.gettext("Noted.")
    return _told(request, lambda: writes.pay(payment, on=on, receipt=receipt), said)


def withdraw(request: Request, number: int) -> HttpResponse:
    """Nobody asks for this any more."""
    payment, visit = _payment(number), request.visit
    said = visit.wording.gettext("Taken back.")
    return _told(request, lambda: writes.withdraw(payment, visit), said)


def _told(request: Request, write: Callable[[], None], said: str) -> HttpResponse:
    """The list again, with what was done, or with why it was not."""
    try:
        write()
    except (writes.NotYours, writes.NotAgreed) as why:
        said = request.visit.wording.gettext(str(why))
    messages.info(request, said)
    return redirect("payments")


def _payment(number: int) -> Payment:
    found = Payment.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def payments_file(request: Request) -> HttpResponse:
    """The treasurer's table."""
    return handed_out(request, "payments.csv", reads.for_treasurer, back="payments")


def fund(request: Request) -> HttpResponse:
    """Describe a fund: its account, and who must not pay this way."""
    visit = request.visit
    form = FundForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        writes.describe(
            form.text("name"), visit, account=form.text("account"), warning=form.text("warning"),
            lawyer=form.text("lawyer"), written=form.day_written,
        )  # fmt: skip
        messages.info(request, visit.wording.gettext("Noted."))
        return redirect("payments")
    status = 422 if form.errors else 200
    return page(request, "logbook/payments/fund.html", status=status, form=form,
                funds=reads.fund_names())  # fmt: skip
