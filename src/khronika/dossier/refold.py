"""What was folded, brought forward: folded anew are those whom a change can touch, and no others.

Invariants:

- The dossiers, case files and problems are those of folding everything anew, in its order.
- Whoever may be touched is folded again: nobody is spared because little seems to have changed.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from khronika.dossier.accepted import FOLDED, material_forward, material_of
from khronika.dossier.dossier import CaseFile, Dossier
from khronika.dossier.fold import Folded, fold
from khronika.dossier.material import Material
from khronika.dossier.sameness import Sameness, sameness
from khronika.errors import Problem
from khronika.ledger.forward import Touched
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of

_JOINING = (Verb.SAME, Verb.NOT_SAME)
_Index = Mapping[SubjectId, frozenset[SubjectId]]


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything accepted, folded as of a day, and what finds those whom a change can touch.

    `by_subject` are the accepted claims about each subject. `by_source` and `by_case` are the
    subjects that a source speaks of or that are in a case; some of them perhaps no longer.
    """

    in_force: InForce
    material: Material
    as_of: date
    joined: Sameness
    folded: Folded
    by_subject: Mapping[SubjectId, frozenset[ClaimId]]
    by_source: _Index
    by_case: _Index


@dataclass(frozen=True, slots=True)
class Refolded:
    """What is kept now, and the ids of people and cases that may differ, came or went."""

    kept: Kept
    changed: frozenset[SubjectId]


def keep(in_force: InForce, *, as_of: date) -> Kept:
    """Everything that is accepted, folded."""
    material = material_of(in_force)
    by_subject: dict[SubjectId, set[ClaimId]] = defaultdict(set)
    by_source: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    by_case: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for one, claim in material.claims.items():
        by_subject[claim.subject].add(one)
        by_source[claim.passage.source].add(claim.subject)
        if claim.case:
            by_case[claim.case].add(claim.subject)
    return Kept(
        in_force,
        material,
        as_of,
        _joined(in_force),
        fold(material, as_of=as_of),
        {one: frozenset(claims) for one, claims in by_subject.items()},
        {one: frozenset(subjects) for one, subjects in by_source.items()},
        {one: frozenset(subjects) for one, subjects in by_case.items()},
    )


def refold(before: Kept, in_force: InForce, touched: Touched) -> Refolded:
    """What is kept once these were touched; as of the same day."""
    is_joined_anew = any(one.verb in _JOINING for one in touched.decisions)
    material = material_forward(before.material, in_force, touched)
    moved = {
        claim.subject: claim
        for claims in (before.material.claims, material.claims)
        for one in touched.claims
        if (claim := claims.get(one))
    }
    now = replace(
        before,
        in_force=in_force,
        material=material,
        joined=_joined(in_force) if is_joined_anew else before.joined,
        by_subject=_by_subject(before, material, touched.claims),
        by_source=_indexed(
            before.by_source, material, touched.claims, key=lambda one: one.passage.source
        ),
        by_case=_indexed(before.by_case, material, touched.claims, key=lambda one: one.case),
    )
    subjects = {*moved, *_named(touched.decisions), *_retold(before, now, touched.sources)}
    return _again(before, now, subjects | _joined_anew(before.joined, now.joined))


def on_day(before: Kept, as_of: date) -> Refolded:
    """What is kept as of another day; those are folded anew for whom time changes something."""
    everybody = frozenset({*before.folded.people, *before.folded.cases})
    if as_of < before.as_of:
        whole = keep(before.in_force, as_of=as_of)
        return Refolded(whole, everybody | whole.folded.people.keys() | whole.folded.cases.keys())
    people = {one: replace(dossier, as_of=as_of) for one, dossier in before.folded.people.items()}
    waiting = {
        one for one, held in people.items() if held.stable_until and held.stable_until <= as_of
    }
    now = replace(before, as_of=as_of, folded=replace(before.folded, people=people))
    again = _again(now, now, waiting | before.folded.cases.keys())
    return replace(again, changed=again.changed | everybody)


def _again(before: Kept, now: Kept, subjects: Collection[SubjectId]) -> Refolded:
    """Fold anew those whom these subjects belong to, and those they belonged to."""
    if not subjects:
        return Refolded(now, frozenset())
    gone = {before.joined.of(one) for one in subjects}
    wanted = {now.joined.of(one) for one in {*subjects, *gone}}
    said = _claims_of(wanted, now)
    cases = {claim.case for claim in said.values() if claim.case}
    cases |= _cases_of(gone | wanted, before.folded)
    touched = gone | wanted | cases
    part = _fold_part(said | _claims_of(cases, now), touched, now)
    folded = Folded(
        _people(now.folded.people, part, touched),
        _cases(now.folded.cases, part, touched, cases=cases),
        _problems(before, part, touched),
    )
    return Refolded(replace(now, folded=folded), frozenset(touched))


def _fold_part(claims: Mapping[ClaimId, Claim], subjects: set[SubjectId], now: Kept) -> Folded:
    """These claims folded with all that was decided about them, and of the rest nothing."""
    named = {*claims, *_members(subjects, now.joined)}
    verbs = [verb for verb in FOLDED if verb not in _JOINING]
    about = [one for name in named for verb in verbs for one in now.in_force.about(verb, name)]
    decided = now.in_force.decided
    # A version that was preferred need not count any more; the one put aside stays put aside.
    about += [one for one in decided.of(Verb.PREFER) if not named.isdisjoint(one.over)]
    decisions = {one.id(): one for one in (*about, *decided.of(*_JOINING))}
    part = replace(
        now.material,
        claims={one: claims[one] for one in sorted(claims)},
        decisions=tuple(decisions[one] for one in sorted(decisions)),
    )
    return fold(part, as_of=now.as_of)


def _claims_of(people: Collection[SubjectId], now: Kept) -> dict[ClaimId, Claim]:
    """The claims about whoever goes by these canonical ids."""
    claims = now.material.claims
    return {
        one: claims[one]
        for subject in _members(people, now.joined)
        for one in now.by_subject.get(subject, ())
    }


def _members(people: Collection[SubjectId], joined: Sameness) -> set[SubjectId]:
    """Every id that goes by one of these."""
    own = {one for one in people if joined.of(one) == one}
    return own | {SubjectId(one) for one, other in joined.canonical.items() if other in people}


def _cases_of(subjects: Iterable[SubjectId], folded: Folded) -> set[SubjectId]:
    """The cases among these, and those that the people among them were in."""
    subjects = set(subjects)
    people = [folded.people[one] for one in subjects if one in folded.people]
    own = {one for one in subjects if kind_of(one) is SubjectKind.CASE}
    return own | {case for dossier in people for case in dossier.cases}


def _people(
    before: Mapping[SubjectId, Dossier], part: Folded, touched: Collection[SubjectId]
) -> Mapping[SubjectId, Dossier]:
    people = {**before, **part.people}
    for one in touched:
        if one not in part.people:
            people.pop(one, None)
    return people if part.people.keys() <= before.keys() else dict(sorted(people.items()))


def _cases(
    before: Mapping[SubjectId, CaseFile],
    part: Folded,
    touched: Collection[SubjectId],
    *,
    cases: Iterable[SubjectId],
) -> Mapping[SubjectId, CaseFile]:
    found = dict(before)
    for case in cases:
        old = found.pop(case, CaseFile(case, (), ()))
        members = {one for one in old.people if one not in touched}
        members |= {one for one, dossier in part.people.items() if case in dossier.cases}
        if members or case in part.cases:
            file = part.cases.get(case, CaseFile(case, (), ()))
            found[case] = replace(file, people=tuple(sorted(members)))
    return dict(sorted(found.items()))


def _problems(before: Kept, part: Folded, touched: Collection[SubjectId]) -> tuple[Problem, ...]:
    """Those of others stay; what contradicts itself among joined ids is found anew in any part."""
    others = [
        one
        for one in before.folded.problems
        if one.place not in touched and one not in before.joined.problems
    ]
    return tuple(sorted((*others, *part.problems)))


def _joined(in_force: InForce) -> Sameness:
    return sameness(in_force.decided.of(*_JOINING))


def _joined_anew(before: Sameness, now: Sameness) -> set[SubjectId]:
    """Every id that goes by another one than before."""
    if before is now:
        return set()
    ids = map(SubjectId, {*before.canonical, *now.canonical})
    return {one for one in ids if before.of(one) != now.of(one)}


def _named(decisions: Iterable[Decision]) -> Iterable[SubjectId]:
    """The people that joining and consent are about; other decisions name claims."""
    about_people = (one for one in decisions if one.verb in {*_JOINING, Verb.CONSENT})
    return (SubjectId(target) for one in about_people for target in one.targets)


def _retold(before: Kept, now: Kept, sources: Iterable[SubjectId]) -> Iterable[SubjectId]:
    """Those of whom a source speaks whose description is another one now, or that repeats one."""
    old, new = before.in_force.sources, now.in_force.sources
    retold = {one for one in sources if old.get(one) != new.get(one)}
    if retold:
        described = (*old.values(), *new.values())
        retold |= {one.id for one in described if one.repeats in retold}
    return (subject for source in retold for subject in now.by_source.get(source, ()))


def _by_subject(
    before: Kept, material: Material, touched: Iterable[ClaimId]
) -> Mapping[SubjectId, frozenset[ClaimId]]:
    found = dict(before.by_subject)
    for one in touched:
        if old := before.material.claims.get(one):
            found[old.subject] -= {one}
        if new := material.claims.get(one):
            found[new.subject] = found.get(new.subject, frozenset()) | {one}
    return found


def _indexed(
    before: _Index,
    material: Material,
    touched: Iterable[ClaimId],
    *,
    key: Callable[[Claim], SubjectId | None],
) -> _Index:
    found = dict(before)
    for one in touched:
        claim = material.claims.get(one)
        at = key(claim) if claim else None
        if claim and at:
            found[at] = found.get(at, frozenset()) | {claim.subject}
    return found
