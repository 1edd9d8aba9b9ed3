"""Sessions of a court: held, put off, or to come."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, court_name, court_of, kept
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "hearing"


def facts(linked: Linked) -> Iterator[Found]:
    """The hearing these words tell of, if they give its day."""
    day = date_atom(linked.heard, linked.match)
    date = dated(linked.heard, day)
    if date is None:
        return
    court = court_name(court_of(linked.heard, linked.match))
    fields = kept(date=date, court=court, outcome=choice(linked.rule.sets.get("outcome", "")))
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
