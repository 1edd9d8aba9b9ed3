"""Lists of the state: of "terrorists and extremists", of "foreign agents", wanted lists."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.schema.value import Key

KIND = "listing"


def facts(linked: Linked) -> Iterator[Found]:
    """The list somebody was put on: a row of the vocabulary where the rule knows it."""
    key = linked.rule.sets.get("list", "")
    day = date_atom(linked.heard, linked.match)
    named = Key("list", key) if key else text(linked.word("list"))
    fields = kept(list=named, date=dated(linked.heard, day))
    start, end = linked.span(day)
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
