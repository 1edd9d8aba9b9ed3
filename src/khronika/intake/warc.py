"""Reads web archives (WARC): the pages in them, each by the reader of its own form."""

import io
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from khronika.intake import html
from khronika.intake.composing import Composer, Said
from khronika.intake.form import Form, form_of
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.reader import read as read_inside
from khronika.intake.reading import PartKind, Reading
from khronika.intake.unreadable import Unreadable, damaged, too_much

FORMAT = "warc"
VERSION = "1"
_READ = frozenset({Form.HTML, Form.PDF, Form.TEXT, Form.DOCX, Form.ODT, Form.EPUB})
_UNREAD = ("image/", "video/", "audio/", "font/", "text/css", "javascript", "json")
_REDIRECTED = 300


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The documents in it, one after another; what the pages are made of besides is left."""
    found: list[Reading] = []
    for record in _records(untrusted):
        inside = _inside(record, limits)
        if inside is not None:
            found.append(inside)
            tell(len(found), len(found))
        if len(found) > limits.pages:
            raise too_much()
    if not found:
        raise damaged()
    return _as_one(found, limits)


def _records(untrusted: bytes) -> Iterator[ArcWarcRecord]:
    try:
        for record in ArchiveIterator(io.BytesIO(untrusted)):
            if record.rec_type in ("response", "resource"):
                yield record
    except (ArchiveLoadFailed, EOFError) as why:
        raise damaged() from why


def _inside(record: ArcWarcRecord, limits: Limits) -> Reading | None:
    """The document this record holds; None for redirects, styles, scripts and pictures."""
    kind, status = "", ""
    if record.http_headers is not None:
        kind = (record.http_headers.get_header("Content-Type") or "").lower()
        status = record.http_headers.get_statuscode() or ""
    if status.isdigit() and int(status) >= _REDIRECTED:
        return None
    payload: bytes = record.content_stream().read(limits.unpacked + 1)
    if len(payload) > limits.unpacked:
        raise too_much()
    form = form_of(payload)
    if form not in _READ or any(one in kind for one in _UNREAD):
        return None
    if form is Form.HTML:
        return _page(payload, kind, limits)
    return read_inside(payload, limits=limits)


def _page(payload: bytes, kind: str, limits: Limits) -> Reading | None:
    charset = kind.partition("charset=")[2].partition(";")[0].strip(" \"'")
    try:
        return html.read(payload, limits=limits, charset=charset)
    except Unreadable:
        return None


def _as_one(found: list[Reading], limits: Limits) -> Reading:
    """One reading of all; the places of words are kept where there is only one document."""
    if len(found) == 1:
        [one] = found
        version = f"{VERSION}, {one.reader} {one.version}"
        return Reading(
            one.text, FORMAT, FORMAT, version, one.parts, one.title, one.date, one.lang,
            one.problems, one.places,
        )  # fmt: skip
    composer = Composer(limits)
    for one in found:
        composer.add_text(PartKind.HEADING, one.title)
        for part in one.parts:
            text = one.text[part.start : part.end]
            composer.add_text(part.kind, text, date=part.date or one.date, by=part.by)
    problems = {problem for one in found for problem in one.problems}
    said = Said(found[0].title)
    return composer.reading(form=FORMAT, version=VERSION, said=said, problems=problems)
