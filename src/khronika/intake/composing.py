"""Puts a text together from parts and words, so that each offset leads back to its page and box.

Invariants:

- Parts are divided by a blank line, words by one space; nothing else is added.
- Signs nobody sees (soft hyphens, joiners, controls) are left out, and halves of signs marked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from khronika.errors import Problem
from khronika.intake.heading import is_loud
from khronika.intake.language import language_of
from khronika.intake.limits import Limits
from khronika.intake.reading import SURE, Box, Part, PartKind, Places, Reading
from khronika.intake.unreadable import too_much
from khronika.values.date import PartialDate

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # figures that are no part of the word before
BETWEEN_PARTS = "\n\n"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[^\S\n\t]+")


@dataclass(frozen=True, slots=True)
class Word:
    """Words that stand together, where they stand, and how surely they were read.

    `joined` says that no space stands before them.
    """

    text: str
    box: Box | None = None
    sure: int = SURE
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of itself."""

    title: str = ""
    date: PartialDate | None = None
    lang: str = ""


NOTHING_SAID = Said()


def seen(text: str) -> str:
    """The text without the signs nobody sees."""
    return _HALVES.sub("\ufffd", _UNSEEN.sub("", text))


def spaced(text: str) -> str:
    """The text with one space wherever white space stood."""
    return " ".join(seen(text).split())


class Composer:
    """A text in the making."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._parts: list[Part] = []
        self._places = Places()

    def add(
        self,
        kind: PartKind,
        words: Iterable[Word],
        *,
        date: PartialDate | None = None,
        by: str = "",
    ) -> None:
        """Put the next part; one without words is left out."""
        start = self._length + (len(BETWEEN_PARTS) if self._parts else 0)
        pieces, places = self._laid(words, start)
        text = "".join(pieces)
        if not text:
            return
        if self._parts:
            self._pieces.append(BETWEEN_PARTS)
        self._pieces.append(text)
        self._length = start + len(text)
        if self._length > self._limits.characters:
            raise too_much()
        for where, word in places:
            if word.box:
                self._places.add(where, where + len(word.text), box=word.box, sure=word.sure)
        boxes = self._places.boxes(start, self._length)
        self._parts.append(Part(kind, start, self._length, boxes, date=date, by=by))

    def add_text(
        self, kind: PartKind, text: str, *, date: PartialDate | None = None, by: str = ""
    ) -> None:
        """Put a part that has no places; lines and tabs within it stay.

        A paragraph in capitals is a heading, whatever it was marked as.
        """
        lines = (_SPACE.sub(" ", line).strip(" ") for line in seen(text).strip().splitlines())
        said = "\n".join(lines)
        loud = kind is PartKind.PARAGRAPH and is_loud(said)
        self.add(PartKind.HEADING if loud else kind, [Word(said)], date=date, by=by)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put yet."""
        return not self._parts

    def reading(
        self,
        *,
        form: str,
        version: str,
        said: Said = NOTHING_SAID,
        problems: Iterable[Problem] = (),
    ) -> Reading:
        """The finished reading; where the document names no language it is told by its words."""
        text = "".join(self._pieces)
        return Reading(
            text=text,
            format=form,
            reader=form,
            version=version,
            parts=tuple(self._parts),
            title=spaced(said.title),
            date=said.date,
            lang=said.lang or language_of(text),
            problems=tuple(sorted(problems)),
            places=self._places,
        )

    @staticmethod
    def _laid(words: Iterable[Word], start: int) -> tuple[list[str], list[tuple[int, Word]]]:
        pieces: list[str] = []
        places: list[tuple[int, Word]] = []
        at = start
        for word in words:
            text = seen(word.text)
            if not text:
                continue
            if pieces and not word.joined:
                pieces.append(" ")
                at += 1
            pieces.append(text)
            places.append((at, word if text == word.text else replace(word, text=text)))
            at += len(text)
        return pieces, places
