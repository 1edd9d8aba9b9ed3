"""What somebody does for a living, where the words name a trade and not only a conviction."""

import re
from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, text
from khronika.extraction.linking import Found, Linked
from khronika.extraction.marking import fold

KIND = "occupation"


def facts(linked: Linked) -> Iterator[Found]:
    """The occupations these words give, each by itself."""
    marked = linked.heard.marked
    tables = linked.heard.grammar.lists["trade"]
    begin, finish = marked.passage(*linked.match.span("value"))
    for found in tables["trade"].finditer(fold(marked.text[:finish]), begin):
        people = linked.people
        if len(people) == 1 and _is_plural(linked, found[0]):
            continue
        if len(people) > 1 and not _is_of_several(linked, found[0]):
            people = people[:1]
        end = _end(linked, found)
        value = text(marked.text[found.start() : end])
        yield Found(KIND, people, kept(value=value), found.start(), end, linked.rule.id)


def _is_of_several(linked: Linked, word: str) -> bool:
    """Whether a trade before a row of names may be that of all, and not of the nearest alone."""
    pattern = linked.heard.grammar.lists["trade"].get("several")
    return pattern is None or pattern.search(word) is not None


def _is_plural(linked: Linked, word: str) -> bool:
    pattern = linked.heard.grammar.lists["trade"].get("plural")
    return pattern is not None and pattern.search(word) is not None


def _end(linked: Linked, found: re.Match[str]) -> int:
    """Behind an office also of what: "deputy of the Regional Duma"."""
    tables, marked = linked.heard.grammar.lists["trade"], linked.heard.marked
    if "office" not in tables or not tables["office"].search(found[0]):
        return found.end()
    more = tables["of"].match(marked.text, found.end())
    return more.end() if more else found.end()
