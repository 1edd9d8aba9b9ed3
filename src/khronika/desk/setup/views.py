"""Where everybody arrives: the first page of all, the door, or this week."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.accounts import reads
from khronika.desk.accounts.views import sign_in_page
from khronika.desk.accounts.writes import let_in
from khronika.desk.pages import page
from khronika.desk.setup import writes
from khronika.desk.setup.code import SETUP_CODE
from khronika.desk.setup.forms import EXAMPLE, YES, SetupForm
from khronika.desk.visit import Request
from khronika.desk.week.views import week
from khronika.ledger.ledger import Recorded


def home(request: Request) -> HttpResponse:
    """Set up what is not, let in who is not, and else show the week."""
    if not reads.is_set_up():
        return _setup_page(request, SetupForm(wording=request.visit.wording, today=_today(request)))
    if request.visit.account is None:
        return sign_in_page(request)
    if reads.needs_second_step(request.visit.account):
        return redirect("second-step")
    return week(request)


def setup(request: Request) -> HttpResponse:
    """Take the passphrase and the answers, once."""
    if reads.is_set_up():
        raise Http404
    form = SetupForm(request.POST, wording=request.visit.wording, today=_today(request))
    if not form.is_valid() or not _is_answered(request, form) or not _knows_code(request, form):
        return _setup_page(request, form)
    SETUP_CODE.forget()
    account = writes.found(form.cleaned_data["passphrase"], language=request.visit.language)
    if not request.visit.archive.is_there:
        _lay_out(request, form, hand=account.hand)
    let_in(request, account)
    return redirect("home")


def _is_answered(request: Request, form: SetupForm) -> bool:
    if request.visit.archive.is_there:
        return True
    for name in ("begin", "policy"):
        if not form.text(name) and not (name == "policy" and form.text("begin") == EXAMPLE):
            form.add_error(name, request.visit.wording.gettext("Choose one."))
    return not form.errors


def _knows_code(request: Request, form: SetupForm) -> bool:
    if not SETUP_CODE.is_right(form.text("code")):
        gettext = request.visit.wording.gettext
        form.add_error("code", gettext("This is not the code that the desk printed."))
    return not form.errors


def _lay_out(request: Request, form: SetupForm, *, hand: str) -> None:
    visit = request.visit
    if form.text("begin") == EXAMPLE:
        recorded = Recorded(at=f"{visit.now:%Y-%m-%dT%H:%M:%SZ}", by=hand)
        writes.lay_out_copy(visit.archive, settings.DESK_ENVIRON, recorded=recorded)
    else:
        may = form.text("policy") == YES
        writes.lay_out(visit.archive, language=visit.language, may_publish=may)


def _setup_page(request: Request, form: SetupForm) -> HttpResponse:
    status = 422 if form.errors else 200
    asks = not request.visit.archive.is_there
    return page(
        request,
        "setup/setup.html",
        status=status,
        form=form,
        asks=asks,
        asks_code=SETUP_CODE.is_asked,
    )


def _today(request: Request) -> date:
    return request.visit.now.date()
