"""What Word hides in a document: tables, boxes, changes, running heads."""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from khronika.intake import Limits, PartKind, read


def listed(write: Callable[[Document], object]) -> list[tuple[PartKind, str]]:
    document = docx.Document()
    write(document)
    kept = io.BytesIO()
    document.save(kept)
    reading = read(kept.getvalue(), limits=Limits())
    return [(one.kind, reading.text[one.start : one.end]) for one in reading.parts]


def test_a_table_is_read_row_by_row() -> None:
    def write(document: Document) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ("Name", "Term", "Alena", "6 years"), strict=True):
            cell.text = text

    assert listed(write) == [(PartKind.TABLE, "Name\tTerm\nAlena\t6 years")]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    def write(document: Document) -> None:
        gone = f"<w:del {nsdecls('w')}><w:r><w:delText>nine</w:delText></w:r></w:del>"
        new = f"<w:ins {nsdecls('w')}><w:r><w:t>six</w:t></w:r></w:ins>"
        paragraph = document.add_paragraph("Term: ")._p
        paragraph.append(parse_xml(gone))
        paragraph.append(parse_xml(new))

    assert listed(write) == [(PartKind.PARAGRAPH, "Term: six")]


def test_running_heads_stand_at_the_end() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Draft of the lawyer"
        document.add_paragraph("Alena was held.")

    assert listed(write) == [
        (PartKind.PARAGRAPH, "Alena was held."),
        (PartKind.MARGIN, "Draft of the lawyer"),
    ]


def test_the_title_is_read_and_the_day_of_the_file_is_not() -> None:
    document = docx.Document()
    document.core_properties.title = "An appeal"
    document.add_paragraph("Text.")
    kept = io.BytesIO()
    document.save(kept)
    reading = read(kept.getvalue(), limits=Limits())
    assert (reading.title, reading.date) == ("An appeal", None)
