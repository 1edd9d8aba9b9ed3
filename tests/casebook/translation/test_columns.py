"""Two columns go out and come back, whatever stands in them."""

import io
import zipfile
from datetime import date

import docx
import pytest

from khronika.casebook.translation.columns import (
    CHANGED,
    Columns,
    NotOurColumns,
    as_docx,
    as_page,
    from_docx,
    translation_of,
)
from khronika.casebook.translation.pair import marks, pairs
from khronika.values.wording import Wording

FILE = "texts/biography/belova-alena.en.md"
ORIGINAL = "One & <two>.\n\n{{ three }}\n\nאבג four."
WORDING = Wording.of("de")


def columns(translation: str = "", known: tuple[str, ...] = ()) -> Columns:
    found = tuple(pairs(ORIGINAL, translation, known))
    return Columns(FILE, "en", "de", found, date(2026, 11, 22))


def with_translations(data: bytes, *said: str) -> bytes:
    """The document as a translator sends it back."""
    document, made = docx.Document(io.BytesIO(data)), io.BytesIO()
    for row, text in zip(document.tables[0].rows[1:], said, strict=False):
        row.cells[2].text = text
    document.save(made)
    return made.getvalue()


def test_what_is_written_in_the_last_column_comes_back_in_order() -> None:
    sent = with_translations(as_docx(columns(), WORDING), "Eins.", "", "Vier.\nUnd mehr.")
    returned = from_docx(sent, file="x.docx")
    assert returned.file == FILE
    assert translation_of(returned, marks(ORIGINAL)) == ("Eins.\n\n[…]\n\nVier. Und mehr.\n", 1)


def test_a_paragraph_finds_its_place_in_a_text_that_changed_meanwhile() -> None:
    sent = with_translations(as_docx(columns(), WORDING), "Eins.", "Drei.", "Vier.")
    now = "New.\n\nאבג four.\n\nOne & <two>."
    text, left = translation_of(from_docx(sent, file="x.docx"), marks(now))
    assert (text, left) == ("[…]\n\nVier.\n\nEins.\n", 1)


def test_changed_paragraphs_are_marked_in_both_forms() -> None:
    known = ("0" * 12, *marks(ORIGINAL)[1:])
    changed = columns("Eins.\n\nDrei.\n\nVier.", known)
    page = as_page(changed, WORDING).decode()
    assert page.count('class="changed"') == 1
    first = docx.Document(io.BytesIO(as_docx(changed, WORDING))).tables[0].rows[1].cells[0].text
    assert first.startswith(CHANGED)


def test_a_page_holds_words_and_no_markup_of_theirs() -> None:
    page = as_page(columns(), WORDING).decode()
    assert "One &amp; &lt;two&gt;." in page
    assert 'lang="en" dir="auto"' in page


def test_the_document_is_the_same_twice_and_names_nobody() -> None:
    assert as_docx(columns(), WORDING) == as_docx(columns(), WORDING)
    with zipfile.ZipFile(io.BytesIO(as_docx(columns(), WORDING))) as made:
        assert "<dc:creator></dc:creator>" in made.read("docProps/core.xml").decode()


@pytest.mark.parametrize("data", [b"no zip", b""])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(NotOurColumns, match=r"x\.docx"):
        from_docx(data, file="x.docx")


def test_a_document_without_our_table_is_refused() -> None:
    made = io.BytesIO()
    docx.Document().save(made)
    with pytest.raises(NotOurColumns):
        from_docx(made.getvalue(), file="x.docx")
