"""Where a source says it."""

from dataclasses import dataclass

from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Passage:
    """The exact place in one source.

    `quote` is verbatim; where we hold no text or may not quote, `section` and `page` lead there.
    `text` is the hash of the vault text that `start` and `end` point into (offsets in characters);
    the three are no part of a claim's identity, so a better reading of the same page changes none.
    """

    source: SubjectId
    section: str = ""
    page: str = ""
    quote: str = ""
    text: str = ""
    start: int | None = None
    end: int | None = None
