"""A petition as DOCX, so that whoever sends it can finish it; with the group's template, if any.

The template is a document with Jinja tags that loops over `blocks`, each with `kind`, `label` and
`text`, and may print `title`.
"""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from khronika.editions.office import Told, blank, filled, fit
from khronika.editions.petition.block import Block, BlockKind, Document

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_STYLES = {
    BlockKind.TITLE: "Heading 1",
    BlockKind.PAGE: "Heading 1",
    BlockKind.HEADING: "Heading 2",
    BlockKind.ITEM: "List Bullet",
}
SAMPLE = tuple(Block(kind, "Ж & <b>", "Ж & <b>") for kind in BlockKind)


def docx(document: Document, told: Told, *, template: bytes = b"") -> bytes:
    """The document in the group's template, else in our own plain one."""
    return filled(template or our_template(document.lang), values_of(document), told)


def values_of(document: Document) -> dict[str, object]:
    """What a template sees."""
    blocks = [
        {"kind": one.kind.value, "label": fit(one.label), "text": fit(one.text)}
        for one in document.blocks
    ]
    return {"title": fit(document.title), "blocks": blocks}


@cache
def our_template(lang: str) -> bytes:
    """A document that prints every kind of block in its own style."""
    document = blank(lang)
    document.add_paragraph("{%p for one in blocks %}")
    for kind in BlockKind:
        document.add_paragraph(f'{{%p if one.kind == "{kind.value}" %}}')
        _show(document.add_paragraph(style=_STYLES.get(kind, "Normal")), kind)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _show(paragraph: "Paragraph", kind: BlockKind) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - an extra

    shape = paragraph.paragraph_format
    shape.page_break_before = kind is BlockKind.PAGE or None
    if kind is BlockKind.FIELD:
        paragraph.add_run("{{ one.label }} ").bold = True
    run = paragraph.add_run("{{ one.text }}")
    if kind in {BlockKind.TITLE, BlockKind.PAGE, BlockKind.HEADING}:
        run.font.color.rgb = RGBColor(0, 0, 0)
    if kind in {BlockKind.LINE, BlockKind.SMALL}:
        shape.space_after = Pt(2)
    if kind is BlockKind.SMALL:
        run.font.size = Pt(8.5)
