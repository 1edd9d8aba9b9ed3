"""What the prosecutor asked the court for."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, first_listed, kept
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.extraction.sign import Sign

KIND = "demand"
BEHIND = 60  # characters behind the term in which its regime stands


def facts(linked: Linked) -> Iterator[Found]:
    """The term or sum that was asked for."""
    marked = linked.heard.marked
    inside = [atom for atom in marked.atoms if linked.match.start() <= atom.at < linked.match.end()]
    terms = [atom for atom in inside if atom.sign is Sign.TERM]
    if not terms:
        return
    words = marked.low[linked.match.start() : linked.match.end() + BEHIND]
    is_suspended = linked.heard.grammar.lists["penalty"]["suspended"].search(words) is not None
    day = date_atom(linked.heard, linked.match)
    fields = kept(
        term=terms[0].term,
        regime=choice(first_listed(linked.heard, "regime", words)),
        suspended=choice("yes") if is_suspended else None,
        date=dated(linked.heard, day),
    )
    start, end = linked.span()
    yield Found(KIND, linked.people, fields, start, end, linked.rule.id)
