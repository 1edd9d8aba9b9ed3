"""Moves from one institution to another."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, place_of, text
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "transfer"


def facts(linked: Linked) -> Iterator[Found]:
    """The move these words tell of, with the institution or the town it led to."""
    day = date_atom(linked.heard, linked.match)
    to, place = text(linked.word("to")), place_of(linked)
    if to is None and place is None:
        return
    fields = kept(date=dated(linked.heard, day), to=to, place=place)
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
