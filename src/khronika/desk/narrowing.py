"""What of the record the support group of a case may see.

Invariants:

- It is the people of its case, and of what was accepted of them and of the case what is public.
- A decision that names anything else stays behind.
"""

from collections.abc import Iterable, Mapping

from khronika.dossier.accepted import FOLDED
from khronika.dossier.material import Material
from khronika.dossier.refold import Kept
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility


def narrowed(kept: Kept, case: str) -> Material:
    """The material of this case's group, found without going through that of others."""
    about = SubjectId(case)
    public = _public({about, *kept.by_case.get(about, ())}, kept)
    members = {claim.subject for claim in public.values() if claim.case == case}
    claims = {
        one: public[one] for one in sorted(public) if public[one].subject in {*members, about}
    }
    named = {*claims, *(claim.subject for claim in claims.values())}
    sources = {claim.passage.source for claim in claims.values()}
    return Material(
        claims=claims,
        decisions=tuple(_decisions(named, kept)),
        sources={
            one: kept.material.sources[one]
            for one in sorted(sources & kept.material.sources.keys())
        },
        recorded={
            one: kept.material.recorded[one] for one in claims if one in kept.material.recorded
        },
    )


def _public(subjects: Iterable[SubjectId], kept: Kept) -> Mapping[ClaimId, Claim]:
    """The accepted claims about these that anybody may know."""
    return {
        one: kept.material.claims[one]
        for subject in subjects
        for one in kept.by_subject.get(subject, ())
        if kept.in_force.claim_level(one, Use.PUBLIC) is Visibility.PUBLIC
    }


def _decisions(named: set[str], kept: Kept) -> Iterable[Decision]:
    """Those about these and nothing else, ordered by id."""
    found = {
        one.id(): one
        for name in named
        for verb in FOLDED
        for one in kept.in_force.about(verb, name)
        if {*one.targets, *one.over} <= named
    }
    return (found[one] for one in sorted(found))
