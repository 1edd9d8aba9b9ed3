"""Writes a ledger as the YAML form: one canonical text for what a file should hold.

Invariants:

- Reading back what was written gives the same claims, sources and decisions, id by id, with their
  levels and their earliest who and when.
- Equal ledgers give equal texts; keys are made of a claim's kind and the beginning of its id.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from khronika.casebook.layout import Area
from khronika.casebook.yaml_form.claim_text import Parts, claim_lines, pairs, short
from khronika.casebook.yaml_form.decision_entry import DETAILS
from khronika.casebook.yaml_form.scalar import flow_list, scalar
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.source import Holding, Reading, Source
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, read_subject
from khronika.schema.visibility import Visibility

Keys: TypeAlias = Mapping[str, str]

_DAWN = "T00:00:00Z"
_KEY_DIGITS = 8  # claims of one person that begin alike get their whole id


@dataclass(frozen=True, slots=True)
class Page:
    """What one file is to hold: the entries, all of one half of the folder."""

    ledger: Ledger
    house: str
    area: Area
    claims: tuple[ClaimId, ...] = ()
    decisions: tuple[DecisionId, ...] = ()


def write_subject(subject: SubjectId, page: Page) -> str:
    """The file of a person, case, organisation, place or facility."""
    head = [f"subject: {kind_of(subject)}", f"id: {short(subject, page.house)}"]
    keys = _keys(page)
    return "\n".join([*head, *_claims(page, keys), *_decisions(page, keys)]) + "\n"


def write_source(
    source_id: SubjectId, source: str | None, holdings: Iterable[str], page: Page
) -> str:
    """The file of a source: its description by entry id, and what arrived for it."""
    lines = [f"id: {short(source_id, page.house)}"]
    if source:
        lines += pairs(_describe(page.ledger.sources[source], page.house))
        lines += pairs(_rows(source, page))
    held = [page.ledger.holdings[one] for one in holdings]
    if held:
        lines.append("holdings:")
        for one in held:
            lines += _item(pairs([*_holding(one), *_rows(one.entry_id(), page)]))
    return "\n".join([*lines, *_decisions(page, {})]) + "\n"


def _keys(page: Page) -> Keys:
    begins = Counter(one[:_KEY_DIGITS] for one in page.claims)
    kinds = {one: page.ledger.claims[one].kind for one in page.claims}
    return {
        one: f"{kind}-{one[:_KEY_DIGITS] if begins[one[:_KEY_DIGITS]] == 1 else one}"
        for one, kind in kinds.items()
    }


def _claims(page: Page, keys: Keys) -> list[str]:
    lines = ["claims:"] if page.claims else []
    for one in sorted(page.claims, key=lambda one: (keys[one], one)):
        claim = page.ledger.claims[one]
        written = claim_lines(claim, key=keys[one], house=page.house)
        lines += _item([*written, *pairs(_rows(one, page))])
    return lines


def _decisions(page: Page, keys: Keys) -> list[str]:
    lines = ["decisions:"] if page.decisions else []
    for one in sorted(page.decisions, key=lambda one: (page.ledger.decisions[one].at, one)):
        decision = page.ledger.decisions[one]
        rows = _rows(one, page, unless=Recorded(decision.at, decision.by))
        lines += _item([*_decision(decision, keys, page.house), *pairs(rows)])
    return lines


def _decision(decision: Decision, keys: Keys, house: str) -> list[str]:
    verb = decision.verb.value
    lines = [f"{verb}: {_named(decision.targets, keys, house)}"]
    if decision.over:
        lines.append(f"over: {flow_list(sorted(keys.get(one, one) for one in decision.over))}")
    named = ((name, decision.details.get(name, "")) for name in DETAILS.get(decision.verb, ()))
    lines += pairs([*named, ("reason", decision.reason), ("by", decision.by)])
    lines += pairs([("at", _time(decision.at))])
    if decision.replaces:
        lines.append(f"replaces: {flow_list(sorted(decision.replaces))}")
    return lines


def _named(targets: Iterable[str], keys: Keys, house: str) -> str:
    names = sorted(_name(one, keys, house) for one in targets)
    return scalar(names[0]) if len(names) == 1 else flow_list(names)


def _name(target: str, keys: Keys, house: str) -> str:
    if "/" not in target:
        return keys.get(target, target)
    subject = read_subject(target)
    # A source is named in full: a key of the same file would come before its slug.
    return target if kind_of(subject) is SubjectKind.SOURCE else short(subject, house)


def _describe(source: Source, house: str) -> Parts:
    return [
        ("title", source.title),
        ("publisher", source.publisher),
        ("date", str(source.date) if source.date else ""),
        ("lang", source.lang),
        ("url", source.url),
        ("level", source.level.value),
        ("repeats", short(source.repeats, house) if source.repeats else ""),
        ("reading", "" if source.reading is Reading.FULL else source.reading.value),
    ]


def _holding(holding: Holding) -> Parts:
    return [
        ("sha256", holding.sha256),
        ("got_at", _time(holding.got_at)),
        ("url", holding.url),
        ("read_from", holding.read_from),
        ("reader", holding.reader),
    ]


def _rows(entry: str, page: Page, *, unless: Recorded | None = None) -> Parts:
    first = page.ledger.first_recorded(entry)
    level = page.ledger.visibility.get(entry, Visibility.TEAM)
    written = first and first != unless
    return [
        ("recorded", _time(first.at) if first and written else ""),
        ("recorded_by", first.by if first and written else ""),
        ("visibility", "" if level is page.area.unset else level.value),
    ]


def _time(at: str) -> str:
    return at.removesuffix(_DAWN)


def _item(lines: list[str]) -> list[str]:
    return [f"  - {lines[0]}", *(f"    {one}" for one in lines[1:])]
