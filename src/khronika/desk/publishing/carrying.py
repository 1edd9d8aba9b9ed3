"""Carrying away what was made: as a zip, to where it stands online; and taking somebody down."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.casebook.layout import BACKUPS
from khronika.casebook.place import BadPlace, Place, forget_place, place_of, read_place, write_place
from khronika.casebook.sftp import NoProgram, own_key
from khronika.desk.accounts.views import is_own_passphrase
from khronika.desk.exchange.log import handed_out, note
from khronika.desk.pages import page
from khronika.desk.people.found import person_for
from khronika.desk.publishing import issues, reads, work, writes
from khronika.desk.publishing.forms import PackForm, PlaceForm, TakeDownForm
from khronika.desk.said import sentence_of
from khronika.desk.visit import Request, Visit
from khronika.schema.visibility import Use


def pack(request: Request) -> HttpResponse:
    """What is made for a use as one file, for whoever types their passphrase."""
    visit = request.visit
    form = PackForm(request.POST, wording=visit.wording, today=visit.today)
    is_right = form.is_valid() and is_own_passphrase(request, form.cleaned_data["passphrase"])
    use = Use(form.text("use")) if is_right else Use.PUBLIC
    if not reads.is_built(visit, use.value):
        raise Http404
    if not is_right:
        messages.info(request, visit.wording.gettext("The passphrase is not right."))
        return redirect("publish")
    note(visit, f"{use.value}.zip")
    answer = HttpResponse(writes.packed(visit, use), content_type="application/zip")
    name = "site" if use is Use.PUBLIC else use.value
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return answer


def place(request: Request) -> HttpResponse:
    """Where the site stands, and by which key its host is known."""
    visit, folder = request.visit, request.visit.archive.folder
    there = read_place(folder)
    known = {"address": there.address, "host_key": there.host_key} if there else {}
    form = PlaceForm(request.POST or None, wording=visit.wording, today=visit.today, initial=known)
    if request.method == "POST" and form.is_valid() and _is_proved(request, form):
        if "forget" in request.POST:
            forget_place(folder)
            return redirect("publish")
        found = _place(form)
        if found is not None:
            write_place(folder, found)
            return redirect("site-place")
    return page(
        request,
        "publishing/place.html",
        status=422 if form.errors else 200,
        form=form,
        place=there,
        own_key=_own_key(visit),
    )


def _is_proved(request: Request, form: PlaceForm) -> bool:
    if not is_own_passphrase(request, form.cleaned_data["passphrase"]):
        form.add_error("passphrase", request.visit.wording.gettext("This is not right."))
    return form.is_valid()


def _place(form: PlaceForm) -> Place | None:
    try:
        return place_of(form.text("address"), form.text("host_key"))
    except BadPlace as why:
        about = "host_key" if "key" in str(why) else "address"
        form.add_error(about, sentence_of(why, form.wording)[0])
        return None


def _own_key(visit: Visit) -> str:
    """Our public key; empty where this machine has no OpenSSH."""
    try:
        return own_key(visit.archive.folder, settings.DESK_PROGRAMS)
    except NoProgram:
        return ""


def send(request: Request) -> HttpResponse:
    """Put the site online, where a coordinator said it stands; for who types their passphrase."""
    visit = request.visit
    form = PackForm(request.POST, wording=visit.wording, today=visit.today)
    if read_place(visit.archive.folder) is None or not reads.is_built(visit, reads.PUBLIC):
        raise Http404
    if not form.is_valid() or not is_own_passphrase(request, form.cleaned_data["passphrase"]):
        messages.info(request, visit.wording.gettext("The passphrase is not right."))
        return redirect("publish")
    writes.put_online(visit)
    return redirect("publish-progress")


def take_down(request: Request) -> HttpResponse:
    """Take one person out of everything published here."""
    visit = request.visit
    form = TakeDownForm(request.POST, wording=visit.wording, today=visit.today)
    if not form.is_valid():
        raise Http404
    writes.remove(person_for(request, form.text("person")), visit)
    return redirect("publish-gone", form.text("person"))


def gone(request: Request, slug: str) -> HttpResponse:
    """What became of somebody's pages, and what this cannot reach."""
    visit = request.visit
    person = person_for(request, slug)
    joined = visit.snapshot.people[person].joined
    backups = visit.archive.folder / BACKUPS
    return page(
        request,
        "publishing/gone.html",
        name=visit.reader.name(person),
        now=work.last(visit.archive.folder),
        issues=issues.issues_with(joined, visit),
        handed=handed_out(visit),
        backups=len(list(backups.glob("*.zip"))),
        has_place=read_place(visit.archive.folder) is not None,
    )
