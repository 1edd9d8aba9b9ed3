"""What came in: the list, adding to it, saying what it is, and handing it back."""

from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile as Sent
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.casebook.adding import Added, Described, NotAdded
from khronika.casebook.near_source import near_sources
from khronika.casebook.suggesting import is_laid_out
from khronika.desk.documents import inbox, jobs, writes
from khronika.desk.documents.forms import (
    AddressForm,
    CallForm,
    DescribeForm,
    HowForm,
    WordsForm,
)
from khronika.desk.documents.kept import Document, find_document
from khronika.desk.documents.pictures import handed_back
from khronika.desk.pages import page
from khronika.desk.people.forms import PUBLISHED, TOLD
from khronika.desk.uploads import MOST, is_too_large
from khronika.desk.visit import Request
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId, slug_of


def document_for(request: Request, slug: str) -> Document:
    """The document of this slug, if this visitor may see it; else there is none."""
    found = find_document(slug, request.visit)
    if found is None:
        raise Http404
    return found


def documents(request: Request) -> HttpResponse:
    """What came in, the latest first."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    rows, pages = inbox.rows(request.visit, page=max(1, number))
    return page(request, "documents/documents.html", rows=rows, number=number, pages=pages)


def add_document(request: Request) -> HttpResponse:
    """The three ways in."""
    return _adding(request)


def add_files(request: Request) -> HttpResponse:
    """Files were sent."""
    visit = request.visit
    form = HowForm(request.POST, wording=visit.wording, today=visit.today)
    files = [one for one in request.FILES.getlist("files") if isinstance(one, Sent)]
    gettext = visit.wording.gettext
    wrong = "" if files else gettext("Choose a file.")
    if is_too_large(request):
        return _adding(request, files=form, wrong=gettext(
            "This is more than {size} together, and nothing of it was kept. Send it in parts, or "
            "add it on the machine the desk runs on: khronika add FILE."
        ).format(size=_size(request)), status=413)  # fmt: skip
    if wrong or not form.is_valid():
        return _adding(request, files=form, wrong=wrong, status=422)
    title = form.text("title") if len(files) == 1 else ""
    kept = []
    for file in files:
        try:
            kept.append(writes.keep_file(file, form.text("how"), visit, title=title))
        except NotAdded:
            messages.info(request, gettext("An empty file was left out."))
    return _after(request, kept, is_file=True, is_unnamed=not title)


def add_address(request: Request) -> HttpResponse:
    """An address was sent, to be kept or fetched."""
    visit = request.visit
    form = AddressForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        return _adding(request, address=form, status=422)
    url, how = form.text("url"), form.text("how")
    added = writes.keep_address(url, how, visit, title=form.text("title"))
    fetch = bool(form.cleaned_data["fetch"])
    return _after(request, [added], fetch=fetch, is_unnamed=not form.text("title"))


def add_words(request: Request) -> HttpResponse:
    """Words were pasted."""
    visit = request.visit
    form = WordsForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid() or not form.text("words"):
        return _adding(request, words=form, status=422)
    said = Described(
        title=form.text("title"), publisher=form.text("publisher"), date=writes.dated(form.said_on)
    )
    words = str(form.cleaned_data["words"])
    return _after(request, [writes.keep_words(words, form.text("how"), visit, described=said)])


def note_call(request: Request) -> HttpResponse:
    """A call is noted down."""
    visit = request.visit
    form = CallForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid() and form.text("words"):
        said = Described(title=form.text("title"), date=writes.dated(form.said_on))
        words = str(form.cleaned_data["words"])
        return _after(request, [writes.keep_call(words, visit, described=said)])
    status = 422 if request.method == "POST" else 200
    return page(request, "documents/call.html", status=status, form=form)


def describe(request: Request, source: str) -> HttpResponse:
    """Say what the document is; what it says of itself stands there already."""
    visit, document = request.visit, document_for(request, source)
    said = document.source
    form = DescribeForm(
        request.POST or None, wording=visit.wording, today=visit.today,
        initial={
            "title": said.title, "publisher": said.publisher, "lang": said.lang,
            "date": str(said.date or ""), "repeats": slug_of(said.repeats) if said.repeats else "",
            "how": PUBLISHED if said.level is SourceLevel.OPEN else TOLD,
        },
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        _described(request, document, form)
        messages.info(request, visit.wording.gettext("Saved."))
        return redirect("reader", source)
    status = 422 if form.errors else 200
    return page(request, "documents/describe.html", status=status, form=form, slug=source,
                title=said.title, near=_near(request, document))  # fmt: skip


def _described(request: Request, document: Document, form: DescribeForm) -> None:
    repeated = find_document(form.text("repeats"), request.visit)
    told = Source(
        id=document.source.id,
        title=form.text("title"),
        publisher=form.text("publisher"),
        date=form.said_on,
        lang=form.text("lang"),
        url=document.source.url,
        repeats=repeated.source.id if repeated and repeated != document else None,
        reading=document.source.reading,
    )
    writes.describe(document, told, form.text("how"), request.visit)


def read_again(request: Request, source: str) -> HttpResponse:
    """Begin to read a document, or to fetch a page of which only the address is here."""
    document = document_for(request, source)
    if not document.sha256 and not request.visit.may_write:
        raise Http404
    is_unnamed = document.source.title == document.source.url
    jobs.begin(document, request.visit, fetch=not document.sha256, is_unnamed=is_unnamed)
    return redirect("reader", source)


def progress(request: Request, source: str) -> HttpResponse:
    """How far the reading is, asked again and again by the page; it is loaded anew at the end."""
    document = document_for(request, source)
    job = jobs.job_of(document, request.visit)
    answer = page(request, "documents/progress.html", slug=source, job=job)
    if job is None or job.is_over:
        answer.headers["HX-Refresh"] = "true"
    return answer


def original(request: Request, source: str) -> HttpResponse:
    """The very bytes that came in, to be kept and not to be shown."""
    return handed_back(document_for(request, source), request.visit)


def _adding(
    request: Request, *, status: int = 200, wrong: str = "", **sent: object
) -> HttpResponse:
    visit = request.visit
    made = {
        name: sent.get(name) or kind(None, wording=visit.wording, today=visit.today)
        for name, kind in (("files", HowForm), ("address", AddressForm), ("words", WordsForm))
    }
    return page(request, "documents/add.html", status=status, wrong=wrong, most=MOST,
                size=_size(request), **made)  # fmt: skip


def _size(request: Request) -> str:
    return request.visit.wording.gettext("{number} MB").format(
        number=request.visit.wording.number(MOST // 1_000_000)
    )


def _after(
    request: Request,
    added: list[Added],
    *,
    fetch: bool = False,
    is_file: bool = False,
    is_unnamed: bool = False,
) -> HttpResponse:
    """Read what is new; one document is opened, of several the list is shown."""
    gettext = request.visit.wording.gettext
    for one in added:
        visit = request.visit.again()
        document = find_document(slug_of(one.source), visit)
        if document is None:
            continue
        if not one.is_new:
            said = gettext("This is here already, as “{title}”.")
            messages.info(request, said.format(title=document.source.title))
        if (document.sha256 or fetch) and not is_laid_out(visit.archive.folder, document.text):
            jobs.begin(document, visit, fetch=fetch, is_file=is_file, is_unnamed=is_unnamed)
    if len(added) != 1:
        return redirect("documents")
    slug = slug_of(added[0].source)
    return redirect("describe" if _can_be_described(added[0], request) else "reader", slug)


def _can_be_described(added: Added, request: Request) -> bool:
    """Whether what was added now is read, so that the form can say what it says of itself."""
    document = find_document(slug_of(added.source), request.visit.again())
    return added.is_new and document is not None and document.text not in ("", document.sha256)


def _near(request: Request, document: Document) -> list[tuple[str, str, int]]:
    """Documents whose words are nearly those of this one: slug, title, how many in a hundred."""
    visit = request.visit
    if not document.text:
        return []
    ledger = visit.snapshot.in_force.ledger
    found = near_sources(visit.archive.casebook, ledger, document.text, besides=document.source.id)
    rows = [(find_document(slug_of(SubjectId(one.name)), visit), one.likeness) for one in found]
    return [(d.slug, d.source.title, round(100 * likeness)) for d, likeness in rows if d]
