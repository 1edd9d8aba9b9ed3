"""Finds words that somebody marked in the text they stand in."""

import re
from dataclasses import dataclass

from khronika.casebook.text_pages import TextPage

BEYOND = 2_000  # characters of the next page: a sentence runs on


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words stand: text[start:end]."""

    start: int
    end: int


def find_passage(text: str, page: TextPage, words: str, *, near: int | None) -> list[Found]:
    """Every place on the page where the words stand, whatever spaces are between them.

    With `near`, a place in the page, only the one that is nearest to it.
    """
    asked = r"\s+".join(map(re.escape, words.split()))
    if not asked:
        return []
    here = re.compile(asked)
    found = [
        Found(*one.span())
        for one in here.finditer(text, page.start, min(len(text), page.end + BEYOND))
        if one.start() < page.end
    ]
    if near is None or not found:
        return found
    return [min(found, key=lambda one: abs(one.start - page.start - near))]
