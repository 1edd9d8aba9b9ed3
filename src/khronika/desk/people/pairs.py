"""Two entries that may be one person: both side by side, what joining changes, and the answer."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.entries.reads import Shift, shift
from khronika.desk.pages import page
from khronika.desk.people import reads, writes
from khronika.desk.people.forms import PairForm, ReasonForm
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request, Visit
from khronika.identity.candidates import candidates
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of


@dataclass(frozen=True, slots=True)
class Pair:
    """Both pages, why the names may be one, and what joining them would change."""

    ours: reads.PersonPage
    theirs: reads.PersonPage
    reasons: tuple[str, ...]
    shift: Shift


def pair(request: Request, slug: str) -> HttpResponse:
    """Find somebody else, look at both, and say that they are one person or are not."""
    visit, found = request.visit, person_for(request, slug)
    named = request.POST.get("other") or request.GET.get("other", "")
    if not named and request.method == "GET":
        return _choose(request, found)
    other = visit.snapshot.find(named)
    if other is None or other == found or kind_of(other) is not SubjectKind.PERSON:
        raise Http404
    form = PairForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        answer = Verb(form.text("answer"))
        writes.say_same((found, other), answer, visit, reason=form.text("reason"))
        messages.info(request, visit.wording.gettext("Noted. It can be taken back."))
        return redirect("person", slug_of(min(found, other) if answer is Verb.SAME else found))
    status = 422 if form.errors else 200
    return page(
        request, "people/pair.html", status=status, form=form, slug=slug, other=slug_of(other),
        pair=_pair(found, other, visit), name=visit.reader.name(found),
    )  # fmt: skip


def _choose(request: Request, found: SubjectId) -> HttpResponse:
    visit, words = request.visit, request.GET.get("q", "").strip()
    people = reads.search(visit.snapshot, words) if words else ()
    rows = reads.rows((one for one in people if one != found), visit.snapshot, visit.language)
    return page(
        request, "people/pair-with.html", rows=rows, words=words, slug=slug_of(found),
        name=visit.reader.name(found),
        near=reads.candidates(found, visit.snapshot, visit.language),
    )  # fmt: skip


def _pair(found: SubjectId, other: SubjectId, visit: Visit) -> Pair:
    snapshot, language = visit.snapshot, visit.language
    same = writes.same(found, other, Verb.SAME, visit, reason="")
    return Pair(
        ours=reads.person_page(found, snapshot, language),
        theirs=reads.person_page(other, snapshot, language),
        reasons=_reasons(found, other, visit),
        shift=shift([same], [found, other], visit),
    )


def _reasons(found: SubjectId, other: SubjectId, visit: Visit) -> tuple[str, ...]:
    """Why the names could be one person's, as the room of names says it."""
    names = visit.snapshot.names
    known = {str(other): names.get(other, ())}
    near = [row for name in names.get(found, ()) for row in candidates(name, known)]
    best = max(near, key=lambda row: row.points, default=None)
    return tuple(visit.wording.say(one) for one in best.reasons) if best else ()


def apart(request: Request, slug: str) -> HttpResponse:
    """Undo that several were called one person."""
    visit, found = request.visit, person_for(request, slug)
    form = ReasonForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        messages.info(request, visit.wording.gettext("Say why."))
        return redirect("person", slug)
    writes.take_apart(visit.snapshot.people[found].joined, visit, reason=form.text("reason"))
    messages.info(request, visit.wording.gettext("Taken apart. Both pages are there again."))
    return redirect("person", slug)
