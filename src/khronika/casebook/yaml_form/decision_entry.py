"""Reads one decision of a file: its verb and what it names, before the names are looked up.

The verb is the key that says what the decision is about: `{accept: term-9, …}`,
`{same: [one, other], …}`. Where the verb stands decides what the names mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.words import (
    Entries,
    Who,
    check_keys,
    time,
    visibility,
    who,
    word,
    words,
)
from khronika.errors import KhronikaError
from khronika.schema.decision import ConsentState, Indexing, Stance, Verb
from khronika.schema.visibility import Use, Visibility
from khronika.values.date import PartialDate

COMMON_KEYS = frozenset(
    ["key", "by", "at", "reason", "replaces", "recorded", "recorded_by", "visibility"]
)
DETAILS: Mapping[Verb, tuple[str, ...]] = MappingProxyType(
    {
        Verb.OPEN: ("level", "use"),
        Verb.RESTRICT: ("level", "use"),
        Verb.CONSENT: ("use", "state", "from", "until", "given_by"),
        Verb.STANCE: ("value", "text", "index"),
    }
)
_NEEDED = frozenset({"level", "state", "value"})
_ANSWERS: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "level": Visibility,
        "use": Use,
        "state": ConsentState,
        "value": Stance,
        "index": Indexing,
    }
)
_DATES = frozenset({"from", "until"})


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision as written; `targets`, `over` and `replaces` are words yet to be looked up."""

    file: str
    line: int
    key: str
    verb: Verb
    targets: tuple[str, ...]
    over: tuple[str, ...]
    details: Mapping[str, str]
    reason: str
    by: str
    at: str
    replaces: tuple[str, ...]
    level: Visibility
    who: Who


def read_decision(node: Node, report: Report) -> DecisionDraft | None:
    """The decision; None, with the problems in the report, when something is wrong with it."""
    before = len(report.problems)
    entries = node.entries
    if entries is None:
        report.add(node.line, "not-a-decision", "A decision is a list of keys.", remedy=_SHOW)
        return None
    verb = _verb(node, entries, report)
    if verb is None:
        return None
    draft = _draft(node, entries, verb, report=report)
    return draft if len(report.problems) == before else None


def _draft(node: Node, entries: Entries, verb: Verb, *, report: Report) -> DecisionDraft:
    known = {verb.value, *DETAILS.get(verb, ()), *COMMON_KEYS}
    check_keys(entries, known | _over(verb), report, where=f"The decision {verb.value!r}")
    needed = {"by", "at"} | _over(verb) | (_NEEDED & set(DETAILS.get(verb, ())))
    for name in sorted(needed - entries.keys()):
        report.add(node.line, f"no-{name}", f"This decision has no {name!r}.", remedy=_SHOW)
    by, at = word(entries, "by", report), time(entries, "at", report)
    return DecisionDraft(
        file=report.file,
        line=node.line,
        key=word(entries, "key", report),
        verb=verb,
        targets=_targets(entries, verb, report),
        over=_list(entries, "over", report),
        details=_details(entries, verb, report),
        reason=word(entries, "reason", report),
        by=by,
        at=at,
        replaces=_list(entries, "replaces", report),
        level=visibility(entries, report),
        who=who(entries, report, unset=Who(at, by)),
    )


def _verb(node: Node, entries: Entries, report: Report) -> Verb | None:
    verbs = [verb for verb in Verb if verb.value in entries]
    if len(verbs) == 1:
        return verbs[0]
    if verbs:
        names = " and ".join(repr(verb.value) for verb in verbs)
        report.add(node.line, "two-verbs", f"A decision decides one thing, not {names}.")
        return None
    unknown = [name for name in entries if name not in COMMON_KEYS]
    for name in unknown[:1]:
        known = [verb.value for verb in Verb]
        check_keys({name: entries[name]}, known, report, where="A decision")
    if not unknown:
        report.add(node.line, "no-verb", "This decision decides nothing.", remedy=_SHOW)
    return None


def _over(verb: Verb) -> frozenset[str]:
    return frozenset({"over"} if verb is Verb.PREFER else ())


def _targets(entries: Entries, verb: Verb, report: Report) -> tuple[str, ...]:
    node = entries[verb.value]
    targets = words(node, report, what=verb.value)
    if targets and verb in {Verb.SAME, Verb.NOT_SAME} and len(set(targets)) != 2:
        report.add(node.line, "not-two", f"{verb.value!r} names two people: [one, other].")
    return targets


def _list(entries: Entries, name: str, report: Report) -> tuple[str, ...]:
    return words(entries[name], report, what=name) if name in entries else ()


def _details(entries: Entries, verb: Verb, report: Report) -> Mapping[str, str]:
    details = {name: word(entries, name, report) for name in DETAILS.get(verb, ())}
    for name, text in details.items():
        if text and name in _ANSWERS:
            _check_answer(entries[name].line, name, text, report=report)
        if text and name in _DATES:
            _check_date(entries[name].line, name, text, report=report)
    return {name: text for name, text in details.items() if text}


def _check_answer(line: int, name: str, text: str, *, report: Report) -> None:
    known = [one.value for one in _ANSWERS[name]]
    if text not in known:
        report.add_unknown(line, "unknown-choice", what=f"{name}:", word=text, known=known)


def _check_date(line: int, name: str, text: str, *, report: Report) -> None:
    try:
        PartialDate.parse(text)
    except KhronikaError as error:
        report.add_error(line, "bad-date", error, what=name)


_SHOW = "A decision is: {accept: term-9, reason: …, by: editors, at: 2026-11-22}."
