"""Who recognised somebody as a political prisoner or a prisoner of conscience."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, first_listed, kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "recognition"
OURSELVES = "editors"


def facts(linked: Linked) -> Iterator[Found]:
    """The recognition these words tell of; "we" are the editors of the document."""
    marked = linked.heard.marked
    by = linked.word("by")
    status = first_listed(linked.heard, "recognition", linked.match[0]) or "political-prisoner"
    if not by and linked.rule.sets.get("by") != OURSELVES:
        begin, end = linked.match.span()
        by = _body(linked, marked.raw[max(0, begin - 110) : end])
        by = by or _body(linked, marked.raw[end : end + 60])
    if not by and linked.rule.sets.get("by") != OURSELVES:
        return
    by = by or linked.heard.story.ourselves or OURSELVES
    day = date_atom(linked.heard, linked.match)
    fields = kept(by=text(by), status=choice(status), date=dated(linked.heard, day))
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)


def _body(linked: Linked, words: str) -> str:
    """The last recognising body these words name."""
    pattern = linked.heard.grammar.lists["bodies"]["body"]
    found = list(pattern.finditer(words))
    return found[-1][0] if found else ""
