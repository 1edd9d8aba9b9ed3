"""An editor looks at what volunteers stated."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.pages import page
from khronika.desk.people.writes import decide
from khronika.desk.visit import Request
from khronika.desk.waiting import reads
from khronika.desk.waiting.forms import AnswerForm
from khronika.schema.decision import Verb


def waiting(request: Request) -> HttpResponse:
    """Everything that waits."""
    return page(request, "waiting/waiting.html", statements=reads.statements(request.visit))


def answer(request: Request, claim: str) -> HttpResponse:
    """Say that a statement counts, or that it does not; not one's own."""
    visit = request.visit
    form = AnswerForm(request.POST, wording=visit.wording, today=visit.today)
    found = next((one for one in reads.statements(visit) if one.claim == claim), None)
    if found is None or not form.is_valid():
        raise Http404
    if found.own:
        messages.info(request, visit.wording.gettext("Somebody else has to look at your own."))
        return redirect("waiting")
    decide(Verb(form.text("answer")), [claim], visit, reason=form.text("reason"))
    return redirect("waiting")
