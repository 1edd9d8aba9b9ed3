"""The little Markdown that editors write texts in, made HTML that can do no harm.

Paragraphs, headings, lists, quotations, *emphasis*, **strong** and [links](https://…). Everything
else prints as written. What is not known to be safe is escaped first, so no text of an editor or a
source becomes markup of its own.
"""

import html
import re

from khronika.editions.show import link_to

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_STRONG = re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*")
_EMPHASIS = re.compile(r"(?<!\*)\*(\S(?:[^*\n]*\S)?)\*(?!\*)")
_ITEM = re.compile(r"[-*] +")
_HEADING = re.compile(r"#{1,6} +")


def to_html(markdown: str) -> str:
    """The text as HTML blocks; headings begin at the third level, below those of the page."""
    blocks = re.split(r"\n\s*\n", markdown.replace("\r\n", "\n").strip())
    return "\n".join(_block(block.strip()) for block in blocks if block.strip())


def _block(block: str) -> str:
    lines = block.split("\n")
    if len(lines) == 1 and _HEADING.match(block):
        return f"<h3>{_inline(_HEADING.sub('', block, count=1))}</h3>"
    if all(_ITEM.match(line) for line in lines):
        items = "".join(f"<li>{_inline(_ITEM.sub('', line, count=1))}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    if all(line.startswith(">") for line in lines):
        quoted = " ".join(line[1:].strip() for line in lines)
        return f"<blockquote><p>{_inline(quoted)}</p></blockquote>"
    return f"<p>{_inline(' '.join(line.strip() for line in lines))}</p>"


def _inline(text: str) -> str:
    parts = []
    place = 0
    for found in _LINK.finditer(text):
        parts.append(_marked(text[place : found.start()]))
        parts.append(_link(found))
        place = found.end()
    return "".join([*parts, _marked(text[place:])])


def _link(found: re.Match[str]) -> str:
    href = link_to(found[2])
    if not href:
        return _marked(found[0])
    return f'<a href="{html.escape(href)}" rel="noreferrer">{_marked(found[1])}</a>'


def _marked(text: str) -> str:
    safe = html.escape(text, quote=False)
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", safe))
