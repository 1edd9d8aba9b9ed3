"""Taking a table in, step by step; and handing the record out."""

from pathlib import Path

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from khronika.casebook.table.remembered import NEW, table_file, tables_of
from khronika.casebook.table.sheet import MAX_BYTES, TableUnreadable
from khronika.desk.accounts.views import is_own_passphrase
from khronika.desk.exchange import incoming, log, reads, writes
from khronika.desk.exchange.forms import CSV, FORMS, XLSX, ExportForm, UploadForm
from khronika.desk.pages import page
from khronika.desk.rules import EDITORS, Role
from khronika.desk.visit import Request
from khronika.errors import KhronikaError

_OWN = "incoming"  # in the session: the files this browser uploaded, and which table each is
TYPES = {".csv": "text/csv; charset=utf-8", ".zip": "application/zip"}
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(request: Request) -> HttpResponse:
    """A table, before anything is done with it."""
    visit, folder = request.visit, request.visit.archive.folder
    incoming.forget_old(folder, visit.now)
    sent = request.POST if request.method == "POST" else None
    form = UploadForm(sent, wording=visit.wording, today=visit.today)
    if request.method == "POST" and form.is_valid():
        try:
            key = _kept(request, form)
        except TableUnreadable as why:
            form.add_error(None, str(why))
        else:
            return redirect("import-table", key)
    return page(
        request,
        "exchange/import.html",
        status=422 if form.errors else 200,
        form=form,
        errors=list(form.non_field_errors()),
        tables=[(one, one) for one in tables_of(folder)],
        may_write=visit.may_write,
    )


def _kept(request: Request, form: UploadForm) -> str:
    """The key of the file that came, once it is known to be a table."""
    visit, sent = request.visit, request.FILES.get("file")
    if not isinstance(sent, UploadedFile) or (sent.size or 0) > MAX_BYTES:
        said = visit.wording.gettext("Choose a file: a table of at most 20 MB.")
        raise TableUnreadable("", said)
    table = form.text("table")
    if table and table not in tables_of(visit.archive.folder):
        raise Http404
    key = incoming.keep(visit.archive.folder, sent.name or "", sent.read())
    path = incoming.find(visit.archive.folder, key)
    try:
        reads.opened(visit, path or Path(), table)
    except KhronikaError as why:
        incoming.drop(visit.archive.folder, key)
        raise why if isinstance(why, TableUnreadable) else TableUnreadable("", str(why)) from why
    request.session[_OWN] = {**request.session.get(_OWN, {}), key: table}
    return key


def import_table(request: Request, key: str) -> HttpResponse:
    """How the table would be read and what would change; correct it, take it in, or drop it."""
    visit, folder = request.visit, request.visit.archive.folder
    own = request.session.get(_OWN, {})
    path = incoming.find(folder, key)
    if key not in own or path is None:
        raise Http404
    if request.method == "POST":
        return _step(request, key, path, own[key])
    found = reads.preview(visit, path, own[key])
    used = [one.target for one in found.columns]
    return page(
        request,
        "exchange/table.html",
        key=key,
        preview=found,
        targets=reads.targets(visit.language, used),
        is_remembered=table_file(folder, found.table).exists(),
        shown=reads.SHOWN,
    )


def _step(request: Request, key: str, path: Path, table: str) -> HttpResponse:
    visit, folder = request.visit, request.visit.archive.folder
    if "drop" in request.POST:
        incoming.drop(folder, key)
        return redirect("import")
    _remember(request, path, table)
    if "take" not in request.POST:
        return redirect("import-table", key)
    report = writes.take(visit, path, table)
    incoming.drop(folder, key)
    said = visit.wording.gettext(
        "Taken in. Rows new: {new}, changed: {changed}, unchanged: {unchanged}, waiting: "
        "{waiting}, not taken: {refused}. New statements: {claims}. They wait for an editor."
    )
    messages.info(request, said.format_map(report.counts))
    return page(request, "exchange/taken.html", problems=reads.told(report))


def _remember(request: Request, path: Path, table: str) -> None:
    """Write down what was corrected; a column or row that is not on the page stays as it was."""
    visit, sent = request.visit, request.POST
    there = reads.opened(visit, path, table)
    found = reads.preview(visit, path, table)
    people = {slug for row in found.rows for slug, _ in row.near} | {NEW}
    writes.remember(
        visit,
        there,
        columns={
            one.heading: sent[f"column-{one.number}"].strip()
            for one in found.columns
            if f"column-{one.number}" in sent
        },
        key=[one.heading for one in found.columns if f"key-{one.number}" in sent],
        rows={
            row.key: sent[f"row-{row.number}"]
            for row in found.rows
            if sent.get(f"row-{row.number}", "") in people
        },
    )


def export(request: Request) -> HttpResponse:
    """Hand out a table, a package or the record, to whoever types their passphrase."""
    visit = request.visit
    form = ExportForm(request.POST or None, wording=visit.wording, today=visit.today)
    offered = _offered(request)
    if request.method == "POST" and form.is_valid():
        if form.text("form") not in dict(offered):
            raise Http404
        if is_own_passphrase(request, form.cleaned_data["passphrase"]):
            return _file(request, form)
        form.add_error("passphrase", visit.wording.gettext("This is not right."))
    return page(
        request,
        "exchange/export.html",
        status=422 if form.errors else 200,
        form=form,
        offered=offered,
        tables=[(one, one) for one in _tables(request)],
        may_all=visit.role in EDITORS,
        is_support=visit.role is Role.SUPPORT,
        handed=log.handed_out(visit),
    )


def _tables(request: Request) -> tuple[str, ...]:
    visit = request.visit
    return () if visit.role is Role.SUPPORT else tables_of(visit.archive.folder)


def _offered(request: Request) -> list[tuple[str, str]]:
    gettext = request.visit.wording.gettext
    has_tables = bool(_tables(request))
    return [
        (one, gettext(words))
        for one, words in FORMS.items()
        if has_tables or one not in {CSV, XLSX}
    ]


def _file(request: Request, form: ExportForm) -> HttpResponse:
    visit, tables = request.visit, _tables(request)
    table = form.text("table") or (tables[0] if tables else "")
    if form.text("form") in {CSV, XLSX} and table not in tables:
        raise Http404
    extent = writes.extent_for(visit, form.text("extent"))
    name, data = writes.handed_out(visit, form.text("form"), extent=extent, table=table)
    log.note(visit, f"{form.text('form')}, {extent}")
    answer = HttpResponse(data, content_type=TYPES.get(Path(name).suffix, SPREADSHEET))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
