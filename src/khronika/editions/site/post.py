"""A short text to copy into a post: as many lines as there is room for, never half a line.

Invariants:

- A post is never longer than its limit, and always says whom or what it is about.
- What sources disagree about says so, or is not in it.
- What a later event changed does not stand alone: lines that belong together stay together, or
  the shorter form that can stand alone takes their place.
"""

from collections.abc import Sequence

from khronika.values.wording import Wording

LONG = 500  # characters: what most networks allow
SHORT = 280  # what the strictest of the large ones allows


def compose(head: str, lines: Sequence[Sequence[str]], tail: str, *, limit: int) -> str:
    """The head, of each thing to say the first form that fits, in their order, and the tail."""
    if len(head) + 1 + len(tail) > limit:
        return _cut(head, limit)
    left = limit - len(head) - 1 - len(tail)
    kept = [head]
    for forms in lines:
        fitting = next((form for form in forms if form and len(form) + 1 <= left), "")
        if fitting:
            kept.append(fitting)
            left -= len(fitting) + 1
    return "\n".join((*kept, tail))


def enumerate_within(
    head: str, items: Sequence[str], tail: str, *, limit: int, wording: Wording
) -> str:
    """The head, as many of the items as fit with a line that counts the rest, and the tail."""
    for kept in range(len(items), -1, -1):
        rest = len(items) - kept
        more = wording.ngettext("and {count} more", "and {count} more", rest)
        counted = [more.format(count=wording.number(rest))] if rest else []
        text = "\n".join((head, *items[:kept], *counted, tail))
        if len(text) <= limit:
            return text
    return compose(head, (), tail, limit=limit)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
