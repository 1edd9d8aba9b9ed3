"""The entries of one subject: claims grouped, editors' merges and splits, fields folded."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from khronika.dossier.behind import Behind
from khronika.dossier.connected import connected
from khronika.dossier.entry import Entry
from khronika.dossier.folding import Preferences, fold_fields
from khronika.dossier.grouping import Group, Said, group
from khronika.dossier.material import Material
from khronika.errors import Problem
from khronika.schema.claim import Certainty, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.kind import Kind, kind
from khronika.schema.subject import SubjectId

_CERTAINTY = {Certainty.STATED: 0, Certainty.ALLEGED: 1, Certainty.DENIED: 2}


@dataclass(frozen=True)
class Context:
    """What the folding of every subject shares: the material and its decisions, looked up once."""

    material: Material

    @cached_property
    def behind(self) -> Behind:
        """What stands behind each dossier."""
        return Behind(self.material)

    @cached_property
    def preferences(self) -> Preferences:
        """The preferences by the claim each prefers."""
        found: dict[ClaimId, list[Decision]] = defaultdict(list)
        for decision in self._of(Verb.PREFER):
            for target in decision.targets:
                found[ClaimId(target)].append(decision)
        return Preferences({one: tuple(rows) for one, rows in found.items()})

    @cached_property
    def merged(self) -> Mapping[str, tuple[str, ...]]:
        """Every claim named in a merge: the claims it is one event with by any of them."""
        found: dict[str, set[str]] = defaultdict(set)
        for decision in self._of(Verb.MERGE):
            for one in decision.targets:
                found[one].update(decision.targets)
        return {one: tuple(sorted(claims)) for one, claims in found.items()}

    @cached_property
    def split(self) -> frozenset[str]:
        """Every claim that is an event of its own by decision."""
        return frozenset(one for d in self._of(Verb.SPLIT) for one in d.targets)

    def _of(self, verb: Verb) -> Iterable[Decision]:
        return (d for d in self.material.decisions if d.verb is verb)


def entries_of(
    subject: SubjectId, said: Collection[Said], context: Context
) -> tuple[list[Entry], list[Problem]]:
    """The entries of one subject, by kind and key; and the preferences that clash."""
    by_kind: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_kind[one.claim.kind].append(one)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for name in sorted(by_kind):
        spec = kind(name)
        for event in _events(spec, by_kind[name], context):
            entry, clashing = _entry(subject, spec, event, context=context)
            entries.append(entry)
            problems += [_clash(entry, field) for field in clashing]
    return entries, problems


def _events(spec: Kind, said: Collection[Said], context: Context) -> list[Group]:
    """The groups of the claims, after splits and merges, ordered by key."""
    alone = [one for one in said if one.id in context.split]
    rest = [one for one in said if one.id not in context.split]
    groups = group(spec, rest) + [_lone(spec, one) for one in alone]
    if any(one.id in context.merged for one in said):
        groups = _merge(groups, context)
    return sorted(groups, key=lambda one: one.key)


def _lone(spec: Kind, one: Said) -> Group:
    single = group(spec, [one])[0]
    single.key = f"{single.key}-{one.id[:8]}"
    return single


def _merge(groups: list[Group], context: Context) -> list[Group]:
    """Groups that hold claims of one merge become one, under the smallest key."""
    by_key = {one.key: one for one in groups}
    home = {said.id: one.key for one in groups for said in one.said}
    links = {
        (home[first], home[ClaimId(second)])
        for first in home
        for second in context.merged.get(first, ())
        if ClaimId(second) in home
    }
    for keys in connected((a, b) for a, b in links if a != b):
        first, *others = (by_key[key] for key in sorted(keys))
        for other in others:
            first.said.extend(other.said)
            del by_key[other.key]
    return list(by_key.values())


def _entry(
    subject: SubjectId, spec: Kind, event: Group, *, context: Context
) -> tuple[Entry, tuple[str, ...]]:
    claims = {one.id: one.claim for one in event.said}
    speaking = {i: c for i, c in claims.items() if c.certainty is not Certainty.DENIED}
    folded = fold_fields(
        speaking,
        free=spec.free,
        preferences=context.preferences,
        left_out=context.material.left_out,
    )
    cases = {one.case for one in event.said if one.case}
    entry = Entry(
        key=event.key,
        kind=spec.name,
        subject=subject,
        case=next(iter(cases)) if len(cases) == 1 else None,
        event=event.label,
        certainty=min((c.certainty for c in claims.values()), key=_CERTAINTY.__getitem__),
        fields=folded.fields,
        claims=tuple(sorted(claims)),
        denied_by=tuple(sorted(claims.keys() - speaking.keys())),
        may_be=event.may_be,
        settled_by=folded.settled_by,
    )
    return entry, folded.clashing


def _clash(entry: Entry, field: str) -> Problem:
    return Problem(
        place=entry.subject,
        code="fold.preferences-clash",
        message=f"Two editors preferred different values of {entry.kind} {field}.",
        remedy="Replace one of the two decisions; until then the field is disputed.",
    )
