"""Hearings: which come, who goes, what came of them."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.logbook.hearings import reads, writes
from khronika.desk.logbook.hearings.forms import OutcomeForm
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request
from khronika.dossier.dossier import Dossier


def hearings(request: Request) -> HttpResponse:
    """Those to come, and those nobody told the outcome of."""
    visit = request.visit
    return page(
        request, "logbook/hearings/hearings.html", coming=reads.coming(visit),
        untold=reads.untold(visit), today=visit.wording.day(visit.today),
    )  # fmt: skip


def cover(request: Request, slug: str, day: str) -> HttpResponse:
    """I go; or: I cannot after all."""
    dossier, on = _hearing(request, slug, day)
    goes = writes.change_mind(dossier, on, request.visit)
    gettext = request.visit.wording.gettext
    said = gettext("Noted: you go.") if goes else gettext("Noted: you do not go.")
    messages.info(request, said)
    return redirect("hearings")


def hearing_outcome(request: Request, slug: str, day: str) -> HttpResponse:
    """What came of it, and the forms that record that."""
    visit = request.visit
    dossier, on = _hearing(request, slug, day)
    asked = request.GET if "outcome" in request.GET else None
    form = OutcomeForm(asked, wording=visit.wording, today=visit.today)
    steps = list(reads.steps(slug, on, form)) if form.is_valid() else []
    return page(
        request, "logbook/hearings/outcome.html", status=422 if form.errors else 200, form=form,
        slug=slug, day=day, name=visit.reader.name(dossier.person), when=visit.wording.day(on),
        steps=steps,
    )  # fmt: skip


def _hearing(request: Request, slug: str, day: str) -> tuple[Dossier, date]:
    """The person and the day, if the record has that hearing and the visitor may see them."""
    dossier = request.visit.snapshot.people[person_for(request, slug)]
    try:
        on = date.fromisoformat(day)
    except ValueError as why:
        raise Http404 from why
    if not reads.has_hearing(dossier, on):
        raise Http404
    return dossier, on
