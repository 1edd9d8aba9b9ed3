"""Walks the tree of an HTML page once and hands out its blocks of text in the order of reading.

Invariants:

- A note, wherever it is written, stands behind the block that calls it, and the raised figure that
  calls it is left out.
- The walk takes time and memory in proportion to the page, however deep it is nested.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from khronika.intake.composing import RAISED
from khronika.intake.html_tag import (
    CELLS,
    DIVIDING,
    UNREAD,
    is_call,
    is_furniture,
    is_hidden,
    is_mark,
    is_note,
    kind_of,
)
from khronika.intake.reading import PartKind

LONGEST_CELL = 300  # characters; what holds more is no cell but a column of a page
_SPACE = re.compile(r"\s+")
_BREAKS = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page; `is_furniture` where it stands around the article."""

    kind: PartKind
    text: str
    is_furniture: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is known inside an element."""

    tag: str
    kind: PartKind = PartKind.PARAGRAPH
    is_furniture: bool = False
    is_verbatim: bool = False
    is_diverted: bool = False


@dataclass(slots=True)
class _Page:
    """The blocks so far, and the row of a table that is open."""

    blocks: list[Block] = field(default_factory=list)
    row: list[list[Block]] | None = None
    table: list[str] = field(default_factory=list)

    def put(self, block: Block) -> None:
        if self.row:
            self.row[-1].append(block)
            return
        self.end_table()
        self.blocks.append(block)

    def spill(self) -> None:
        """What was taken for a row is none: its cells are columns of the page."""
        cells, self.row = self.row or [], None
        for block in (block for cell in cells for block in cell):
            self.put(block)

    def end_row(self) -> None:
        cells = self.row or []
        said = [" ".join(block.text.replace("\n", " ") for block in cell) for cell in cells]
        plain = all(block.kind is PartKind.PARAGRAPH for cell in cells for block in cell)
        if len(cells) < 2 or not plain or max(map(len, said)) > LONGEST_CELL:
            self.spill()
            return
        self.row = None
        if any(said):
            self.table.append("\t".join(said))

    def end_table(self) -> None:
        if self.table:
            self.blocks.append(Block(PartKind.TABLE, "\n".join(self.table)))
            self.table = []


def blocks_of(root: LexborNode) -> list[Block]:
    """The blocks below this element."""
    walk = _Walk()
    node: LexborNode | None = root
    depth = 0
    while node is not None:
        child = node.first_child if walk.enter(node) else None
        if child is not None:
            node, depth = child, depth + 1
            continue
        walk.leave(node)
        while node is not None and node.next is None and depth:
            node, depth = node.parent, depth - 1
            if node is not None:
                walk.leave(node)
        node = node.next if node is not None and depth else None
    return walk.finished()


class _Walk:
    """Goes through the tree and keeps what is open."""

    def __init__(self) -> None:
        self._page = _Page()
        self._frames = [_Frame("")]
        self._said: list[str] = []
        self._set_by: list[list[str]] = []
        self._notes: list[Block] = []

    def finished(self) -> list[Block]:
        self._end_block()
        self._page.spill()
        self._page.end_table()
        return self._page.blocks

    def enter(self, node: LexborNode) -> bool:
        """Begin an element or take a text; whether there is anything to read inside."""
        if node.is_text_node:
            self._say(node.text_content or "")
            return False
        tag = node.tag or ""
        if not node.is_element_node or tag in UNREAD:
            return not node.is_element_node and not node.is_comment_node
        if tag == "br":
            self._said.append("\n")
            return False
        return self._begin(node, tag)

    def _begin(self, node: LexborNode, tag: str) -> bool:
        attributes = node.attributes
        if is_hidden(attributes) or self._is_call(node, tag):
            return False
        around = self._frames[-1]
        frame = _Frame(
            tag,
            kind_of(tag, attributes, around.kind),
            is_furniture=around.is_furniture
            or (is_furniture(tag, attributes) and not is_note(attributes)),
            is_verbatim=around.is_verbatim or tag == "pre",
            is_diverted=tag not in DIVIDING and is_note(attributes),
        )
        if tag in DIVIDING:
            self._end_block()
            self._begin_cell(tag)
        elif frame.is_diverted:
            self._set_by.append(self._said)
            self._said = []
        self._frames.append(replace(frame, tag=f"{tag}#{node.mem_id}"))
        return True

    def leave(self, node: LexborNode) -> None:
        """End an element, if it was begun."""
        if self._frames[-1].tag != f"{node.tag}#{node.mem_id}":
            return
        tag = node.tag or ""
        if tag in DIVIDING:
            self._end_block()
        elif self._frames[-1].is_diverted:
            self._notes += self._blocks()
            self._said = self._set_by.pop()
        self._frames.pop()
        if tag == "tr" and self._page.row is not None:
            self._page.end_row()
        elif tag == "table":
            self._page.end_table()

    def _is_call(self, node: LexborNode, tag: str) -> bool:
        """Whether this calls a note; a raised figure that calls none is said as one."""
        if tag not in ("sup", "a", "span"):
            return False
        child = node.first_child
        text = node.text() if child is None or child.next is None else ""
        if tag == "sup" and is_mark(text) and (child is None or child.is_text_node):
            self._said.append(text.strip().translate(RAISED))
            return True
        return is_call(node.attributes, text) or (tag == "sup" and is_mark(text))

    def _begin_cell(self, tag: str) -> None:
        if tag == "table":
            self._page.spill()
        elif tag == "tr":
            self._page.spill()
            self._page.row = []
        elif tag in CELLS and self._page.row is not None:
            self._page.row.append([])

    def _say(self, text: str) -> None:
        verbatim = self._frames[-1].is_verbatim
        self._said.append(text if verbatim else _SPACE.sub(" ", text))

    def _end_block(self) -> None:
        for block in self._blocks():
            self._page.put(block)
        for note in self._notes:
            self._page.put(note)
        self._notes = []

    def _blocks(self) -> Iterator[Block]:
        """What was said since the last block ended; two breaks in a row divide it."""
        said, self._said = "".join(self._said), []
        frame = self._frames[-1]
        for text in _BREAKS.split(said):
            if text.strip():
                yield Block(frame.kind, text.strip(), frame.is_furniture)
