"""Publishing: look, tick, make, carry away, take down."""

import mimetypes
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.accounts.forms import ProofForm
from khronika.desk.accounts.views import is_own_passphrase
from khronika.desk.pages import page
from khronika.desk.people.views import person_for
from khronika.desk.publishing import reads, writes
from khronika.desk.publishing.forms import PublishForm, TakeDownForm, ticked
from khronika.desk.visit import Request, Visit
from khronika.dossier.dossier import Dossier

TYPES = {".atom": "application/atom+xml", ".jsonl": "application/jsonl", ".md": "text/markdown"}


def publishing(request: Request) -> HttpResponse:
    """Who would go out, and what that tells."""
    visit = request.visit
    form = PublishForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        if is_own_passphrase(request, form.cleaned_data["passphrase"]):
            return _made(request, form)
        form.add_error("passphrase", visit.wording.gettext("This is not right."))
    return _page(request, form)


def _made(request: Request, form: PublishForm) -> HttpResponse:
    visit = request.visit
    try:
        published = writes.make_site(_ticked(request), visit, seen=form.text("seen"))
    except writes.ChangedMeanwhile:
        form.add_error(None, _changed(visit))
        return _page(request, form)
    count = len(published.proposal.publication.people)
    said = visit.wording.ngettext(
        "The site is made. {count} person is on it.",
        "The site is made. {count} people are on it.",
        count,
    )
    messages.info(request, said.format(count=visit.wording.number(count)))
    return redirect("publish")


def _changed(visit: Visit) -> str:
    return visit.wording.gettext("What would go out has changed since you looked. Read it again.")


def _page(request: Request, form: PublishForm) -> HttpResponse:
    visit = request.visit
    return page(
        request,
        "publishing/publish.html",
        status=422 if form.errors else 200,
        form=form,
        errors=list(form.non_field_errors()),
        outgoing=reads.outgoing(visit),
        ticked=ticked(request.POST),
        folder=str(reads.built(visit, reads.PUBLIC)),
        is_built=reads.is_built(visit, reads.PUBLIC),
        has_preview=reads.is_built(visit, reads.PREVIEW),
    )


def _ticked(request: Request) -> list[Dossier]:
    people = request.visit.snapshot.people
    return [people[person_for(request, slug)] for slug in ticked(request.POST)]


def preview(request: Request) -> HttpResponse:
    """Build the site as it would be, and look at it."""
    writes.preview(_ticked(request), request.visit)
    return redirect("built", reads.PREVIEW, "index.html")


def pack(request: Request) -> HttpResponse:
    """The site as one file, for whoever types their passphrase."""
    visit = request.visit
    form = ProofForm(request.POST, wording=visit.wording, today=visit.today)
    if not reads.is_built(visit, reads.PUBLIC):
        raise Http404
    if not form.is_valid() or not is_own_passphrase(request, form.cleaned_data["passphrase"]):
        messages.info(request, visit.wording.gettext("The passphrase is not right."))
        return redirect("publish")
    answer = HttpResponse(writes.packed(visit), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="site.zip"'
    return answer


def take_down(request: Request) -> HttpResponse:
    """Take one person out of everything published here."""
    visit = request.visit
    form = TakeDownForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        raise Http404
    writes.remove(person_for(request, form.text("person")), visit)
    said = visit.wording.gettext(
        "Taken down here. Put the site online again, so that it is gone there too. What others "
        "copied, printed or keep in a search engine this cannot reach."
    )
    messages.info(request, said)
    return redirect("publish")


def built(request: Request, which: str, path: str) -> HttpResponse:
    """A file of the site as it was built, or of its preview."""
    if which not in {reads.PUBLIC, reads.PREVIEW}:
        raise Http404
    folder = reads.built(request.visit, which).resolve()
    file = (folder / path).resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        raise Http404
    return HttpResponse(file.read_bytes(), content_type=_type(file))


def _type(file: Path) -> str:
    found = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = found or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or "json" in kind else kind
