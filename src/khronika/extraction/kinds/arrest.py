"""Arrests: that somebody was detained, arrested or carried off by the authorities, and when."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import agency_of, kept, place_of
from khronika.extraction.linking import Found, Linked, date_atom, dated

KIND = "arrest"


def facts(linked: Linked) -> Iterator[Found]:
    """The arrest these words tell of; words without a day of their own are bare."""
    if _is_prolonged(linked):
        return
    atom = date_atom(linked.heard, linked.match)
    is_noun = linked.rule.is_bare and "verb" not in linked.rule.sets
    if is_noun and atom is not None and atom.at > linked.match.end():
        atom = None
    date = dated(linked.heard, atom)
    fields = kept(date=date, place=place_of(linked), agency=agency_of(linked))
    start, end = linked.span(atom)
    yield Found(
        KIND,
        linked.people,
        fields,
        start,
        end,
        linked.rule.id,
        is_bare=linked.rule.is_bare and not date,
    )


def _is_prolonged(linked: Linked) -> bool:
    """Whether the words before say that an arrest goes on, which is none anew."""
    pattern = linked.heard.grammar.lists.get("arrest", {}).get("no_arrest")
    before = linked.heard.marked.low[: linked.match.start()]
    return pattern is not None and pattern.search(before) is not None
