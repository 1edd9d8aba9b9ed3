"""From the text of a file to its tree, refusing what two readers could read differently.

Invariants:

- Every scalar stays the text it is: the schema gives it a type, never YAML.
- Duplicate keys, anchors, aliases, tags, merge keys and second documents are refused, not guessed.
"""

from collections.abc import Iterator
from dataclasses import replace

import yaml

from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report

DEEPEST = 12  # a claim's list of texts is at depth 6; deeper than this nothing means anything
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BREAKS = frozenset("\n\r\x85\u2028\u2029")


class _Refused(Exception):
    """The rest of the file cannot be read; the report says why."""


def compose(text: str, report: Report) -> Node | None:
    """The tree; None, with the problems in the report, when the file cannot be read."""
    before = len(report.problems)
    try:
        tree = _Builder(_events(text), report).document()
    except yaml.YAMLError as error:
        _say_yaml_error(text, error, report)
        return None
    except _Refused:
        return None
    return tree if len(report.problems) == before else None


def _events(text: str) -> Iterator[yaml.Event]:
    return iter(yaml.parse(text, Loader=_LOADER))


class _Builder:
    """Builds the tree from parsing events."""

    def __init__(self, events: Iterator[yaml.Event], report: Report) -> None:
        self._events = events
        self._report = report

    def document(self) -> Node:
        """The only document of the file; an empty mapping for an empty file."""
        self._next()  # the stream begins
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Node({}, 1, 1)
        tree = self._node(self._next(), depth=0)
        self._next()  # the document ends
        if not isinstance(self._next(), yaml.StreamEndEvent):
            self._refuse(event, "documents", "The file holds several documents ('---').")
        return tree

    def _next(self) -> yaml.Event:
        return next(self._events)

    def _node(self, event: yaml.Event, *, depth: int) -> Node:
        if depth > DEEPEST:
            self._refuse(event, "too-deep", "This is nested deeper than anything in the form.")
        self._check_plain(event)
        if isinstance(event, yaml.ScalarEvent):
            return Node(event.value, _line(event), _column(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> Node:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth=depth + 1))
        return Node(tuple(items), _line(start), _column(start), flow=bool(start.flow_style))

    def _mapping(self, start: yaml.Event, depth: int) -> Node:
        entries: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = replace(self._node(self._next(), depth=depth + 1), line=_line(event))
            if key in entries:
                self._report.add(
                    _line(event),
                    "duplicate-key",
                    f"The key {key!r} stands twice, first in line {entries[key].line}.",
                    remedy="Keep one of the two.",
                )
            entries[key] = value
        flow = bool(getattr(start, "flow_style", False))
        return Node(entries, _line(start), _column(start), flow=flow)

    def _key(self, event: yaml.Event, depth: int) -> str:
        node = self._node(event, depth=depth + 1)
        if node.text is None:
            self._refuse(event, "key", "A key is a word, not a list or a mapping.")
        if node.text == "<<":
            self._refuse(event, "merge-key", "Merge keys ('<<') are not read.")
        return node.text or ""

    def _check_plain(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, "anchor", "Anchors (&) and aliases (*) are not read.")
        if getattr(event, "tag", None):
            self._refuse(event, "tag", "Tags (!) are not read.")

    def _refuse(self, event: yaml.Event, code: str, message: str) -> None:
        remedy = "Write it out; put a text that begins so in quotes."
        self._report.add(_line(event), code, message, remedy=remedy)
        raise _Refused


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _column(event: yaml.Event) -> int:
    return event.start_mark.column + 1 if event.start_mark else 0


def _say_yaml_error(text: str, error: yaml.YAMLError, report: Report) -> None:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        report.add(0, "unreadable", "The file holds signs that no text has.", remedy=_RESAVE)
        return
    line = error.problem_mark.line + 1
    if "\t" in _nth_line(text, line):
        report.add(line, "tab", "There is a tab here.", remedy="Indent with spaces.")
        return
    if line > len(text.splitlines()):
        report.add(
            line,
            "truncated",
            f"The file ends in the middle of something: {error.problem}.",
            remedy="Is it whole? Close what is open, or fetch the file again.",
        )
        return
    report.add(line, "syntax", f"This is not YAML: {error.problem}.", remedy=_CHECK)


_RESAVE = "Save it as plain text in UTF-8."
_CHECK = "Check indentation, quotes and colons in this line and the one above."


def _nth_line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them, each with its end."""
    lines, begin, at = [], 0, 0
    while at < len(text):
        if text[at] in _BREAKS:
            at += 2 if text[at : at + 2] == "\r\n" else 1
            lines.append(text[begin:at])
            begin = at
        else:
            at += 1
    return [*lines, text[begin:]] if begin < len(text) else lines
