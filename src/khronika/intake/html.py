"""Reads HTML: the article first, what stands around it at the end.

So no word is lost, and no menu is taken for a fact of the article.
"""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser

from khronika.intake.composing import Composer, Said, spaced
from khronika.intake.decoding import decode
from khronika.intake.html_blocks import Block, blocks_of
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.main_text import main_range
from khronika.intake.reading import PartKind, Reading
from khronika.intake.unreadable import too_much
from khronika.values.date import InvalidDate, PartialDate

FORMAT = "html"
VERSION = "1"
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4_096
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Where pages say when they appeared; a day of change or of printing is another.
_DATES = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('meta[name="date"]', "content"),
    ('meta[name="DC.date"]', "content"),
    ('time[itemprop="datePublished"]', "datetime"),
    ("article time[datetime]", "datetime"),
)


def read(
    untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody, charset: str = ""
) -> Reading:
    """The text of a page; `charset` is the encoding its server named, if one did."""
    decoded = decode(untrusted, declared=declared_in(untrusted) or charset)
    if len(decoded.text) > limits.characters:  # a tree takes twenty times the page
        raise too_much()
    tree = LexborHTMLParser(decoded.text)
    blocks = blocks_of(tree.root) if tree.root else []
    composer = Composer(limits)
    compose_blocks(blocks, main_range(decoded.text, blocks), composer)
    tell(1, 1)
    said = said_by(tree)
    return composer.reading(form=FORMAT, version=VERSION, said=said, problems=decoded.problems)


def compose_blocks(blocks: Sequence[Block], main: range, composer: Composer) -> None:
    """Put the article, then each wording of what is around it once."""
    for at in main:
        if not blocks[at].is_furniture:
            composer.add_text(blocks[at].kind, blocks[at].text)
    around = (block.text for at, block in enumerate(blocks) if at not in main or block.is_furniture)
    for text in dict.fromkeys(around):
        composer.add_text(PartKind.MARGIN, text)


def declared_in(untrusted: bytes) -> str:
    """The encoding the page names in its head; empty if none."""
    head = untrusted[:_HEAD]
    found = _CHARSET.search(head) or _XML.search(head)
    return found[1].decode("ascii", "replace") if found else ""


def said_by(tree: LexborHTMLParser) -> Said:
    """Title, day of appearance and language, as the page says."""
    root = tree.css_first("html")
    lang = (root.attributes.get("lang") or "")[:2].lower() if root else ""
    return Said(next(_titles(tree), ""), next(_days(tree), None), lang if lang.isalpha() else "")


def _titles(tree: LexborHTMLParser) -> Iterator[str]:
    shared = tree.css_first('meta[property="og:title"]')
    if shared and (title := spaced(shared.attributes.get("content") or "")):
        yield title
    for tag in ("title", "h1"):
        node = tree.css_first(tag)
        if node and (title := spaced(node.text())):
            yield title


def _days(tree: LexborHTMLParser) -> Iterator[PartialDate]:
    for selector, name in _DATES:
        node = tree.css_first(selector)
        found = _DAY.match((node.attributes.get(name) or "").strip()) if node else None
        try:
            if found:
                yield PartialDate.parse(found[0])
        except InvalidDate:
            continue
