"""Reads one claim of a subject's file.

A field of the kind stands beside the claim's own keys; one whose name is such a key (`kind`, `at`)
stands under `fields:`, where any field may.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from khronika.casebook.yaml_form.node import Node, plain
from khronika.casebook.yaml_form.passage_entry import read_passage
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.words import (
    Entries,
    Who,
    answer,
    check_keys,
    visibility,
    who,
    word,
)
from khronika.errors import KhronikaError
from khronika.schema.claim import Certainty, Claim, Speaker
from khronika.schema.kind import FieldSpec, Kind, kinds
from khronika.schema.nature import nature
from khronika.schema.read_value import read_value
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, read_subject, subject_id
from khronika.schema.value import Value
from khronika.schema.visibility import Visibility, strictest
from khronika.values.legal import LegalReference

OWN_KEYS = frozenset(
    [
        "key",
        "kind",
        "case",
        "event",
        "source",
        "section",
        "page",
        "quote",
        "speaker",
        "certainty",
        "lang",
        "nonce",
        "recorded",
        "recorded_by",
        "visibility",
        "at",
        "fields",
    ]
)
KnownArticle = Callable[[LegalReference], bool | None]


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as read, before anybody asked whether its source and case are described."""

    key: str
    node: Node
    claim: Claim
    level: Visibility
    who: Who

    @property
    def needs_nonce(self) -> bool:
        """Whether its id could be guessed though it may not be known."""
        least = nature(self.claim).least
        return strictest(self.level, least) is not Visibility.PUBLIC and not self.claim.nonce


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """What reading a claim needs beside its text."""

    house: str
    subject: SubjectId
    unset: Who
    known_article: KnownArticle

    def read(self, node: Node, report: Report) -> ClaimDraft | None:
        """The claim; None, with the problems in the report, when something is wrong with it."""
        before = len(report.problems)
        entries = node.entries
        if entries is None:
            report.add(node.line, "not-a-claim", "A claim is a list of keys.", remedy=_SHOW)
            return None
        spec = self._kind(node, entries, report)
        if spec is None:
            return None
        draft = self._draft(node, entries, spec, report)
        return draft if len(report.problems) == before else None

    def _draft(self, node: Node, entries: Entries, spec: Kind, report: Report) -> ClaimDraft:
        key = self._required(node, entries, "key", report)
        source = self._required(node, entries, "source", report)
        case = word(entries, "case", report)
        claim = Claim(
            subject=self.subject,
            kind=spec.name,
            fields=self._fields(entries, spec, report),
            passage=read_passage(self._id(entries, "source", source, report), entries, report),
            case=self._id(entries, "case", case, report) if case else None,
            event=word(entries, "event", report),
            speaker=answer(Speaker, entries, "speaker", report, unset=Speaker.REPORTER),
            certainty=answer(Certainty, entries, "certainty", report, unset=Certainty.STATED),
            lang=word(entries, "lang", report),
            nonce=word(entries, "nonce", report),
        )
        level = visibility(entries, report)
        return ClaimDraft(key, node, claim, level, who(entries, report, unset=self.unset))

    def _kind(self, node: Node, entries: Entries, report: Report) -> Kind | None:
        name = self._required(node, entries, "kind", report)
        spec = kinds().get(name)
        if spec is None:
            if name:
                line = entries["kind"].line
                report.add_unknown(line, "unknown-kind", what="The kind", word=name, known=kinds())
            return None
        about = kind_of(self.subject)
        if about not in spec.about:
            report.add(
                entries["kind"].line,
                "kind-of-another",
                f"A {about} has no {name!r}.",
                remedy=f"It is said of: {', '.join(spec.about)}.",
            )
            return None
        return spec

    def _required(self, node: Node, entries: Entries, name: str, report: Report) -> str:
        if name not in entries:
            report.add(node.line, f"no-{name}", f"This claim has no {name!r}.", remedy=_SHOW)
            return ""
        return word(entries, name, report)

    def _id(self, entries: Entries, name: str, slug: str, report: Report) -> SubjectId:
        kind = SubjectKind(name)
        try:
            return read_id(slug, kind, house=self.house) if slug else SubjectId("")
        except KhronikaError as error:
            report.add_error(entries[name].line, f"bad-{name}", error, what=name)
            return SubjectId("")

    def _fields(self, entries: Entries, spec: Kind, report: Report) -> Mapping[str, Value]:
        raw = {name: node for name, node in entries.items() if name not in OWN_KEYS}
        check_keys(
            raw, OWN_KEYS | spec.fields.keys(), report, where=f"A claim of kind {spec.name!r}"
        )
        raw |= self._nested(entries, spec, raw, report=report)
        fields: dict[str, Value] = {}
        for name, node in raw.items():
            if name in spec.fields:
                fields |= self._value(spec.fields[name], node, report)
        return fields

    def _nested(self, entries: Entries, spec: Kind, raw: Entries, *, report: Report) -> Entries:
        node = entries.get("fields")
        if node is None:
            return {}
        nested = node.entries
        if nested is None:
            report.add(node.line, "not-a-mapping", "'fields' takes the kind's fields.")
            return {}
        check_keys(nested, spec.fields, report, where=f"The kind {spec.name!r}")
        for name in sorted(nested.keys() & raw.keys()):
            line = nested[name].line
            report.add(line, "duplicate-key", f"The field {name!r} stands twice.")
        return nested

    def _value(self, spec: FieldSpec, node: Node, report: Report) -> Mapping[str, Value]:
        try:
            value = read_value(spec, plain(node))
        except KhronikaError as error:
            report.add_error(node.line, f"bad-{spec.type}", error, what=spec.name)
            return {}
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, LegalReference) and self.known_article(one) is False:
                self._unknown_article(one, node, report)
        return {spec.name: value}

    def _unknown_article(self, article: LegalReference, node: Node, report: Report) -> None:
        what = report.shown(str(article))
        report.add(
            node.line,
            "unknown-article",
            f"The code has no such article as far as we know: {what}.",
            remedy="Check it; if it is right, add it to `articles` in casebook.toml.",
        )


def read_id(text: str, kind: SubjectKind, *, house: str) -> SubjectId:
    """A slug of this casebook, or an id written in full."""
    if "/" not in text:
        return subject_id(house, kind, text)
    full = read_subject(text)
    if kind_of(full) is not kind:
        raise _AnotherKind(f"{text!r} is a {kind_of(full)}, not a {kind}.")
    return full


class _AnotherKind(KhronikaError):
    """An id names a subject of another kind."""


_SHOW = "A claim begins: - key: term-1, kind: ruling, source: the-paper-2022."
