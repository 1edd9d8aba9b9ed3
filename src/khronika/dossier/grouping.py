"""Which claims are about one event: the first half of the fold.

Invariants:

- The groups are the same in whatever order the claims come.
- Claims with one event label are one group whatever their values; different labels never meet.
- A vague claim joins a group only if exactly one fits; if several do it stands alone and says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeAlias

from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.kind import Kind
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Text, Value, agree, encode
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference

_FIRST_INSTANCE = Choice("first")  # a ruling without instance counts as one of the first

Mark: TypeAlias = Value | None
Identity: TypeAlias = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim under its id, with the case it belongs to once cases were given out."""

    id: ClaimId
    claim: Claim
    case: SubjectId | None


@dataclass(slots=True)
class Group:
    """Claims about one event. `may_be` holds the keys of groups a vague claim could belong to."""

    key: str
    label: str
    identities: list[Identity]
    vagueness: tuple[int, int, int]
    said: list[Said]
    may_be: tuple[str, ...] = field(default=())


def group(kind: Kind, said: Iterable[Said]) -> list[Group]:
    """The claims of one subject and kind as events, exact ones first."""
    clusters = _clusters(kind, said)
    groups = [one for one in clusters if one.label]
    unlabelled = sorted(
        (one for one in clusters if not one.label), key=lambda one: (one.vagueness, one.key)
    )
    for cluster in unlabelled:
        fitting = [one for one in groups if _fits(kind, cluster, one)]
        if len(fitting) == 1:
            fitting[0].said.extend(cluster.said)
        else:
            cluster.may_be = tuple(sorted(one.key for one in fitting))
            groups.append(cluster)
    return groups


def _clusters(kind: Kind, said: Iterable[Said]) -> list[Group]:
    """Claims that share a label, or say exactly the same of what tells events apart."""
    found: dict[str, list[tuple[Said, Identity]]] = defaultdict(list)
    for one in said:
        identity = _identity(kind, one)
        name = f"event {one.claim.event}" if one.claim.event else _spell(identity)
        found[name].append((one, identity))
    return [_cluster(kind, name, members) for name, members in sorted(found.items())]


def _cluster(kind: Kind, name: str, members: Sequence[tuple[Said, Identity]]) -> Group:
    identities = [identity for _, identity in members]
    return Group(
        key=f"{kind.name}-{sha256(name.encode()).hexdigest()[:8]}",
        label=members[0][0].claim.event,
        identities=identities,
        vagueness=min(_vagueness(identity) for identity in identities),
        said=[one for one, _ in members],
    )


def _identity(kind: Kind, one: Said) -> Identity:
    """What tells this event from another of its kind; None where the claim does not say."""
    if kind.once is not None:
        return tuple(_mark(name, one) for name in kind.once)
    marks = [_mark(name, one) for name in (*kind.same_by, *([kind.when] if kind.when else []))]
    return tuple(marks) if kind.rank is None else (_case(one), *marks)


def _mark(name: str, one: Said) -> Mark:
    match name:
        case "case":
            return _case(one)
        case "source":
            return Text(one.claim.passage.source)
        case "instance":
            return one.claim.fields.get("instance", _FIRST_INSTANCE)
        case _:
            return one.claim.fields.get(name)


def _case(one: Said) -> Mark:
    return Text(one.case) if one.case else None


def _spell(identity: Identity) -> str:
    return canonical_json([_spell_mark(mark) for mark in identity])


def _spell_mark(mark: Mark) -> str:
    match mark:
        case None:
            return ""
        case Text():
            return f"words {mark.text.casefold()}"
        case Key():
            return f"key {mark.key}"
        case _:
            return canonical_json(encode(mark))


def _vagueness(identity: Identity) -> tuple[int, int, int]:
    """How little an identity says: what is absent, how many days and articles it leaves open."""
    absent = sum(mark is None for mark in identity)
    span = sum(mark.days for mark in identity if isinstance(mark, PartialDate))
    legal = [mark for mark in identity if isinstance(mark, LegalReference)]
    return absent, span, sum((not mark.part) + (not mark.point) for mark in legal)


def _fits(kind: Kind, cluster: Group, other: Group) -> bool:
    """Whether the cluster could be about the group's event and says no more than the group."""
    ours = cluster.identities[0]
    if not other.label and other.vagueness >= cluster.vagueness:
        return False
    if other.label and kind.once is None and other.vagueness > cluster.vagueness:
        return False
    return all(
        any(_meet(mark, identity[place]) for identity in other.identities)
        for place, mark in enumerate(ours)
    )


def _meet(ours: Mark, theirs: Mark) -> bool:
    """As `agree`, but words tell events apart: two different texts are two things."""
    if ours is None or theirs is None:
        return True
    if isinstance(ours, Text) or isinstance(theirs, Text):
        return _spell_mark(ours) == _spell_mark(theirs)
    return agree(ours, theirs)


def give_cases(
    claims: Mapping[ClaimId, Claim],
) -> list[Said]:
    """The claims of one person, each with its case: its own, or the person's only one."""
    cases = {claim.case for claim in claims.values() if claim.case}
    only = next(iter(cases)) if len(cases) == 1 else None
    return [Said(one, claim, claim.case or only) for one, claim in sorted(claims.items())]
