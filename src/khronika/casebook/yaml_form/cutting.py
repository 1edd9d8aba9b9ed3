"""Cuts entries out of a file by their lines; every other line stays as it is.

Invariants:

- A comment right above an entry, as far in as it, goes with it, and so does one inside it; one
  that belongs so to what follows stays.
- What shares its line with something else is not cut: the caller is told, and says so.
"""

from collections.abc import Iterable, Iterator

from khronika.casebook.layout import Area
from khronika.casebook.yaml_form.compose import compose, lines_of
from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report


class CannotCut(Exception):
    """An entry does not stand on lines of its own."""


def cut(text: str, lines: Iterable[int]) -> str:
    """The text without the entries that begin in these lines; raises `CannotCut`."""
    wanted = set(lines)
    written = lines_of(text)
    gone: set[int] = set()
    for entries, end in _lists(text, len(written)):
        gone |= _lines_to_cut(entries, end, wanted, written)
    if any(line not in gone for line in wanted):
        raise CannotCut
    kept = [line for number, line in enumerate(written, start=1) if number not in gone]
    rest = "".join(kept)
    if compose(rest, Report("", Area.PRIVATE)) is None:
        raise CannotCut
    return rest


def _lists(text: str, length: int) -> Iterator[tuple[tuple[Node, ...], int]]:
    """The lists of entries of a file, each with the line after it."""
    tree = compose(text, Report("", Area.PRIVATE))
    entries = (tree.entries if tree else None) or {}
    begins = sorted(one.line for one in entries.values())
    for name in ("claims", "decisions"):
        node = entries.get(name)
        if node and node.items and not node.flow:
            after = [line for line in begins if line > node.line]
            yield node.items, min(after, default=length + 1)


def _lines_to_cut(
    entries: tuple[Node, ...], end: int, wanted: set[int], written: list[str]
) -> set[int]:
    gone: set[int] = set()
    starts = [_first_line(node.line, written) for node in entries]
    for place, node in enumerate(entries):
        if node.line in wanted:
            last = starts[place + 1] if place + 1 < len(entries) else _before_comment(end, written)
            gone |= set(range(starts[place], last))
    return gone


def _first_line(line: int, written: list[str]) -> int:
    """The entry's dash, or the first of the comments right above it."""
    while line > 1 and not written[line - 1].lstrip().startswith("-"):
        line -= 1
    return _before_comment(line, written)


def _before_comment(line: int, written: list[str]) -> int:
    """The first of the comments right above this line that begin as far in as it does."""
    indent = _indent(written[line - 1]) if line <= len(written) else 0
    while line > 1 and _is_comment(written[line - 2], indent):
        line -= 1
    return line


def _is_comment(text: str, indent: int) -> bool:
    return text.lstrip().startswith("#") and _indent(text) == indent


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
