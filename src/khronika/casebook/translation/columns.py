"""Two columns, the original and the translation, as DOCX to work in and as a page to read.

Invariants:

- What comes back is put in its place by the marks in the first column, whatever was written beside.
- No clock and no author in the document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from khronika.casebook.translation.pair import UNTRANSLATED, Pair
from khronika.editions.office import Told, blank, fit, settled
from khronika.errors import KhronikaError
from khronika.values.wording import Wording

if TYPE_CHECKING:
    from docx.table import Table, _Cell

CHANGED = "●"
_WIDTHS = (30, 65, 65)  # millimetres, of the 160 between the margins
_MARK = re.compile(r"\b([0-9a-f]{12})\b")
_FILE = re.compile(r"texts/[a-z0-9-]+/[a-z0-9-]+\.[a-z]{2}\.md")


class NotOurColumns(KhronikaError):
    """A document holds no table of two columns that `translate` made."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} holds no table that `khronika translate` made, or the name of the text above "
            "it is gone. Make the columns again and copy the translation over."
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """A text and its translation: the original's file, both languages, the pairs, and the day."""

    file: str
    source_lang: str
    target_lang: str
    pairs: tuple[Pair, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back: the original's file, and marks with their translations, in order."""

    file: str
    rows: tuple[tuple[str, str], ...]


def as_docx(columns: Columns, wording: Wording) -> bytes:
    """The columns as a document; a changed paragraph has a mark before it and a shaded cell."""
    document = blank(columns.source_lang)
    document.add_heading(columns.file, level=2)
    document.add_paragraph(_legend(wording))
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, _heads(columns), strict=True):
        cell.text = text
    for number, pair in enumerate(columns.pairs, start=1):
        cells = table.add_row().cells
        for cell, text in zip(cells, _cells(number, pair), strict=True):
            cell.text = fit(text)
        if pair.changed:
            _shade(cells[1])
    _measure(table)
    made = BytesIO()
    document.save(made)
    return settled(made.getvalue(), Told(columns.file, columns.target_lang, columns.day))


def _measure(table: "Table") -> None:
    """A narrow column for the marks; the two texts share the rest."""
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def as_page(columns: Columns, wording: Wording) -> bytes:
    """The columns as a page that needs nothing beside it."""
    rows = "\n".join(
        _row(_cells(number, pair), columns, changed=pair.changed)
        for number, pair in enumerate(columns.pairs, start=1)
    )
    heads = "".join(f"<th>{escape(one)}</th>" for one in _heads(columns))
    return (
        f'<!DOCTYPE html>\n<html lang="{wording.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(columns.file)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(columns.file)}</h1>\n<p>{escape(_legend(wording))}</p>\n"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n"
        "</body>\n</html>\n"
    ).encode()


def from_docx(data: bytes, *, file: str) -> Returned:
    """What a translator wrote into the third column; raises `NotOurColumns`."""
    import docx  # noqa: PLC0415 - an extra

    try:
        document = docx.Document(BytesIO(data))
    except Exception as why:  # a stranger's file can fail in any way
        raise NotOurColumns(file) from why
    named = next((m[0] for p in document.paragraphs if (m := _FILE.search(p.text))), "")
    rows = [
        (found[1], row.cells[2].text.strip())
        for table in document.tables
        for row in table.rows
        if len(row.cells) == 3 and (found := _MARK.search(row.cells[0].text))
    ]
    if not named or not rows:
        raise NotOurColumns(file)
    return Returned(named, tuple(rows))


def translation_of(returned: Returned, originals: Sequence[str]) -> tuple[str, int]:
    """The translated text in the original's order, and how many paragraphs are not translated."""
    said = {mark: text for mark, text in returned.rows if text}
    texts = [" ".join(said.get(mark, "").split()) or UNTRANSLATED for mark in originals]
    return "\n\n".join(texts) + "\n", texts.count(UNTRANSLATED)


def _legend(wording: Wording) -> str:
    return wording.gettext(
        "{mark} before a paragraph: the original has changed since it was translated. Write into "
        "the last column and leave the first as it is."
    ).format(mark=CHANGED)


def _heads(columns: Columns) -> tuple[str, str, str]:
    return "", columns.source_lang, columns.target_lang


def _cells(number: int, pair: Pair) -> tuple[str, str, str]:
    changed = f"{CHANGED} " if pair.changed else ""
    return f"{changed}{number} {pair.mark}", pair.source, pair.translation


def _row(cells: Sequence[str], columns: Columns, *, changed: bool) -> str:
    begins = '<tr class="changed">' if changed else "<tr>"
    said = zip(cells, _languages(columns), strict=True)
    return begins + "".join(f"<td{lang}>{escape(text)}</td>" for text, lang in said) + "</tr>"


def _languages(columns: Columns) -> tuple[str, str, str]:
    source, target = columns.source_lang, columns.target_lang
    return "", f' lang="{source}" dir="auto"', f' lang="{target}" dir="auto"'


def _shade(cell: "_Cell") -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "F4E3B5")
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library has no other way


_STYLE = (
    "body{font-family:Georgia,serif;max-width:64em;margin:2em auto;padding:0 1em;line-height:1.5}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.5em .7em;"
    "vertical-align:top;text-align:start;white-space:pre-line}td:first-child{font:.75em monospace;"
    "color:#5d574e;width:7em}.changed td{background:#f4e3b5}"
)
