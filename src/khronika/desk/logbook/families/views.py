"""Contact with the family of one person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from khronika.desk.logbook.families import writes
from khronika.desk.logbook.families.forms import ContactForm
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request


def contact(request: Request, slug: str) -> HttpResponse:
    """Somebody spoke with the family."""
    visit = request.visit
    dossier = visit.snapshot.people[person_for(request, slug)]
    form = ContactForm(request.POST, wording=visit.wording, today=visit.today)
    if form.is_valid():
        writes.note_contact(dossier, visit, on=form.day_said)
        messages.info(request, visit.wording.gettext("Noted."))
    else:
        messages.info(request, str(next(iter(form.errors.values()))[0]))
    return redirect("person", slug)


def keeper(request: Request, slug: str) -> HttpResponse:
    """I keep contact; or: no more."""
    visit = request.visit
    keeps = writes.change_keeper(visit.snapshot.people[person_for(request, slug)], visit)
    gettext = visit.wording.gettext
    said = gettext("Noted: you keep contact.") if keeps else gettext("Noted: you no longer do.")
    messages.info(request, said)
    return redirect("person", slug)
