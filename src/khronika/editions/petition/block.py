"""A petition before it has a format: blocks in order, which DOCX and PDF print alike."""

from dataclasses import dataclass, replace
from enum import StrEnum

from khronika.values.wording import Wording


class BlockKind(StrEnum):
    """How a block looks."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FIELD = "field"
    LINE = "line"
    SMALL = "small"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Block:
    """One block; `label` stands before the text of a field, a page block begins a page."""

    kind: BlockKind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A petition: what it is called, in which language, and its blocks."""

    title: str
    lang: str
    blocks: tuple[Block, ...]


def title(text: str) -> Block:
    """The title on the first page."""
    return Block(BlockKind.TITLE, text)


def heading(text: str) -> Block:
    """A heading."""
    return Block(BlockKind.HEADING, text)


def paragraph(text: str) -> Block:
    """A paragraph."""
    return Block(BlockKind.PARAGRAPH, text)


def item(text: str) -> Block:
    """A point of a list."""
    return Block(BlockKind.ITEM, text)


def line(text: str) -> Block:
    """A line of an address, without space around it."""
    return Block(BlockKind.LINE, text)


def small(text: str) -> Block:
    """A line in small type: sources, notes."""
    return Block(BlockKind.SMALL, text)


def field(label: str, text: str) -> Block:
    """A field of a form with what is known of it."""
    return Block(BlockKind.FIELD, text, label)


def with_colons(document: Document) -> Document:
    """The document with a colon behind every label, as its language puts it."""
    template = Wording.of(document.lang).gettext("{label}: {said}")
    blocks = (
        replace(one, label=template.format(label=one.label, said="").rstrip())
        if one.kind is BlockKind.FIELD
        else one
        for one in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def page(text: str) -> Block:
    """A title on a new page."""
    return Block(BlockKind.PAGE, text)
