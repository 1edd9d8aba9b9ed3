"""Reads plain text.

Invariants:

- The text is what the bytes decode to, sign for sign, so that offsets point into the file itself:
  line ends stay as they are, and only a NUL is marked by U+FFFD.
"""

import re
from collections.abc import Iterator

from khronika.errors import Problem
from khronika.intake.decoding import decode
from khronika.intake.heading import is_heading
from khronika.intake.language import language_of
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.reading import Part, PartKind, Reading
from khronika.intake.unreadable import too_much

FORMAT = "text"
VERSION = "1"
_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?(?:[^\S\n]*\n(?!\s*\n)\s*?\S(?:[^\n]*\S)?)*")
_NUL = "\x00"


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text as it stands, each paragraph a part."""
    decoded = decode(untrusted)
    problems = list(decoded.problems)
    text = decoded.text
    if len(text) > limits.characters:
        raise too_much()
    if _NUL in text:
        problems.append(_nul())
        text = text.replace(_NUL, "\ufffd")
    tell(1, 1)
    return Reading(
        text=text,
        format=FORMAT,
        reader=FORMAT,
        version=VERSION,
        parts=tuple(_parts(text)),
        lang=language_of(text),
        problems=tuple(sorted(problems)),
    )


def _parts(text: str) -> Iterator[Part]:
    for found in _PARAGRAPH.finditer(text):
        kind = PartKind.HEADING if is_heading(found[0]) else PartKind.PARAGRAPH
        yield Part(kind, found.start(), found.end())


def _nul() -> Problem:
    return Problem(
        "",
        "intake.nul",
        "The text holds NUL bytes, which no text has.",
        "It was read on, each marked \ufffd; look whether the file is whole.",
    )
