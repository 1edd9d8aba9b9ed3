"""Organisations somebody belongs to, founded or leads, as the document names them."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, kept, text
from khronika.extraction.linking import Found, Linked

KIND = "affiliation"


def facts(linked: Linked) -> Iterator[Found]:
    """The organisation these words name, and the person's part in it."""
    marked = linked.heard.marked
    names = linked.heard.grammar.lists["organisation"]["name"]
    begin = linked.match.end() + marked.raw.startswith(" ", linked.match.end())
    found = names.match(marked.raw, begin)
    if found is None:
        return
    organisation = text(found["quoted"] or found["plain"])
    role = choice(linked.rule.sets.get("role", ""))
    start, _ = linked.span()
    end = marked.place(found.end() - 1) + 1
    yield Found(
        KIND, linked.people, kept(organisation=organisation, role=role), start, end, linked.rule.id
    )
