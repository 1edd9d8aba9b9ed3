"""Reads the small parts that every entry has: words, lists of words, times, answers."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report
from khronika.ledger.ledger import Recorded
from khronika.schema.meant import meant
from khronika.schema.visibility import Visibility

DEFAULT_ROLE = "editors"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\Z")
_Answer = TypeVar("_Answer", bound=StrEnum)

Entries = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Who:
    """Who put entries in and when, as a file or an entry says; empty where it does not."""

    at: str = ""
    by: str = ""

    def rows(self) -> frozenset[Recorded]:
        """The row beside an entry; none without a time."""
        return frozenset({Recorded(self.at, self.by or DEFAULT_ROLE)} if self.at else ())


def word(entries: Entries, name: str, report: Report) -> str:
    """The text under this key; empty when there is none, a problem when it is no text."""
    node = entries.get(name)
    if node is None:
        return ""
    if node.text is None:
        report.add(node.line, "not-a-text", f"{name!r} takes one text.")
        return ""
    if not node.text.strip():
        report.add(node.line, "empty", f"{name!r} is empty.", remedy="Leave out what is not known.")
    return node.text


def words(node: Node, report: Report, *, what: str) -> tuple[str, ...]:
    """One text or a list of them."""
    listed = (node,) if node.text else node.items
    texts = [one.text for one in listed or ()]
    if not texts or not all(texts):
        report.add(node.line, "not-a-list", f"{what!r} takes a word or a list of words.")
        return ()
    return tuple(one for one in texts if one)


def check_keys(entries: Entries, known: Collection[str], report: Report, *, where: str) -> None:
    """A problem for every key that means nothing here."""
    for name, node in entries.items():
        if name not in known:
            report.add(
                node.line,
                "unknown-key",
                f"{where} has no key {name!r}.",
                remedy=_capital(meant(name, known)),
            )


def answer(
    kind: type[_Answer], entries: Entries, name: str, report: Report, *, unset: _Answer
) -> _Answer:
    """One of a closed set of answers."""
    text = word(entries, name, report)
    try:
        return kind(text) if text else unset
    except ValueError:
        known = [one.value for one in kind]
        line = entries[name].line
        report.add_unknown(line, "unknown-choice", what=f"{name}:", word=text, known=known)
        return unset


def visibility(entries: Entries, report: Report) -> Visibility:
    """How far an entry may go; written in the private half only."""
    unset = report.area.unset
    if "visibility" in entries and unset is Visibility.PUBLIC:
        report.add(
            entries["visibility"].line,
            "visibility-in-public",
            "Everything in this folder is public, so visibility is not written here.",
            remedy="Move what is not public to claims.private/.",
        )
        return unset
    return answer(Visibility, entries, "visibility", report, unset=unset)


def who(entries: Entries, report: Report, *, unset: Who) -> Who:
    """Who put it in and when; what is not said is as in the whole file."""
    at = time(entries, "recorded", report) or unset.at
    return Who(at, word(entries, "recorded_by", report) or unset.by)


def time(entries: Entries, name: str, report: Report) -> str:
    """A UTC time, ISO 8601 to the second; a day means its first moment."""
    text = word(entries, name, report)
    if not text:
        return ""
    try:
        return _time(text)
    except ValueError as error:
        report.add(
            entries[name].line,
            "time",
            f"{name!r} is not a day or a time: {error}.",
            remedy="Write 2026-11-22, or 2026-11-22T10:30:00Z in UTC.",
        )
        return ""


def _time(text: str) -> str:
    if _DAY.match(text):
        return f"{datetime.strptime(text, '%Y-%m-%d').replace(tzinfo=UTC):%Y-%m-%d}T00:00:00Z"
    if not _TIME.match(text):
        raise ValueError("it has another form")
    datetime.fromisoformat(text)
    return text


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
