"""Steps of a case before the verdict: a case opened, remand, extension, another measure."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, court_name, court_of, kept
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.extraction.marking import Atom

KIND = "step"


def facts(linked: Linked) -> Iterator[Found]:
    """The step these words tell of; one for each day, where several days are named in a row."""
    court = court_of(linked.heard, linked.match)
    for day in _days(linked):
        fields = kept(
            kind=choice(linked.rule.sets["kind"]),
            date=dated(linked.heard, day),
            court=court_name(court),
        )
        start, end = linked.span(day)
        yield Found(KIND, linked.people, fields, start, end, linked.rule.id)


def _days(linked: Linked) -> list[Atom | None]:
    day = date_atom(linked.heard, linked.match)
    if day is None:
        return [None]
    low = linked.heard.marked.low
    days = [day]
    for atom in reversed(linked.heard.marked.atoms):
        gap = low[atom.at + 1 : days[0].at] if atom.at < days[0].at else ""
        if atom.date and gap.strip() in ("and", "и", "und", "et", ",") and gap:
            days.insert(0, atom)
    return list(days)
