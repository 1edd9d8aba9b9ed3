"""Where somebody is held: the sort of custody, the place as named, from when or until when."""

import re
from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, first_listed, kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated, is_until
from khronika.extraction.sign import Sign
from khronika.schema.value import Text

KIND = "custody"
FREE = frozenset(("house-arrest", "ban-on-actions"))  # measures that have no institution


def facts(linked: Linked) -> Iterator[Found]:
    """The custody these words tell of; `start` and `end` as the rule says, else by its verb."""
    facility = linked.word("facility")
    kind = linked.rule.sets.get("kind") or first_listed(linked.heard, "custody", facility)
    if not kind:
        return
    atom = date_atom(linked.heard, linked.match, also_until=True)
    date = dated(linked.heard, atom)
    edge = linked.rule.sets.get("edge", "start")
    if atom is not None and edge == "start" and is_until(linked.heard, atom):
        edge = "end"
    fields = kept(
        kind=choice(kind),
        facility=None if kind in FREE else text(facility),
        place=_place(linked, facility),
        start=date if edge == "start" else None,
        end=date if edge == "end" else None,
    )
    start, end = linked.span(atom if edge != "none" else None)
    yield Found(
        KIND, linked.people, fields, start, end, linked.rule.id, is_bare=linked.rule.is_bare
    )


def _place(linked: Linked, facility: str) -> Text | None:
    """The town right behind the institution's name."""
    pattern = linked.heard.grammar.lists["link"].get("place")
    marked = linked.heard.marked
    if pattern is None or not facility:
        return None
    found = pattern.match(marked.raw, linked.match.end())
    return text(found["place"]) if found and not re.search(Sign.PERSON, found[0]) else None
