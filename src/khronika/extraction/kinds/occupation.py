"""What somebody does for a living, where the words name a trade and not only a conviction."""

from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import kept, text
from khronika.extraction.linking import Found, Linked

KIND = "occupation"


def facts(linked: Linked) -> Iterator[Found]:
    """The occupations these words give, each by itself."""
    marked = linked.heard.marked
    trades = linked.heard.grammar.lists["trade"]["trade"]
    begin, finish = linked.match.start("value"), linked.match.end("value")
    for found in trades.finditer(marked.low, begin, finish):
        value = text(marked.words(found.start(), found.end()))
        start, end = marked.place(found.start()), marked.place(found.end() - 1) + 1
        yield Found(KIND, linked.people, kept(value=value), start, end, linked.rule.id)
