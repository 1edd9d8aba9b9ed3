"""Requests to hand somebody over to another country, and what became of them."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, kept
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "extradition"


def facts(linked: Linked) -> Iterator[Found]:
    """The extradition these words tell of, in the state the rule names."""
    day = date_atom(linked.heard, linked.match)
    fields = kept(state=choice(linked.rule.sets["state"]), date=dated(linked.heard, day))
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
