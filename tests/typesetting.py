"""Sets the same pieces of text as PDF, DOCX, ODT, EPUB, HTML and pictures of pages.

Used by the tests with invented text, and by `bench/reading.py` with a corpus of the reader's own.
"""

import html
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import docx
import pypdfium2 as pdfium
import typst
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

DPI = 300
POINTS = 72
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph with or without a note called in its middle, or a caption."""

    kind: Literal["heading", "paragraph", "caption"]
    text: str
    note: str = ""

    @property
    def halves(self) -> tuple[str, str]:
        """The text before and after the call of its note: behind a word, in the middle."""
        middle = self.text.find(" ", len(self.text) // 2)
        return (self.text, "") if middle < 0 else (self.text[:middle], self.text[middle:])


def as_pdf(
    pieces: Iterable[Piece], *, columns: int = 1, head: str = "", indent: str = "0pt"
) -> bytes:
    """A small book: running head, page numbers, footnotes, pictures with captions."""
    rows = [
        f'#set page(width: 148mm, height: 210mm, numbering: "1", header: [{_literal(head)}])',
        '#set text(size: 10pt, lang: "en", hyphenate: true)',
        f"#set par(justify: true, first-line-indent: {indent})",
        f"#set page(columns: {columns})",
        "#show heading: set text(size: 10pt)",
        f"#let picture = bytes(({', '.join(map(str, _picture()))}))",
        *(_set(piece) for piece in pieces),
    ]
    compiled = typst.compile("\n\n".join(rows).encode())
    assert isinstance(compiled, bytes)
    return compiled


def _set(piece: Piece) -> str:
    if piece.kind == "heading":
        return f"#heading[{_literal(piece.text)}]"
    if piece.kind == "caption":
        return (
            "#figure(image(picture, width: 40%), outlined: false, supplement: none, "
            f"numbering: none, caption: [{_literal(piece.text)}])"
        )
    before, after = piece.halves if piece.note else (piece.text, "")
    note = f"#footnote[{_literal(piece.note)}]" if piece.note else ""
    return f"{_literal(before)}{note}{_literal(after)}"


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\t", " ")
    return f'#"{escaped}"' if text else ""


def _picture() -> bytes:
    kept = io.BytesIO()
    Image.new("L", (60, 40), 200).save(kept, "PNG")
    return kept.getvalue()


def as_scans(pdf: bytes, *, dpi: int = DPI) -> list[bytes]:
    """Each page as a grey picture, as a scanner hands it over (PNG)."""
    document = pdfium.PdfDocument(pdf)
    scans = []
    for page in document:
        kept = io.BytesIO()
        page.render(scale=dpi / POINTS).to_pil().convert("L").save(kept, "PNG", dpi=(dpi, dpi))
        scans.append(kept.getvalue())
    return scans


def as_scanned_pdf(pdf: bytes, *, dpi: int = DPI) -> bytes:
    """The pages as pictures in a PDF that has no text layer."""
    pictures = [Image.open(io.BytesIO(scan)) for scan in as_scans(pdf, dpi=dpi)]
    kept = io.BytesIO()
    pictures[0].save(kept, "PDF", resolution=dpi, save_all=True, append_images=pictures[1:])
    return kept.getvalue()


def as_html(pieces: Iterable[Piece], *, title: str = "", lang: str = "en", around: str = "") -> str:
    """A page with an article; `around` is what stands before and after it."""
    body, notes = _html_body(pieces)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>p {{color: black}}</style></head><body>{around}<main><article>{body}"
        f'<section role="doc-endnotes"><ol>{notes}</ol></section></article></main>{around}'
        "</body></html>"
    )


def _html_body(pieces: Iterable[Piece]) -> tuple[str, str]:
    rows, notes = [], []
    for piece in pieces:
        if piece.kind == "heading":
            rows.append(f"<h2>{html.escape(piece.text)}</h2>")
        elif piece.kind == "caption":
            caption = f"<figcaption>{html.escape(piece.text)}</figcaption>"
            rows.append(f'<figure><img src="picture.png" alt="">{caption}</figure>')
        else:
            before, after = piece.halves if piece.note else (piece.text, "")
            call = ""
            if piece.note:
                number = len(notes) + 1
                call = f'<sup><a href="#note{number}" role="doc-noteref">{number}</a></sup>'
                notes.append(f'<li id="note{number}">{html.escape(piece.note)}</li>')
            rows.append(f"<p>{html.escape(before)}{call}{html.escape(after)}</p>")
    return "\n".join(rows), "".join(notes)


def as_epub(pieces: Sequence[Piece], *, title: str = "A book", lang: str = "en") -> bytes:
    """A book of two chapters, the second listed first in the zip."""
    half = len(pieces) // 2
    chapters = {"one": pieces[:half], "two": pieces[half:]}
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    book = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{html.escape(title)}</dc:title><dc:language>{lang}</dc:language>"
        f"<dc:date>2024-05-01</dc:date></metadata><manifest>{items}</manifest><spine>{order}</spine>"
        "</package>"
    )
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    files |= {f"OPS/{name}.xhtml": as_html(chapters[name]) for name in reversed(chapters)}
    return packed(files | {"OPS/book.opf": book})


def as_odt(pieces: Iterable[Piece]) -> bytes:
    """A text of the office that keeps ODF."""
    rows = []
    for piece in pieces:
        if piece.kind == "heading":
            rows.append(f'<text:h text:outline-level="1">{html.escape(piece.text)}</text:h>')
            continue
        before, after = piece.halves if piece.note else (piece.text, "")
        note = (
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{html.escape(piece.note)}</text:p></text:note-body></text:note>"
        )
        style = ' text:style-name="Caption"' if piece.kind == "caption" else ""
        middle = note if piece.note else ""
        rows.append(f"<text:p{style}>{html.escape(before)}{middle}{html.escape(after)}</text:p>")
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODT_SPACES}>'
        f"<office:body><office:text>{''.join(rows)}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def as_docx(pieces: Iterable[Piece]) -> bytes:
    """A Word document with real footnotes."""
    document = docx.Document()
    notes: list[str] = []
    for piece in pieces:
        if piece.kind == "heading":
            document.add_heading(piece.text, level=1)
            continue
        style = "Caption" if piece.kind == "caption" else None
        before, after = piece.halves if piece.note else (piece.text, "")
        paragraph = document.add_paragraph(before, style=style)
        if piece.note:
            notes.append(piece.note)
            call = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{len(notes)}"/></w:r>'
            paragraph._p.append(parse_xml(call))
            paragraph.add_run(after)
    if notes:
        _add_notes(document, notes)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _add_notes(document: docx.document.Document, notes: Sequence[str]) -> None:
    rows = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{html.escape(note)}</w:t></w:r></w:p>'
        "</w:footnote>"
        for number, note in enumerate(notes, start=1)
    )
    blob = f'<?xml version="1.0"?><w:footnotes {nsdecls("w")}>{rows}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip of these files."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            plain = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, content, plain)
    return kept.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A picture that claims to be this large and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1_000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
