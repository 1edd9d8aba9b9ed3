"""Writing to one person."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.letters import reads, writes
from khronika.desk.letters.forms import OutcomeForm, SentForm
from khronika.desk.letters.models import Letter
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request


def write(request: Request, slug: str) -> HttpResponse:
    """May one write now, where to, how; and: it is sent."""
    visit, found = request.visit, person_for(request, slug)
    form = SentForm(request.POST or None, wording=visit.wording, today=visit.today)
    shown = reads.writing_to(found, visit)
    if request.method == "POST" and form.is_valid() and shown.answer.may:
        channel = form.text("channel")
        if channel not in {one.key for one in shown.ways}:
            raise Http404
        writes.note_sent(found, channel, on=form.on, today=visit.today)
        messages.info(request, visit.wording.gettext("Noted. Thank you for writing."))
        return redirect("write", slug)
    wording = visit.wording
    return page(
        request,
        "letters/write.html",
        status=422 if form.errors else 200,
        form=form,
        slug=slug,
        name=visit.reader.name(found),
        writing=shown,
        why=wording.say(shown.answer.why),
        letters=[(one.pk, wording.day(one.sent), one.outcome) for one in shown.letters],
    )


def outcome(request: Request, slug: str, number: int) -> HttpResponse:
    """An answer came, or the letter came back."""
    visit, found = request.visit, person_for(request, slug)
    joined = visit.snapshot.people[found].joined
    letter = Letter.objects.filter(pk=number, person__in=joined).first()
    form = OutcomeForm(request.POST, wording=visit.wording, today=visit.today)
    if letter is None or not form.is_valid():
        raise Http404
    writes.note_outcome(letter, form.text("outcome"), today=visit.today)
    if form.text("outcome") == Letter.Outcome.ANSWERED:
        said = visit.wording.gettext(
            "Noted. An answer confirms the address: record it again with today’s day, so that "
            "others can use it."
        )
    else:
        said = visit.wording.gettext(
            "Noted. Nobody will be shown this address until somebody confirms it again."
        )
    messages.info(request, said)
    return redirect("write", slug)
