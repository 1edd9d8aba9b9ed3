"""A document beside what it seems to say of a person."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.desk.documents import reads, writes
from khronika.desk.documents.forms import TakeForm
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request
from khronika.schema.subject import InvalidSubject


def document_for(request: Request, slug: str) -> reads.Document:
    """The document of this slug; a support group, which sees none, never comes here."""
    try:
        found = reads.find_document(slug, request.visit)
    except InvalidSubject:
        found = None
    if found is None:
        raise Http404
    return found


def document(request: Request, slug: str, source: str) -> HttpResponse:
    """The words, and at most ten proposals; take one."""
    visit, person = request.visit, person_for(request, slug)
    read = document_for(request, source)
    found = reads.proposals(read, person, visit)
    form = TakeForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in found if reads.mark_of(one) == form.text("mark")]
        if not chosen:
            raise Http404
        writes.take(chosen[0], person, read, visit)
        messages.info(request, visit.wording.gettext("Saved."))
        return redirect("document", slug, source)
    return page(
        request,
        "documents/document.html",
        slug=slug,
        source=source,
        name=visit.reader.name(person),
        title=read.source.title,
        proposals=reads.shown(found, visit),
        pieces=list(reads.pieces(read, found)),
    )
