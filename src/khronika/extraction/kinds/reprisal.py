"""Dismissals and expulsions: pressure outside the courts."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "reprisal"


def facts(linked: Linked) -> Iterator[Found]:
    """The reprisal these words tell of."""
    day = date_atom(linked.heard, linked.match)
    fields = kept(
        kind=choice(linked.rule.sets["kind"]),
        date=dated(linked.heard, day),
        by=text(linked.word("by")),
    )
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
