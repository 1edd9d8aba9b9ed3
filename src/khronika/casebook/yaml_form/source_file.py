"""Reads the file of one source: its description, what arrived for it, decisions about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from khronika.casebook.yaml_form.claim_entry import read_id
from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.passage_entry import is_hash
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.words import (
    Entries,
    Who,
    answer,
    check_keys,
    time,
    visibility,
    who,
    word,
)
from khronika.errors import KhronikaError
from khronika.schema.source import Holding, Reading, Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

KEYS = frozenset(
    [
        "id",
        "title",
        "publisher",
        "date",
        "lang",
        "url",
        "level",
        "repeats",
        "reading",
        "holdings",
        "decisions",
        "recorded",
        "recorded_by",
        "visibility",
    ]
)
HOLDING_KEYS = frozenset(
    ["sha256", "got_at", "url", "read_from", "reader", "recorded", "recorded_by", "visibility"]
)


@dataclass(frozen=True, slots=True)
class HoldingDraft:
    """Bytes that arrived, and the rows beside them."""

    holding: Holding
    level: Visibility
    who: Who


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """What one file says of a source; `source` is None where it only lists holdings."""

    file: str
    line: int
    id: SubjectId
    source: Source | None
    level: Visibility
    who: Who
    holdings: tuple[HoldingDraft, ...]
    decisions: tuple[Node, ...]


def read_source(entries: Entries, report: Report, *, house: str) -> SourceDraft | None:
    """The source of this file; None, with the problems in the report, when it has none."""
    before = len(report.problems)
    check_keys(entries, KEYS, report, where="A source")
    source_id = _id(entries, "id", report, house=house)
    if not source_id:
        if "id" not in entries:
            report.add(1, "no-id", "This source has no 'id'.", remedy="Write id: the-paper-2022.")
        return None
    unset = who(entries, report, unset=Who())
    source = _describe(entries, source_id, report, house=house)
    level = visibility(entries, report)
    holdings = _holdings(entries, source_id, report, unset=unset)
    if len(report.problems) > before:
        return None
    return SourceDraft(
        file=report.file,
        line=entries["id"].line,
        id=source_id,
        source=source,
        level=level,
        who=unset,
        holdings=holdings,
        decisions=list_of(entries, "decisions", report),
    )


def list_of(entries: Entries, name: str, report: Report) -> tuple[Node, ...]:
    """The list under this key; nothing when there is none."""
    node = entries.get(name)
    if node is None:
        return ()
    if node.items is None:
        report.add(node.line, "not-a-list", f"{name!r} takes a list; each entry begins with '-'.")
    return node.items or ()


def _describe(
    entries: Entries, source_id: SubjectId, report: Report, *, house: str
) -> Source | None:
    if "title" not in entries:
        if not entries.keys() & {"holdings", "decisions"}:
            report.add(entries["id"].line, "no-title", "This source has no 'title'.")
        return None
    repeats = _id(entries, "repeats", report, house=house)
    return Source(
        id=source_id,
        title=word(entries, "title", report),
        publisher=word(entries, "publisher", report),
        date=_date(entries, report),
        lang=word(entries, "lang", report),
        url=word(entries, "url", report),
        level=answer(SourceLevel, entries, "level", report, unset=SourceLevel.CLOSED),
        repeats=repeats or None,
        reading=answer(Reading, entries, "reading", report, unset=Reading.FULL),
    )


def _id(entries: Entries, name: str, report: Report, *, house: str) -> SubjectId:
    text = word(entries, name, report)
    if not text:
        return SubjectId("")
    try:
        return read_id(text, SubjectKind.SOURCE, house=house)
    except KhronikaError as error:
        report.add_error(entries[name].line, f"bad-{name}", error, what=name)
        return SubjectId("")


def _date(entries: Entries, report: Report) -> PartialDate | None:
    text = word(entries, "date", report)
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except KhronikaError as error:
        report.add_error(entries["date"].line, "bad-date", error, what="date")
        return None


def _holdings(
    entries: Entries, source_id: SubjectId, report: Report, *, unset: Who
) -> tuple[HoldingDraft, ...]:
    drafts = []
    for node in list_of(entries, "holdings", report):
        parts = node.entries
        if parts is None:
            report.add(node.line, "not-a-mapping", "A holding is {sha256: …, got_at: …}.")
            continue
        check_keys(parts, HOLDING_KEYS, report, where="A holding")
        holding = _holding(node, parts, source_id, report=report)
        row = who(parts, report, unset=unset)
        drafts.append(HoldingDraft(holding, visibility(parts, report), row))
    return tuple(drafts)


def _holding(
    node: Node, parts: Mapping[str, Node], source: SubjectId, *, report: Report
) -> Holding:
    for name in ("sha256", "got_at"):
        if name not in parts:
            report.add(node.line, f"no-{name}", f"This holding has no {name!r}.")
    for name in ("sha256", "read_from"):
        text = word(parts, name, report)
        if text and not is_hash(text):
            line = parts[name].line
            report.add(line, "bad-hash", f"{name!r} is 64 digits 0-9 a-f.")
    return Holding(
        source=source,
        sha256=word(parts, "sha256", report),
        got_at=time(parts, "got_at", report),
        url=word(parts, "url", report),
        read_from=word(parts, "read_from", report),
        reader=word(parts, "reader", report),
    )
