"""What somebody does for a living, where the words name a trade and not only a conviction."""

import re
from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, text
from khronika.extraction.linking import Found, Linked

KIND = "occupation"


def facts(linked: Linked) -> Iterator[Found]:
    """The occupations these words give, each by itself."""
    marked = linked.heard.marked
    tables = linked.heard.grammar.lists["trade"]
    begin, finish = linked.match.span("value")
    for found in tables["trade"].finditer(marked.low, begin, finish):
        if len(linked.people) == 1 and _is_plural(linked, found[0]):
            continue
        end = _end(linked, found)
        value = text(marked.words(found.start(), end))
        place = marked.place(found.start()), marked.place(end - 1) + 1
        yield Found(KIND, linked.people, kept(value=value), *place, linked.rule.id)


def _is_plural(linked: Linked, word: str) -> bool:
    pattern = linked.heard.grammar.lists["trade"].get("plural")
    return pattern is not None and pattern.search(word) is not None


def _end(linked: Linked, found: re.Match[str]) -> int:
    """Behind an office also of what: "deputy of the Regional Duma"."""
    tables, marked = linked.heard.grammar.lists["trade"], linked.heard.marked
    if "office" not in tables or not tables["office"].search(found[0]):
        return found.end()
    more = tables["of"].match(marked.raw, found.end())
    return more.end() if more else found.end()
