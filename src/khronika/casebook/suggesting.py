"""Lays out a kept text for reading: its pages, what it seems to say, and its words to be found by.

Invariants:

- All of it stands beside the record; without it the text is laid out anew.
- What is sealed by its nature is proposed to nobody, and what somebody answered is not asked again.
"""

from dataclasses import dataclass
from pathlib import Path

from khronika import __version__
from khronika.casebook.cache import Cache
from khronika.casebook.casebook import Casebook
from khronika.casebook.text_pages import keep_pages, kept_pages, pages_of
from khronika.casebook.word_index import keep_words
from khronika.extraction.proposal import Context, KnownPerson, Proposal
from khronika.extraction.propose import propose
from khronika.intake.reading import Reading
from khronika.review.suggestion import State, Suggestion
from khronika.schema.claim import Claim
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

EXTRACTOR = f"extraction {__version__}"


@dataclass(frozen=True, slots=True)
class Kept:
    """A text in the vault, by its hash, whose it is, and when its source was made."""

    source: SubjectId
    text: str
    date: PartialDate | None = None


def plain(text: str) -> Reading:
    """A text that was typed or pasted, as its own reading."""
    return Reading(text, format="text", reader="", version="")


def is_laid_out(folder: Path, text: str) -> bool:
    """Whether there are pages and proposals of the text of this hash."""
    return bool(kept_pages(folder, text)) and Cache(folder).is_proposed(text, EXTRACTOR)


def keep_aside(
    casebook: Casebook, kept: Kept, *, reading: Reading, known: tuple[KnownPerson, ...]
) -> int:
    """Lay out the text; how many things it seems to say that nobody has answered."""
    folder, pages = casebook.settings.folder, pages_of(reading)
    pieces = ((one.number, reading.text[one.start : one.end]) for one in pages)
    keep_words(folder, kept.text, pieces)
    parts = () if reading.format == "text" else reading.parts
    context = Context(kept.date or reading.date, people=known, parts=parts)
    found = [one for one in propose(reading.text, context) if not _is_sealed(one, kept.source)]
    cache = Cache(folder)
    answered = {
        _said(one.proposal)
        for one in cache.suggestions(text=kept.text)
        if one.state is not State.OPEN and one.extractor != EXTRACTOR
    }
    new = [one for one in found if _said(one) not in answered]
    cache.propose(
        kept.text, EXTRACTOR, (Suggestion(one, kept.source, kept.text, EXTRACTOR) for one in new)
    )
    keep_pages(folder, kept.text, pages)  # last: a text with pages is laid out
    return len(new)


def _said(proposal: Proposal) -> tuple[str, str, str, int, int]:
    return (
        proposal.person, proposal.kind, str(sorted(map(str, proposal.fields.items()))),
        proposal.start, proposal.end,
    )  # fmt: skip


def _is_sealed(proposal: Proposal, source: SubjectId) -> bool:
    claim = Claim(source, proposal.kind, dict(proposal.fields), Passage(source))
    return nature(claim).least is Visibility.SEALED
