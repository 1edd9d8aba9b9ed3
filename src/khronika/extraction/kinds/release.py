"""The end of custody: a term served, parole, an exchange."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, kept
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "release"


def facts(linked: Linked) -> Iterator[Found]:
    """The release these words tell of."""
    day = date_atom(linked.heard, linked.match)
    fields = kept(date=dated(linked.heard, day), kind=choice(linked.rule.sets.get("kind", "")))
    start, end = linked.span(day)
    yield Found(
        KIND, linked.people, fields, start, end, linked.rule.id, is_bare=linked.rule.is_bare
    )
