"""The page of tokens: made, listed with the day of their last use, and ended."""

from django.http import HttpResponse
from django.shortcuts import redirect

from khronika.desk.accounts.views import is_own_passphrase
from khronika.desk.api import tokens
from khronika.desk.api.forms import DAYS, TokenForm
from khronika.desk.pages import page
from khronika.desk.rules import Scope
from khronika.desk.visit import Request
from khronika.schema.subject import slug_of


def keys(request: Request) -> HttpResponse:
    """Every token there is; a new one is shown this once."""
    visit = request.visit
    form = TokenForm(request.POST or None, wording=visit.wording, today=visit.today)
    made = _made(request, form) if request.method == "POST" and form.is_valid() else ""
    day = visit.wording.day
    cases = {str(one): name for one, name in visit.reader.case_names.items()}
    return page(
        request,
        "api/tokens.html",
        status=422 if form.errors else 200,
        form=form,
        made=made,
        tokens=[
            (one.pk, one.name, one.scope, cases.get(one.case, ""), day(one.until),
             day(one.used) if one.used else "", one.until < visit.today)
            for one in tokens.everything()
        ],
        cases=[(slug_of(one), name) for one, name in visit.reader.case_names.items()],
        days=[(str(one), str(one)) for one in DAYS],
    )  # fmt: skip


def _made(request: Request, form: TokenForm) -> str:
    visit = request.visit
    known = {slug_of(one): str(one) for one in visit.reader.case_names}
    chosen = form.text("case")
    if not is_own_passphrase(request, form.cleaned_data["passphrase"]):
        form.add_error("passphrase", visit.wording.gettext("This is not right."))
    if chosen and chosen not in known:
        form.add_error("case", visit.wording.gettext("Choose one."))
    if form.errors:
        return ""
    return tokens.make(
        visit.known,
        form.text("name"),
        scope=Scope(form.text("scope")),
        case=known.get(chosen, ""),
        days=int(form.text("days")),
        today=visit.today,
    )


def end(request: Request, number: int) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """This token opens nothing any more, from now on."""
    tokens.end(number)
    return redirect("tokens")
