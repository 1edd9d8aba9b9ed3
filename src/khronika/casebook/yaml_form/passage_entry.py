"""Reads where in a source a claim stands."""

from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.words import Entries, check_keys, word
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId

_AT = (
    "Write at: {text: <sha256>, start: 10, end: 25}. "
    "A field of this name stands under fields: {at: …}."
)


def read_passage(source: SubjectId, entries: Entries, report: Report) -> Passage:
    """Where in the source the claim stands."""
    text, start, end = _pointer(entries, report)
    return Passage(
        source=source,
        section=word(entries, "section", report),
        page=word(entries, "page", report),
        quote=word(entries, "quote", report),
        text=text,
        start=start,
        end=end,
    )


def _pointer(entries: Entries, report: Report) -> tuple[str, int | None, int | None]:
    node = entries.get("at")
    if node is None:
        return "", None, None
    parts = node.entries
    if parts is None:
        report.add(node.line, "pointer", "'at' says where in a text a quote stands.", remedy=_AT)
        return "", None, None
    check_keys(parts, {"text", "start", "end"}, report, where="'at'")
    text = word(parts, "text", report)
    start, end = (_offset(parts, name, report) for name in ("start", "end"))
    if not is_hash(text) or not _is_stretch(start, end):
        report.add(node.line, "pointer", "'at' is not a place in a text.", remedy=_AT)
    return text, start, end


def _offset(parts: Entries, name: str, report: Report) -> int | None:
    text = word(parts, name, report)
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        report.add(parts[name].line, "pointer", f"{name!r} counts characters.", remedy=_AT)
        return None
    return int(text)


def _is_stretch(start: int | None, end: int | None) -> bool:
    if start is None or end is None:
        return start is end  # a text alone: the quote stands somewhere in it
    return start < end


def is_hash(text: str) -> bool:
    """Whether this is a SHA-256 as it is written here."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")
