"""How old somebody is, where the document gives a number."""

import re
from collections.abc import Iterator

from khronika.extraction.amount import number_of
from khronika.extraction.kinds.circumstance import kept
from khronika.extraction.linking import Found, Linked

KIND = "age"
YOUNGEST, OLDEST = 12, 105  # whoever is younger or older is in no dock; it is a tale of childhood


def facts(linked: Linked) -> Iterator[Found]:
    """The age these words give; it is that of the day the document was made."""
    number = _number(linked)
    if not YOUNGEST <= number <= OLDEST:
        return
    start, end = linked.span()
    at = linked.heard.story.document
    yield Found(KIND, linked.people, kept(value=number, at=at), start, end, linked.rule.id)


def _number(linked: Linked) -> int:
    """The years in figures or words, or those of a term ("25 years")."""
    if "term" not in linked.rule.pattern.groupindex:
        return number_of(re.sub(r"\W+", "", linked.word("age")))
    term = linked.heard.marked.atom_at(linked.match.start("term")).term
    return term.years if term is not None and term.months_total == term.years * 12 else 0
