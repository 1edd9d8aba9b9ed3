"""Shows pages as pictures, and hands back what came in so that no browser runs it.

Invariants:

- What is shown was drawn anew in a process of its own; bytes that came in are never shown.
- What is handed back is a file to keep, whatever it says it is.
"""

from django.http import Http404, HttpResponse

from khronika.casebook.page_pictures import picture_of
from khronika.desk.documents import jobs
from khronika.desk.documents.kept import Document
from khronika.desk.visit import Visit
from khronika.intake.form import Form, form_of
from khronika.intake.showing import Picture

_ENDS = {
    Form.PDF: "pdf", Form.DOCX: "docx", Form.ODT: "odt", Form.EPUB: "epub", Form.WARC: "warc.gz",
    Form.RTF: "rtf", Form.OLD_OFFICE: "doc", Form.ARCHIVE: "zip",
}  # fmt: skip
_IMAGES = {b"\x89P": "png", b"\xff\xd8": "jpg", b"GI": "gif", b"II": "tif", b"MM": "tif"}
_TEXTS = frozenset({Form.TEXT, Form.HTML, Form.MAIL, Form.TELEGRAM})
_SANDBOX = "default-src 'none'; sandbox"


def picture(document: Document, number: int, visit: Visit) -> Picture | None:
    """The picture of a page of the document; None where there is none."""
    if not document.sha256 or document.sha256 == document.text or number < 1:
        return None
    vault = visit.archive.casebook.vault

    def make() -> Picture | None:
        return jobs.drawers().show(vault.get(document.sha256), number)

    return picture_of(visit.archive.folder, document.sha256, number, make)


def shown(found: Picture) -> HttpResponse:
    """The picture as an answer."""
    answer = HttpResponse(found.png, content_type="image/png")
    answer.headers["Content-Security-Policy"] = _SANDBOX
    return answer


def handed_back(document: Document, visit: Visit) -> HttpResponse:
    """The bytes that came in, under a name that opens in no browser."""
    if not document.sha256:
        raise Http404
    data = visit.archive.casebook.vault.get(document.sha256)
    end = _end(data)
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{document.slug}.{end}"'
    answer.headers["Content-Security-Policy"] = _SANDBOX
    return answer


def _end(data: bytes) -> str:
    form = form_of(data)
    if form is Form.IMAGE:
        return _IMAGES.get(data[:2], "bin")
    return "txt" if form in _TEXTS else _ENDS.get(form, "bin")
