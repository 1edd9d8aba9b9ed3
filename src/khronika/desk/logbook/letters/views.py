"""Writing to one person, and what becomes of it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.logbook.letters import reads, writes
from khronika.desk.logbook.letters.forms import OutcomeForm, SentForm
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request
from khronika.dossier.dossier import Dossier


def write(request: Request, slug: str) -> HttpResponse:
    """May one write now, where to, how; and: it is sent."""
    visit, found = request.visit, person_for(request, slug)
    form = SentForm(request.POST or None, wording=visit.wording, today=visit.today)
    shown = reads.writing_to(found, visit)
    if request.method == "POST" and form.is_valid() and shown.answer.may:
        channel = form.text("channel")
        if channel not in {one.key for one in shown.ways}:
            raise Http404
        writes.note_sent(found, channel, on=form.on)
        messages.info(request, visit.wording.gettext("Noted. Thank you for writing."))
        return redirect("write", slug)
    return page(
        request,
        "logbook/letters/write.html",
        status=422 if form.errors else 200,
        form=form,
        slug=slug,
        name=visit.reader.name(found),
        writing=shown,
        why=visit.wording.say(shown.answer.why),
    )


def outcome(request: Request, slug: str, number: int) -> HttpResponse:
    """An answer came, the letter came back, or nothing came."""
    visit = request.visit
    dossier, letter = _letter(request, slug, number)
    form = OutcomeForm(request.POST, wording=visit.wording, today=visit.today)
    if "outcome" in form.errors:
        raise Http404
    if not form.is_valid():
        messages.info(request, str(form.errors["on"][0]))
        return redirect("write", slug)
    writes.note_outcome(letter, form.text("outcome"), on=form.day_said)
    messages.info(request, _said(request, form, dossier))
    return redirect("write", slug)


def _said(request: Request, form: OutcomeForm, dossier: Dossier) -> str:
    gettext = request.visit.wording.gettext
    match form.text("outcome"):
        case Letter.Outcome.ANSWERED if writes.confirm_address(
            dossier, request.visit, on=form.day_said
        ):
            return gettext("Noted. The answer confirms the address. Who writes back?")
        case Letter.Outcome.ANSWERED:
            return gettext("Noted. Who writes back?")
        case Letter.Outcome.RETURNED:
            return gettext(
                "Noted. Nobody will be shown this address until somebody confirms it again."
            )
    return gettext("Noted. Silence does not mean that it did not arrive.")


def reply(request: Request, slug: str, number: int) -> HttpResponse:
    """I write back; or: somebody else should after all."""
    _, letter = _letter(request, slug, number)
    if letter.outcome != Letter.Outcome.ANSWERED:
        raise Http404
    writes.reply(letter, request.visit)
    return redirect("write", slug)


def hold_back(request: Request, slug: str) -> HttpResponse:
    """Keep an address that failed from going out anywhere."""
    visit, found = request.visit, person_for(request, slug)
    if writes.hold_back(visit.snapshot.people[found], visit):
        said = visit.wording.gettext("Held back: it goes into no pack and on no page.")
        messages.info(request, said)
    return redirect("write", slug)


def _letter(request: Request, slug: str, number: int) -> tuple[Dossier, Letter]:
    """The letter of this number, if it went to this person and the visitor may see them."""
    dossier = request.visit.snapshot.people[person_for(request, slug)]
    letter = Letter.objects.filter(pk=number, person__in=dossier.joined).first()
    if letter is None:
        raise Http404
    return dossier, letter
