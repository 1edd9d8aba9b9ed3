"""The book as EPUB 3: chapters of XHTML, a table of contents, a style sheet, in one archive.

Invariants:

- Equal volumes give equal bytes: members in one order, with one date that is no clock's.
- Everything that templates print is escaped; a text of an editor keeps its form and no markup.
"""

import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from minijinja import Environment

from khronika.editions.paper.letters import readable
from khronika.editions.paper.volume import Volume
from khronika.editions.template import engine, file

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest an archive can say
_MIMETYPE = b"application/epub+zip"
_CONTAINER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    b'<rootfiles><rootfile full-path="book/package.opf"'
    b' media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_NAMESPACE = uuid.UUID("5f3b6c0e-5d0a-5c8e-9a55-2f4f6d1b7c11")  # of our books, and nothing else


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the book: `level` deep in the contents, `what` names its part of the template."""

    file: str
    title: str
    what: str
    level: int = 1
    subject: object = None


def epub(made: Volume) -> bytes:
    """The volume as the bytes of an EPUB."""
    chapters = list(_chapters(made))
    where = _places(chapters)
    members = {
        "META-INF/container.xml": _CONTAINER,
        "book/package.opf": _rendered("package.opf", volume=made, chapters=chapters, id=_id(made)),
        "book/nav.xhtml": _rendered("nav.xhtml", volume=made, chapters=chapters),
        "book/style.css": file("book", "book.css"),
        **{
            f"book/{one.file}": _rendered("chapter.xhtml", volume=made, chapter=one, where=where)
            for one in chapters
        },
    }
    return _archive(members)


def _chapters(made: Volume) -> Iterator[Chapter]:
    """Every file in the order of reading."""
    w = made.words
    yield Chapter("title.xhtml", made.sheet.title, "title")
    yield Chapter("imprint.xhtml", w["imprint"], "imprint")
    for number, essay in enumerate(made.foreword, start=1):
        yield Chapter(f"foreword-{number}.xhtml", essay.title, "essay", subject=essay)
    if made.figures.figures:
        yield Chapter("figures.xhtml", w["figures"], "figures")
    yield from _people(made)
    for number, essay in enumerate(made.afterword, start=1):
        yield Chapter(f"afterword-{number}.xhtml", essay.title, "essay", subject=essay)
    for what in ("help", "glossary", "sources", "changes", "people", "places", "articles"):
        if what in {"help", "glossary", "changes"} or getattr(made, what):
            yield Chapter(f"{what}.xhtml", w[what], what)


def _people(made: Volume) -> Iterator[Chapter]:
    """Cases with their people below them, then people without."""
    if made.cases:
        yield Chapter("cases.xhtml", made.words["cases"], "heading")
    for case in made.cases:
        yield Chapter(f"{case.id}.xhtml", case.name, "case", 2, case)
        for one in case.people:
            yield Chapter(f"{one.id}.xhtml", one.name, "person", 3, one)
    for what, people in (("alone", made.alone), ("without", made.without)):
        if people:
            yield Chapter(f"{what}.xhtml", made.words[what], what)
        for one in people:
            yield Chapter(f"{one.id}.xhtml", one.name, "person", 2, one)


def _places(chapters: list[Chapter]) -> Mapping[str, Mapping[str, str]]:
    """The file and name of every entry that others lead to."""
    entries = {one.file.removesuffix(".xhtml"): one for one in chapters if one.subject is not None}
    return {place: {"file": one.file, "name": one.title} for place, one in entries.items()}


def _id(made: Volume) -> str:
    named = f"{made.imprint.state} {made.sheet.day} {made.sheet.lang}"
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, named)}"


def _rendered(template: str, **values: object) -> bytes:
    text = _templates().render_template(f"book/{template}", **values)
    return readable(text).encode("utf-8")


@cache
def _templates() -> Environment:
    return engine(str)  # what it says is in the volume, in the reader's words


def _archive(members: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _FIRST_MOMENT), _MIMETYPE)  # first, as it is
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _FIRST_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()
