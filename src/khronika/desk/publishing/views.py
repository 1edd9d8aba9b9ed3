"""Publishing: look, tick, make, watch it being made, and see what was made."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from khronika.casebook.place import read_place
from khronika.casebook.publishing import Request as Order
from khronika.desk.accounts.views import is_own_passphrase
from khronika.desk.logbook.letters.due import waited
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.publishing import issues, reads, work, writes
from khronika.desk.publishing.forms import PublishForm, UseForm, ticked
from khronika.desk.publishing.words import USES
from khronika.desk.publishing.writes import Wanted
from khronika.desk.said import sentence_of
from khronika.desk.visit import Request, Visit
from khronika.dossier.dossier import Dossier
from khronika.schema.subject import slug_of
from khronika.schema.visibility import Use

TYPES = {".atom": "application/atom+xml", ".jsonl": "application/jsonl", ".md": "text/markdown"}
PRINTED = (".docx", ".epub", ".ics", ".pdf")
LISTED = 60  # printed files that are named; the zip has them all


def publishing(request: Request) -> HttpResponse:
    """Who would go out, and what that tells."""
    visit = request.visit
    form = PublishForm(request.POST or None, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        form.refuse_names(_names(visit))
        if "editions" in request.POST and not ticked(request.POST, "edition"):
            form.add_error(None, visit.wording.gettext("Tick what is to be made."))
        if not is_own_passphrase(request, form.cleaned_data["passphrase"]):
            form.add_error("passphrase", visit.wording.gettext("This is not right."))
        if form.is_valid():
            return _made(request, form)
    return _page(request, form)


def _names(visit: Visit) -> Iterator[str]:
    """Every name everybody goes by, in its own letters and in Latin ones."""
    for person, names in visit.snapshot.names.items():
        yield from (*names, visit.reader.name(person), slug_of(person))


def _made(request: Request, form: PublishForm) -> HttpResponse:
    visit = request.visit
    wanted = Wanted(_ticked(request), _order(request, form), seen=form.text("seen"))
    try:
        writes.make(wanted, visit)
    except writes.ChangedMeanwhile as why:
        form.add_error(None, sentence_of(why, visit.wording)[0])
        return _page(request, form)
    return redirect("publish-progress")


def _order(request: Request, form: PublishForm) -> Order:
    use = Use(form.text("use"))
    return Order(
        use=use,
        only=tuple(ticked(request.POST, "edition")),
        release=form.text("issue"),
        choosing=form.choosing,
        waited=waited(request.visit.snapshot.people.values()) if use is Use.LETTERS else None,
    )


def _page(request: Request, form: PublishForm) -> HttpResponse:
    visit = request.visit
    use = _use(request)
    gettext = visit.wording.gettext
    return page(
        request,
        "publishing/publish.html",
        status=422 if form.errors else 200,
        form=form,
        errors=list(form.non_field_errors()),
        use=use.value,
        uses=[(one.value, gettext(said)) for one, said in USES.items()],
        outgoing=reads.outgoing(visit, use),
        ticked=ticked(request.POST),
        offered=reads.offered(visit, use),
        chosen=ticked(request.POST, "edition"),
        next_issue=reads.next_issue(visit, use),
        folder=str(reads.folder_of(visit, use.value)),
        is_built=reads.is_built(visit, use.value),
        has_index=(reads.folder_of(visit, use.value) / "index.html").is_file(),
        printed=_printed(visit, use),
        place=read_place(visit.archive.folder) if use is Use.PUBLIC else None,
    )


def _printed(visit: Visit, use: Use) -> list[str]:
    folder = reads.folder_of(visit, use.value)
    found = (path for path in folder.rglob("*") if path.suffix in PRINTED)
    return sorted(path.relative_to(folder).as_posix() for path in found)[:LISTED]


def _use(request: Request) -> Use:
    sent = request.POST if request.method == "POST" else request.GET
    form = UseForm(sent, wording=request.visit.wording, today=request.visit.today)
    return Use(form.text("use")) if form.is_valid() else Use.PUBLIC


def _ticked(request: Request) -> list[Dossier]:
    people = request.visit.snapshot.people
    return [people[person_for(request, slug)] for slug in ticked(request.POST)]


def preview(request: Request) -> HttpResponse:
    """Build the site as it would be, and look at it."""
    writes.preview(Wanted(_ticked(request), Order(use=_use(request))), request.visit)
    return redirect("publish-progress")


def progress(request: Request) -> HttpResponse:
    """How far the work is, or what came of it; asked again every few seconds while it runs."""
    visit = request.visit
    now = work.last(visit.archive.folder)
    answer = page(request, "publishing/progress.html", now=now, look=_look(visit, now))
    if now is not None and not now.done:
        answer.headers["Refresh"] = "3; url=" + reverse("publish-progress")
    return answer


def _look(visit: Visit, now: work.Work | None) -> str:
    """Where what was made can be looked at; empty where there is nothing to see."""
    if now is None or not now.done or now.failed or not now.use:
        return ""
    which = reads.preview_of(Use(now.use)) if now.what == "preview" else now.use
    index = reads.folder_of(visit, which) / "index.html"
    return reverse("built", args=(which, "index.html")) if index.is_file() else ""


def changed(request: Request) -> HttpResponse:
    """The issues there were, and what the next one tells."""
    visit, use = request.visit, _use(request)
    return page(
        request,
        "publishing/changed.html",
        use=use.value,
        use_name=visit.wording.gettext(USES[use]),
        issues=issues.issued(visit, use),
        since=issues.since_last(visit, use),
    )


def built(request: Request, which: str, path: str) -> HttpResponse:
    """A file of what was made, or of a preview."""
    if which not in {name for use in Use for name in (use.value, reads.preview_of(use))}:
        raise Http404
    folder = reads.folder_of(request.visit, which).resolve()
    file = (folder / path).resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        raise Http404
    return HttpResponse(file.read_bytes(), content_type=_type(file))


def _type(file: Path) -> str:
    found = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = found or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or "json" in kind else kind
