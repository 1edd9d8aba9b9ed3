"""Reads ODT, the text format of the free offices: XML in a zip, read without a library."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from khronika.intake.composing import Composer, Said
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.packed import Packed
from khronika.intake.reading import PartKind, Reading
from khronika.intake.unreadable import damaged

FORMAT = "odt"
VERSION = "1"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_HEADING, _PARAGRAPH, _NOTE = f"{_TEXT}h", f"{_TEXT}p", f"{_TEXT}note"
_BODY, _STYLE, _BOX = f"{_TEXT}note-body", f"{_TEXT}style-name", f"{_DRAW}text-box"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_PASSED_OVER = (
    _NOTE,
    _BOX,
    f"{_TEXT}tracked-changes",
    f"{_OFFICE}annotation",
    f"{_TEXT}index-body",
)
_CAPTIONS = ("caption", "figure", "illustration", "drawing", "подпись", "иллюстрация", "abbildung")
LONGEST_CELL = 300


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text of the document."""
    packed = Packed(untrusted, limits)
    text = packed.tree("content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise damaged()
    composer = Composer(limits)
    _add(text, composer)
    tell(1, 1)
    return composer.reading(form=FORMAT, version=VERSION, said=_said(packed))


def _add(element: Element, composer: Composer) -> None:
    for child in element:
        if child.tag in (_HEADING, _PARAGRAPH):
            composer.add_text(_kind(child), "".join(_pieces(child)))
            _add_beside(child, composer)
        elif child.tag == f"{_TABLE}table":
            _add_table(child, composer)
        elif child.tag not in _PASSED_OVER:
            _add(child, composer)


def _add_beside(element: Element, composer: Composer) -> None:
    """Boxes that hang on a paragraph, which hold captions, and the notes it calls."""
    for box in element.iter(_BOX):
        for inner in box.iter(_PARAGRAPH):
            composer.add_text(PartKind.CAPTION, "".join(_pieces(inner)))
    for body in element.iter(_BODY):
        note = " ".join("".join(_pieces(one)) for one in body.iter(_PARAGRAPH))
        composer.add_text(PartKind.FOOTNOTE, note)


def _kind(element: Element) -> PartKind:
    if element.tag == _HEADING:
        return PartKind.HEADING
    style = (element.get(_STYLE) or "").lower()
    return PartKind.CAPTION if style.startswith(_CAPTIONS) else PartKind.PARAGRAPH


def _add_table(table: Element, composer: Composer) -> None:
    rows = [
        [" ".join("".join(_pieces(one)) for one in cell.iter(_PARAGRAPH)) for cell in row]
        for row in table.iter(f"{_TABLE}table-row")
    ]
    if all(len(cell) <= LONGEST_CELL for row in rows for cell in row):
        composer.add_text(PartKind.TABLE, "\n".join("\t".join(row) for row in rows))
        for paragraph in table.iter(_PARAGRAPH):
            _add_beside(paragraph, composer)
        return
    for cell in table.iter(f"{_TABLE}table-cell"):
        _add(cell, composer)


def _pieces(element: Element) -> Iterator[str]:
    """What is written in it, but for notes and boxes."""
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _PASSED_OVER:
            yield from _pieces(child)
        yield " ".join((child.tail or "").split("\n"))


def _said(packed: Packed) -> Said:
    """The title; the dates in a file's description are those of the file."""
    if "meta.xml" not in packed.names:
        return Said()
    title = packed.tree("meta.xml").find(f".//{_DUBLIN}title")
    return Said("".join(title.itertext()) if title is not None else "")
