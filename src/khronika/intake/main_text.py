"""Tells which blocks of a page are its article.

A library that finds main texts is asked, and may drop a list, a note or a caption; so it only says
where the article begins and ends: whatever stands between belongs to it.
"""

import re
from collections.abc import Sequence

from khronika.intake.html_blocks import Block
from khronika.intake.reading import PartKind

LARGEST = 2_000_000  # characters; beyond it the whole page is read, as finding would take minutes
_LEAST = 0.3  # of a page's words: a main text of less was not found
_NEAR = 6  # blocks between the heading of an article and its first paragraph
_SPACE = re.compile(r"\W+")
_SHOWN = 80  # characters that tell one paragraph from another


def main_range(page: str, blocks: Sequence[Block]) -> range:
    """The blocks of the article, headings and all; every block where it cannot be told."""
    whole = range(len(blocks))
    if len(page) > LARGEST:
        return whole
    found = _plain(_extracted(page))
    kept = [at for at, block in enumerate(blocks) if _is_in(block, found)]
    size = sum(len(blocks[at].text) for at in kept)
    if not kept or size < _LEAST * sum(len(one.text) for one in blocks if not one.is_furniture):
        return whole
    return range(_with_heading(blocks, kept[0]), _with_notes(blocks, kept[-1]) + 1)


def _extracted(page: str) -> str:
    import trafilatura  # noqa: PLC0415 - slow to load, and many documents are no pages

    return trafilatura.extract(page, favor_recall=True, include_comments=False) or ""


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).casefold()


def _is_in(block: Block, found: str) -> bool:
    said = _plain(block.text).strip()[:_SHOWN]
    return len(said) > 20 and not block.is_furniture and said in found


def _with_heading(blocks: Sequence[Block], first: int) -> int:
    """Where the article's heading stands, if it is near; else the first paragraph."""
    for at in range(max(0, first - _NEAR), first):
        if blocks[at].kind is PartKind.HEADING and not blocks[at].is_furniture:
            return at
    return first


def _with_notes(blocks: Sequence[Block], last: int) -> int:
    """The last of the notes and captions that follow the article."""
    while last + 1 < len(blocks) and blocks[last + 1].kind in (PartKind.FOOTNOTE, PartKind.CAPTION):
        last += 1
    return last
