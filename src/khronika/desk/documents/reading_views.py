"""A document is read: page by page, with what it seems to say, answered by keys or by touch."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.casebook.cache import Cache
from khronika.casebook.suggesting import is_laid_out
from khronika.desk.documents import acts, jobs, pictures, reader
from khronika.desk.documents.current import Current, current_of, initial_of
from khronika.desk.documents.forms import REJECT, ActForm, StatementForm
from khronika.desk.documents.kept import Document
from khronika.desk.documents.views import document_for
from khronika.desk.documents.whom import NEW, cases, find_whom, whom
from khronika.desk.fields import fields_of
from khronika.desk.pages import page
from khronika.desk.visit import Request
from khronika.editions.reader import Reader
from khronika.errors import Say
from khronika.review.suggestion import State, Suggestion
from khronika.schema.label import kind_label
from khronika.schema.source import SourceLevel


def read(request: Request, source: str) -> HttpResponse:
    """One page of the document, and the proposal that is looked at."""
    visit, document = request.visit, document_for(request, source)
    job = _job(document, request)
    number = request.GET.get("page", "1")
    found = reader.reading(
        document, visit, at=request.GET.get("at", ""),
        number=int(number) if number.isdecimal() and len(number) < 7 else 1,
    )  # fmt: skip
    if job and not job.is_over and not is_laid_out(visit.archive.folder, document.text):
        found = None
    if found is None and document.text and (job is None or job.is_over) and request.GET:
        raise Http404
    # A scan nothing was read from can be looked at, and be marked by whoever reads it.
    page_shown = found.page.shown if found else 1
    shown = pictures.picture(document, page_shown, visit) if job is None or job.is_over else None
    places = reader.places(found.page, found.at, found.proposals) if shown and found else ()
    level = document.source.level
    return page(
        request, "documents/reader.html", slug=source, source=document.source, job=job,
        about=_about(document, visit.reader), is_published=level is SourceLevel.OPEN,
        has_bytes=bool(document.sha256), reading=found, picture=shown, page_shown=page_shown,
        places=list(places),
        current=_current(document, found, request),
    )  # fmt: skip


def _job(document: Document, request: Request) -> jobs.Job | None:
    """The job that reads the document; begun where a text is here and was never laid out."""
    visit = request.visit
    job = jobs.job_of(document, visit)
    if not document.text or is_laid_out(visit.archive.folder, document.text):
        return job
    may_begin = job is None or job.may_begin_again
    return jobs.begin(document, visit) if may_begin else job


def _current(document: Document, found: reader.Reading | None, request: Request) -> Current | None:
    if found is None or found.at is None:
        return None
    return current_of(found.at, document, request.visit)


def _about(document: Document, reader_: Reader) -> str:
    source = document.source
    said = [source.publisher, reader_.wording.date(source.date) if source.date else ""]
    return ", ".join(filter(None, said))


def suggestion_for(request: Request, document: Document, suggestion: str) -> Suggestion:
    """The suggestion of this id in this document; else there is none."""
    found = Cache(request.visit.archive.folder).find(suggestion)
    if found is None or found.text != document.text or not document.text:
        raise Http404
    return found


def act(request: Request, source: str, suggestion: str) -> HttpResponse:
    """Accept a proposal as it is, or reject it."""
    visit, document = request.visit, document_for(request, source)
    one = suggestion_for(request, document, suggestion)
    form = ActForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        raise Http404
    if one.state is not State.OPEN:
        return _told(
            request, document, one, visit.wording.gettext("Somebody answered this already.")
        )
    if form.text("do") == REJECT:
        acts.put_away(one, visit, reason=form.text("reason"))
        return _next(request, document, one, visit.wording.gettext("Rejected: {what}."))
    meant = _meant(form.text("who"), one.proposal.person, form.text("case"), request)
    if meant is None:
        return _told(request, document, one, visit.wording.gettext("Say who it is about."))
    why = acts.take(one, meant, document, visit)
    return _next(request, document, one, visit.wording.gettext("Accepted: {what}."), why=why)


def correct(request: Request, source: str, suggestion: str) -> HttpResponse:
    """Say what the words say where the proposal has it wrong."""
    visit, document = request.visit, document_for(request, source)
    one = suggestion_for(request, document, suggestion)
    told = reader.suggestions_of(document, visit)
    people = whom(one.proposal.person, visit, told=told)
    form = StatementForm(
        request.POST or None, of=one.proposal.kind, wording=visit.wording, today=visit.today,
        initial=initial_of(one.proposal, request.GET.get("who") or people.likely, visit),
    )  # fmt: skip
    if request.method == "POST" and one.state is State.OPEN and form.is_valid():
        meant = meant_by(form, request)
        if meant:
            why = acts.take(one, meant, document, visit, fields=form.said)
            return _next(
                request, document, one, visit.wording.gettext("Corrected: {what}."), why=why
            )
    status = 422 if form.errors else 200
    return page(
        request, "documents/correct.html", status=status, slug=source, title=document.source.title,
        id=suggestion, form=form, back=reader.address_of(document, at=suggestion),
        quote=one.proposal.quote, kind=kind_label(one.proposal.kind, visit.language),
        fields=fields_of(form.fact, visit.language), people=people.choices, cases=cases(visit),
    )  # fmt: skip


def take_back(request: Request, source: str) -> HttpResponse:
    """Undo what this visitor answered last in this document."""
    visit, document = request.visit, document_for(request, source)
    one = acts.take_back(document, visit)
    return _told(request, document, one, visit.wording.gettext("Taken back: {what}."))


def page_picture(request: Request, source: str, number: int) -> HttpResponse:
    """The picture of a page."""
    found = pictures.picture(document_for(request, source), number, request.visit)
    if found is None:
        raise Http404
    return pictures.shown(found)


def meant_by(form: StatementForm, request: Request) -> acts.Meant | None:
    """Whom a form is about; adds an error where that is not clear."""
    meant = _meant(form.text("who"), form.text("name"), form.text("case"), request)
    if meant is None:
        gettext = request.visit.wording.gettext
        form.add_error("who", gettext("Say who it is about."))
    return meant


def _meant(who: str, name: str, case: str, request: Request) -> acts.Meant | None:
    about = find_whom(f"case:{case}", request.visit) if case else None
    if who == NEW:
        return acts.Meant(None, name, about) if name else None
    subject = find_whom(who, request.visit) if who else None
    return acts.Meant(subject, case=about) if subject else None


def _next(
    request: Request, document: Document, one: Suggestion, said: str, *, why: Say | None = None
) -> HttpResponse:
    """On to the next that is open, having said what was done."""
    visit = request.visit.again()
    messages.info(request, said.format(what=_what(one, request)))
    if why:
        messages.info(request, visit.wording.say(why))
    return redirect(reader.next_open(document, visit, after=one.id()))


def _told(request: Request, document: Document, one: Suggestion, said: str) -> HttpResponse:
    messages.info(request, said.format(what=_what(one, request)))
    return redirect(reader.address_of(document, at=one.id()))


def _what(one: Suggestion, request: Request) -> str:
    return f"{kind_label(one.proposal.kind, request.visit.language)}, {one.proposal.person}"
