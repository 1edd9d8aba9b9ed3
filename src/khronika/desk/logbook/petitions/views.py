"""Petitions: sent, due, answered."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.logbook.petitions import reads
from khronika.desk.logbook.petitions.forms import AnswerForm, SentForm
from khronika.desk.logbook.petitions.models import Petition
from khronika.desk.logbook.subject import subject_for
from khronika.desk.pages import page
from khronika.desk.visit import Request


def petitions(request: Request) -> HttpResponse:
    """All of them."""
    waiting, answered = reads.petitions(request.visit)
    return page(request, "logbook/petitions/petitions.html", waiting=waiting, answered=answered)


def petition(request: Request, slug: str) -> HttpResponse:
    """Note that a petition went for this person or case."""
    visit, about = request.visit, subject_for(request, slug)
    form = SentForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        Petition.objects.create(
            subject=about.id, office=form.text("office"), channel=form.text("channel"),
            sent=form.sent_on, due=form.due_on,
        )  # fmt: skip
        messages.info(request, visit.wording.gettext("Noted."))
        return redirect("petitions")
    status = 422 if form.errors else 200
    return page(request, "logbook/petitions/sent.html", status=status, form=form, about=about)


def petition_answer(request: Request, number: int) -> HttpResponse:
    """It was answered."""
    visit = request.visit
    found = Petition.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    form = AnswerForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        messages.info(request, visit.wording.gettext("Say what was answered, and on which day."))
        return redirect("petitions")
    found.answered, found.answer = form.day_said, form.text("answer")
    found.save()
    messages.info(request, visit.wording.gettext("Noted."))
    return redirect("petitions")
