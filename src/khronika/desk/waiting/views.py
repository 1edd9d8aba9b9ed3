"""A second reader looks at what others stated and asked, and says yes, or no and why.

Invariants:

- Nothing is changed here: whoever has to correct a thing states it anew, and is then no reader.
- What somebody stated or asked themselves they do not answer, one by one or together.
"""

from collections.abc import Collection

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.pages import page
from khronika.desk.people.writes import decide
from khronika.desk.second import is_alone
from khronika.desk.statement import hands_of
from khronika.desk.texts import publishing as texts
from khronika.desk.visit import Request
from khronika.desk.waiting import asked, reads
from khronika.desk.waiting.forms import AnswerForm
from khronika.desk.waiting.models import Asked
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.values.sentence import N_

_OWN = N_("Somebody else has to look at your own.")
_WHY = N_("Say why not.")


def waiting(request: Request) -> HttpResponse:
    """Everything that waits."""
    visit = request.visit
    return page(
        request,
        "waiting/waiting.html",
        groups=reads.groups(visit),
        questions=reads.questions(asked.open_questions(), visit),
        refused=reads.questions(asked.refused(visit), visit),
        alone=is_alone(visit),
        more=len(reads.waiting(visit)),
    )


def answer(request: Request, claim: str) -> HttpResponse:
    """Say that a statement counts, or that it does not."""
    return _answer(request, [claim])


def answer_all(request: Request) -> HttpResponse:
    """Say the same of several statements."""
    return _answer(request, request.POST.getlist("claim"))


def _answer(request: Request, named: Collection[str]) -> HttpResponse:
    visit, form = request.visit, _form(request)
    there = set(reads.waiting(visit))
    claims = [ClaimId(one) for one in named]
    if not claims or not there.issuperset(claims):
        raise Http404
    if any(visit.known.hand in hands_of(one, visit) for one in claims):
        return _told(request, _OWN)
    if not form.is_valid():
        return _told(request, _WHY)
    verb = Verb.ACCEPT if form.is_yes else Verb.REJECT
    decide(verb, claims, visit, reason=form.text("reason"))
    return redirect("waiting")


def answer_asked(request: Request, number: int) -> HttpResponse:
    """Say yes or no to what a colleague asked; who asked takes note of a no."""
    visit, form = request.visit, _form(request)
    row = Asked.objects.filter(pk=number).first()
    if row is None:
        raise Http404
    if row.answer and row.by == visit.known.hand:
        row.delete()
        return redirect("waiting")
    hands = asked.editors_of(row.target) | {row.by}
    if visit.known.hand in hands:
        return _told(request, _OWN)
    if row.answer or not form.is_valid():
        return _told(request, _WHY)
    if not form.is_yes:
        asked.say_no(row, visit, reason=form.text("reason"))
    elif row.what == Asked.What.TEXT:
        texts.say_yes(row, visit)
    else:
        asked.say_yes(row, visit)
    return redirect("waiting")


def _form(request: Request) -> AnswerForm:
    visit = request.visit
    return AnswerForm(request.POST, wording=visit.wording, today=visit.today)


def _told(request: Request, text: str) -> HttpResponse:
    messages.info(request, request.visit.wording.gettext(text))
    return redirect("waiting")
