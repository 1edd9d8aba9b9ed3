"""The little Markdown that editors write texts in: read once, printed as HTML or handed to paper.

Paragraphs, headings, lists, quotations, *emphasis*, **strong** and [links](https://…). Everything
else prints as written. What is not known to be safe is escaped first, so no text of an editor or a
source becomes markup of its own.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from khronika.editions.show import link_to

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_STRONG = re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*")
_EMPHASIS = re.compile(r"(?<!\*)\*(\S(?:[^*\n]*\S)?)\*(?!\*)")
_ITEM = re.compile(r"[-*] +")
_HEADING = re.compile(r"#{1,6} +")


class Form(StrEnum):
    """What a block of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line; `href` is empty where it leads nowhere."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text and its lines: one, but for lists."""

    form: Form
    lines: tuple[tuple[Span, ...], ...]


def blocks(markdown: str) -> tuple[Block, ...]:
    """The text taken apart."""
    parts = re.split(r"\n\s*\n", markdown.replace("\r\n", "\n").strip())
    return tuple(_block(part.strip()) for part in parts if part.strip())


def to_html(markdown: str) -> str:
    """The text as HTML blocks; headings begin at the third level, below those of the page."""
    return "\n".join(map(_printed, blocks(markdown)))


def _block(block: str) -> Block:
    lines = block.split("\n")
    if len(lines) == 1 and _HEADING.match(block):
        return Block(Form.HEADING, (_spans(_HEADING.sub("", block, count=1)),))
    if all(_ITEM.match(line) for line in lines):
        return Block(Form.LIST, tuple(_spans(_ITEM.sub("", line, count=1)) for line in lines))
    if all(line.startswith(">") for line in lines):
        return Block(Form.QUOTE, (_spans(" ".join(line[1:].strip() for line in lines)),))
    return Block(Form.PARAGRAPH, (_spans(" ".join(line.strip() for line in lines)),))


def _spans(text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    place = 0
    for one in _LINK.finditer(text):
        found.extend(_strong(text[place : one.start()], ""))
        href = link_to(one[2])
        found.extend(_strong(one[1] if href else one[0], href))
        place = one.end()
    found.extend(_strong(text[place:], ""))
    return tuple(found)


def _strong(text: str, href: str) -> Iterator[Span]:
    place = 0
    for one in _STRONG.finditer(text):
        yield from _emphasis(text[place : one.start()], href, strong=False)
        yield from _emphasis(one[1], href, strong=True)
        place = one.end()
    yield from _emphasis(text[place:], href, strong=False)


def _emphasis(text: str, href: str, *, strong: bool) -> Iterator[Span]:
    place = 0
    for one in _EMPHASIS.finditer(text):
        if one.start() > place:
            yield Span(text[place : one.start()], strong=strong, href=href)
        yield Span(one[1], strong=strong, emphasis=True, href=href)
        place = one.end()
    if place < len(text):
        yield Span(text[place:], strong=strong, href=href)


def _printed(block: Block) -> str:
    lines = ["".join(map(_inline, line)) for line in block.lines]
    match block.form:
        case Form.HEADING:
            return f"<h3>{lines[0]}</h3>"
        case Form.LIST:
            return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
        case Form.QUOTE:
            return f"<blockquote><p>{lines[0]}</p></blockquote>"
        case Form.PARAGRAPH:
            return f"<p>{lines[0]}</p>"


def _inline(span: Span) -> str:
    said = html.escape(span.text, quote=False)
    if span.emphasis:
        said = f"<em>{said}</em>"
    if span.strong:
        said = f"<strong>{said}</strong>"
    return f'<a href="{html.escape(span.href)}" rel="noreferrer">{said}</a>' if span.href else said
