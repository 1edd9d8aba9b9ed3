"""Writes DOCX: the one module that knows the format and its libraries.

Invariants:

- No clock, no author, no picture of a first page: equal values give equal bytes.
- What a text holds is text: nothing in it is read as a template, a field or a link.
- A template of the group's own sees values and can reach nothing else of the program.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from khronika.editions.extra import Extra

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from jinja2.sandbox import SandboxedEnvironment

DOCX = Extra("petitions", ("docx", "docxtpl"))
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
FONT = "Liberation Serif"
# What XML cannot hold, and signs that turn the direction of what follows.
_UNFIT = re.compile(
    "[^\\t\\n\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|[\\u202a-\\u202e\\u2066-\\u2069]"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of itself."""

    title: str
    lang: str
    day: date


def fit(text: str) -> str:
    """The text without signs that a document cannot hold or that would turn it around."""
    return _UNFIT.sub("", text)


def filled(template: bytes, values: Mapping[str, object], told: Told) -> bytes:
    """The template with the values in it; raises `jinja2.TemplateError` or what the format has."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - an extra

    document = DocxTemplate(BytesIO(template))
    document.render(dict(values), jinja_env=_sandbox(), autoescape=True)
    made = BytesIO()
    document.save(made)
    return settled(made.getvalue(), told)


def fault_of(template: bytes, values: Mapping[str, object], told: Told) -> str:
    """What is wrong with a template, in the words of its reader; empty when it can be filled."""
    try:
        filled(template, values, told)
    except Exception as why:  # noqa: BLE001 - a stranger's file can fail in any way
        return f"{type(why).__name__}: {why}".partition("\n")[0]
    return ""


@cache
def _sandbox() -> "SandboxedEnvironment":
    import jinja2.sandbox  # noqa: PLC0415 - comes with an extra

    made = jinja2.sandbox.SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    # The parts of a document are the same ones for everybody, and are read as templates once.
    made.from_string = lru_cache(maxsize=64)(made.from_string)  # type: ignore[method-assign, assignment]
    return made


def settled(document: bytes, told: Told) -> bytes:
    """The document with times, author and preview taken out, its parts in one order."""
    kept: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(document)) as archive:
        for name in sorted(archive.namelist()):
            if name != "docProps/thumbnail.jpeg":
                kept[name] = archive.read(name)
    kept["docProps/core.xml"] = _core(told)
    kept["_rels/.rels"] = _THUMBNAIL.sub(b"", kept["_rels/.rels"])
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in kept.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, data)
    return made.getvalue()


_THUMBNAIL = re.compile(rb'<Relationship [^>]*thumbnail\.jpeg"[^>]*/>')


def _core(told: Told) -> bytes:
    from xml.sax.saxutils import escape  # noqa: PLC0415 - beside its one use

    moment = f"{told.day.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(fit(told.title))}</dc:title><dc:creator></dc:creator>"
        f"<dc:language>{told.lang}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def blank(lang: str) -> "Docx":
    """An empty A4 document in one typeface, with the language set for spelling."""
    import docx  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra
    from docx.shared import Mm, Pt  # noqa: PLC0415 - an extra

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        properties = style.element.get_or_add_rPr()
        properties.rFonts.set(qn("w:eastAsia"), FONT)
        properties.rFonts.set(qn("w:cs"), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            properties.rFonts.attrib.pop(qn(theme), None)
        language = properties.makeelement(qn("w:lang"), {qn("w:val"): lang})
        properties.append(language)
    return document


_SIZES = {"Normal": 11, "Heading 1": 16, "Heading 2": 12, "List Bullet": 11}


def table(document: "Docx", rows: Sequence[Sequence[str]]) -> None:
    """Put a table with these cells at the end of the document."""
    made = document.add_table(rows=0, cols=len(rows[0]) if rows else 1)
    made.style = "Table Grid"
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = fit(text)
