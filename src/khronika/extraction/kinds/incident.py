"""What was done to somebody in custody: torture, the punishment cell, care withheld."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, kept, place_of
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "incident"


def facts(linked: Linked) -> Iterator[Found]:
    """The incident these words tell of, of the kind the rule names."""
    day = date_atom(linked.heard, linked.match)
    fields = kept(
        kind=choice(linked.rule.sets["kind"]), date=dated(linked.heard, day), place=place_of(linked)
    )
    start, end = linked.span(day)
    yield Found(
        linked.rule.sets.get("as", KIND),
        linked.people,
        fields,
        start,
        end,
        linked.rule.id,
        is_bare=linked.rule.is_bare,
    )
