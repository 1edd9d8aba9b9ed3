"""When and where somebody was born."""

import re
from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, text
from khronika.extraction.linking import Found, Linked, dated
from khronika.extraction.sign import Sign

KIND = "birth"
BEHIND = 110  # characters behind "born" in which day and place stand
STOP = re.compile(r"[;!?]|\.(?!\w)|, (?:and|who|where|he|she|где|но|wo|où)")


def facts(linked: Linked) -> Iterator[Found]:
    """The birth these words tell of, if they give a day, a year or a place."""
    marked, begin = linked.heard.marked, linked.match.end()
    stop = STOP.search(marked.low, begin, begin + BEHIND)
    end = stop.start() if stop else min(len(marked.low), begin + BEHIND)
    days = list(marked.between(linked.match.start(), end, Sign.DATE))
    place = linked.word("place")
    if not place:
        pattern = linked.heard.grammar.lists["link"].get(
            "birthplace"
        ) or linked.heard.grammar.lists["link"].get("place")
        found = pattern.search(marked.raw, begin, end) if pattern else None
        place = found["place"] if found else ""
    date = dated(linked.heard, days[0]) if days and days[0].date and days[0].date.year else None
    if date is None and not place:
        return
    start, finish = linked.span(days[0] if days else None)
    yield Found(
        KIND, linked.people, kept(date=date, place=text(place)), start, finish, linked.rule.id
    )
