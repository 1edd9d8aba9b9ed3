"""Searches of somebody's home or workplace."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import agency_of, kept, place_of
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "search"


def facts(linked: Linked) -> Iterator[Found]:
    """The search these words tell of."""
    day = date_atom(linked.heard, linked.match)
    fields = kept(date=dated(linked.heard, day), place=place_of(linked), agency=agency_of(linked))
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
