"""Reads DOCX: paragraphs and tables in order, notes behind the paragraphs that call them.

The zip and its XML are looked at before the library that reads them. What was deleted in a tracked
change is not read; what was inserted is. The day a file was made is no date of a document.
"""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from khronika.intake.composing import Composer, Said
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.packed import Packed, tree_of
from khronika.intake.reading import PartKind, Reading

FORMAT = "docx"
VERSION = "1"
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_CALLS = {qn("w:footnoteReference"): _NOTES[0], qn("w:endnoteReference"): _NOTES[1]}
_PASSED_OVER = (qn("w:del"), qn("w:txbxContent"), qn("w:instrText"), qn("w:moveFrom"))
_BOX = qn("w:txbxContent")
_PARAGRAPH = qn("w:p")
_ID = qn("w:id")
LONGEST_CELL = 300  # characters; a table whose cells hold more is a way to lay out a page

Notes = dict[tuple[str, str], str]


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text of a Word document."""
    Packed(untrusted, limits).check_xml()
    document = Document(io.BytesIO(untrusted))
    composer = Composer(limits)
    notes = _notes(document)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            _add_paragraph(block, composer, notes)
        else:
            _add_table(block, composer, notes)
    for text in dict.fromkeys(_margins(document)):
        composer.add_text(PartKind.MARGIN, text)
    tell(1, 1)
    said = Said(document.core_properties.title or "")
    return composer.reading(form=FORMAT, version=VERSION, said=said)


def _add_paragraph(paragraph: Paragraph, composer: Composer, notes: Notes) -> None:
    composer.add_text(_kind(paragraph), _text(paragraph._p))  # noqa: SLF001 - python-docx's own way
    _add_beside(paragraph._p, composer, notes)  # noqa: SLF001


def _add_beside(element: _Element, composer: Composer, notes: Notes) -> None:
    """Text boxes that hang on a paragraph, and the notes it calls."""
    for box in element.iter(_BOX):
        for inner in box.iter(_PARAGRAPH):
            composer.add_text(PartKind.CAPTION, _text(inner))
    for call in element.iter(*_CALLS):
        note = notes.get((_CALLS[str(call.tag)], call.get(_ID) or ""), "")
        composer.add_text(PartKind.FOOTNOTE, note)


def _kind(paragraph: Paragraph) -> PartKind:
    style = paragraph.style.name if paragraph.style else ""
    name = (style or "").lower()
    if name.startswith(("heading", "title", "subtitle", "заголов", "überschrift", "titre")):
        return PartKind.HEADING
    if name.startswith(("caption", "подпись", "название объекта", "beschriftung", "légende")):
        return PartKind.CAPTION
    return PartKind.PARAGRAPH


def _add_table(table: Table, composer: Composer, notes: Notes) -> None:
    rows = [[_text(cell, " ") for cell in row.iter(qn("w:tc"))] for row in _rows(table)]
    if len(rows) > 1 and all(len(cell) <= LONGEST_CELL for row in rows for cell in row):
        composer.add_text(PartKind.TABLE, "\n".join("\t".join(row) for row in rows))
        _add_beside(table._tbl, composer, notes)  # noqa: SLF001
        return
    for paragraph in table._tbl.iter(_PARAGRAPH):  # noqa: SLF001
        composer.add_text(PartKind.PARAGRAPH, _text(paragraph))
        _add_beside(paragraph, composer, notes)


def _rows(table: Table) -> Iterator[_Element]:
    yield from table._tbl.iterchildren(qn("w:tr"))  # noqa: SLF001


def _text(element: _Element, between: str = "") -> str:
    """What is written in it; `between` stands between its paragraphs."""
    return "".join(_pieces(element, between)).strip()


def _pieces(element: _Element, between: str) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield " "
        elif child.tag in _BREAK:
            yield "\n"
        elif child.tag not in _PASSED_OVER:
            yield from _pieces(child, between)
            if child.tag == _PARAGRAPH:
                yield between


def _notes(document: WordDocument) -> Notes:
    """The words of each note, by where it is kept and its id."""
    found: Notes = {}
    for relation in document.part.rels.values():
        if relation.reltype in _NOTES and not relation.is_external:
            for note in tree_of(relation.target_part.blob):
                said = " ".join("".join(one.itertext()) for one in note.iter(_PARAGRAPH))
                found[relation.reltype, note.get(_ID) or ""] = said.strip()
    return found


def _margins(document: WordDocument) -> Iterator[str]:
    """What runs over and under every page."""
    for section in document.sections:
        for edge in (section.header, section.footer):
            for paragraph in edge.paragraphs:
                text = _text(paragraph._p)  # noqa: SLF001
                if any(map(str.isalpha, text)):
                    yield text
