"""Reads the file of one person, case, organisation, place or facility."""

from dataclasses import dataclass

from khronika.casebook.yaml_form.claim_entry import (
    ClaimDraft,
    ClaimReader,
    KnownArticle,
    read_id,
)
from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.source_file import list_of
from khronika.casebook.yaml_form.words import Entries, Who, check_keys, who, word
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectId, SubjectKind

KEYS = frozenset(["subject", "id", "recorded", "recorded_by", "claims", "decisions"])
KINDS = tuple(kind for kind in SubjectKind if kind is not SubjectKind.SOURCE)


@dataclass(frozen=True, slots=True)
class SubjectDraft:
    """What one file says of a subject. `broken` are keys of claims that could not be read."""

    file: str
    subject: SubjectId
    claims: tuple[ClaimDraft, ...]
    broken: frozenset[str]
    decisions: tuple[Node, ...]
    who: Who


def read_subject_file(
    entries: Entries, report: Report, *, house: str, known_article: KnownArticle
) -> SubjectDraft | None:
    """The subject of this file; None, with the problems in the report, when it names none."""
    check_keys(entries, KEYS, report, where="A subject's file")
    subject = _subject(entries, report, house=house)
    if subject is None:
        return None
    unset = who(entries, report, unset=Who())
    reader = ClaimReader(house, subject, unset, known_article)
    claims, broken = _claims(entries, reader, report)
    decisions = list_of(entries, "decisions", report)
    return SubjectDraft(report.file, subject, claims, broken, decisions, unset)


def _subject(entries: Entries, report: Report, *, house: str) -> SubjectId | None:
    kind = word(entries, "subject", report)
    slug = word(entries, "id", report)
    if kind not in {one.value for one in KINDS}:
        known = [one.value for one in KINDS]
        line = entries["subject"].line
        report.add_unknown(line, "unknown-subject-kind", what="subject:", word=kind, known=known)
        return None
    if not slug:
        report.add(1, "no-id", "This file has no 'id'.", remedy="Write id: ivanova-anna.")
        return None
    try:
        return read_id(slug, SubjectKind(kind), house=house)
    except KhronikaError as error:
        report.add_error(entries["id"].line, "bad-id", error, what="id")
        return None


def _claims(
    entries: Entries, reader: ClaimReader, report: Report
) -> tuple[tuple[ClaimDraft, ...], frozenset[str]]:
    drafts: dict[str, ClaimDraft] = {}
    broken: set[str] = set()
    for node in list_of(entries, "claims", report):
        draft = reader.read(node, report)
        if draft is None:
            broken.add(_key_of(node))
        elif draft.key in drafts:
            first = drafts[draft.key].node.line
            report.add(
                node.line,
                "duplicate-claim-key",
                f"Two claims have the key {draft.key!r}; the first is in line {first}.",
                remedy="Give this one another key.",
            )
            broken.add(draft.key)
        else:
            drafts[draft.key] = draft
    return tuple(drafts.values()), frozenset(broken - {""})


def _key_of(node: Node) -> str:
    key = (node.entries or {}).get("key")
    return (key.text or "") if key else ""
