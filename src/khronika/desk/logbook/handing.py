"""Hands a table of the logbook out, to whoever types their passphrase; that it went is noted."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from khronika.desk.accounts.forms import ProofForm
from khronika.desk.accounts.views import is_own_passphrase
from khronika.desk.exchange.log import note
from khronika.desk.visit import Request, Visit


def handed_out(
    request: Request, name: str, make: Callable[[Visit], bytes], *, back: str
) -> HttpResponse:
    """The table under this file name; without the right passphrase, back to the page it is on."""
    visit = request.visit
    form = ProofForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid() or not is_own_passphrase(request, form.cleaned_data["passphrase"]):
        messages.info(request, visit.wording.gettext("The passphrase is not right."))
        return redirect(back)
    note(visit, name)
    answer = HttpResponse(make(visit), content_type="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
