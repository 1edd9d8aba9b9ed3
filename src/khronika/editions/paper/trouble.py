"""What of a publication cannot be set as it stands, told before anything is set.

Invariants:

- No problem repeats a text; it names whom it is about and the kind of fact.
"""

from collections.abc import Iterator

from khronika.clearance.publication import Publication
from khronika.editions.paper.ageing import ages
from khronika.editions.paper.letters import LONGEST_NAME, lacking
from khronika.errors import Problem
from khronika.schema.claim import Claim
from khronika.schema.value import Text


def troubles(publication: Publication) -> tuple[Problem, ...]:
    """Every problem, in order."""
    found = (one for claim in publication.claims.values() for one in _of_claim(claim))
    of_texts = (
        _letters(text.subject or text.slot) for text in publication.prose if lacking(text.markdown)
    )
    ageing = (
        _ages(text.subject or text.slot)
        for text in publication.prose
        if ages(text.markdown, text.lang)
    )
    return tuple(sorted({*found, *of_texts, *ageing}))


def _of_claim(claim: Claim) -> Iterator[Problem]:
    texts = [one.text for one in claim.fields.values() if isinstance(one, Text)]
    if any(lacking(one) for one in texts):
        yield _letters(claim.subject)
    if claim.kind == "name" and any(len(one) > LONGEST_NAME for one in texts):
        yield Problem(
            claim.subject,
            "print.long-name",
            f"The name has more than {LONGEST_NAME} signs; printed matter cuts it short.",
            remedy="Write a shorter name beside it.",
        )


def _letters(place: str) -> Problem:
    return Problem(
        place,
        "print.no-letters",
        "A text holds letters that our fonts do not have; a lozenge stands for each in print.",
        remedy="Write it in Latin or Cyrillic letters beside.",
    )


def _ages(place: str) -> Problem:
    return Problem(
        place,
        "print.ageing-words",
        "A text tells a time by the day it was written, with a word such as recently or this year.",
        remedy="Write the day, the month or the year instead; print outlives the word.",
    )
