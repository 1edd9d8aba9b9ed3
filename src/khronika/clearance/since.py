"""What an edition may know of the issues before it: what was out then and may still be told.

Invariants:

- Of what was out before, only what leaves today counts, and what was rejected as wrong while
  nothing else keeps it here. So for whatever was withdrawn, restricted or redacted, in whatever
  way, the outcome is as if it had never been: nothing is new, changed or gone because of it.
- A source that was closed or opened since then changes nothing either: its claims are the same
  claims under another id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from khronika.clearance.cleared import Cleared
from khronika.clearance.issue import Issue, Issued, Released
from khronika.clearance.leaving import decision_as_it_leaves
from khronika.clearance.publication import KNOWN_TO_EDITORS, Publication
from khronika.dossier.entry import Backed, Entry, FieldState
from khronika.dossier.fold import Folded, fold
from khronika.dossier.material import Material
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId, Verb
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.value import Text

_TAKING_PART = frozenset({Verb.PREFER, Verb.MERGE, Verb.SPLIT})

LeftOut = frozenset[tuple[ClaimId, str]]


def with_issues(
    publication: Publication,
    cleared: Cleared,
    in_force: InForce,
    *,
    before: Sequence[Issued],
    going_out: Issue | None = None,
) -> Publication:
    """The publication with the issues before it (oldest first), and what they may tell of it.

    It is compared with the last issue from which it differs. Where it differs from none that came
    after, it is the last of those, so that building an issue again gives the same bytes.
    """
    issues = tuple(one.issue for one in before) + ((going_out,) if going_out else ())
    now = _Now(publication, cleared, in_force)
    issue, since = going_out, None
    for issued in reversed(before):
        then = _Then(now, issued)
        if then.touched:
            since = _released(then)
            break
        issue = issue or issued.issue
    return replace(publication, issue=issue, issues=issues, since=since)


@dataclass(frozen=True)
class _Now:
    """What leaves today, and by which ids each claim of it may have left before."""

    publication: Publication
    cleared: Cleared
    in_force: InForce

    @cached_property
    def ids(self) -> dict[ClaimId, ClaimId]:
        """The id under which each claim of the ledger leaves, or would if it were not wrong.

        Of what is wrong nothing is told but the value, so it goes as from a closed source.
        """
        out = self.cleared.material.claims
        known = sorted(self.cleared.leaving | self.cleared.mistaken)
        return {one: one if one in out else self.bare_id(one) for one in known}

    @cached_property
    def pages(self) -> dict[SubjectId, SubjectId]:
        """The page of every case and of every id a person goes by."""
        people = self.publication.people.values()
        pages = {one: dossier.person for dossier in people for one in dossier.joined}
        return pages | {one: one for one in self.publication.cases}

    def id_in(self, one: ClaimId, issued: Issued) -> ClaimId | None:
        """The id under which the claim went out with this issue; None when it did not."""
        if one in issued.claims:
            return one
        return self.bare_id(one) if self.bare_id(one) in issued.claims else None

    def bare_id(self, one: ClaimId) -> ClaimId:
        """The id under which the claim leaves when its source is closed."""
        if one not in self._bare:
            self._bare[one] = bare(self.in_force.ledger.claims[one]).id()
        return self._bare[one]

    @cached_property
    def _bare(self) -> dict[ClaimId, ClaimId]:
        return {}


@dataclass(frozen=True)
class _Then:
    """An issue as it may be told today."""

    now: _Now
    issued: Issued

    @cached_property
    def ids(self) -> dict[ClaimId, ClaimId]:
        """The claims of the ledger that were out, each with the id it had then."""
        now = self.now
        found = {one: now.id_in(one, self.issued) for one in now.ids}
        return {one: then for one, then in found.items() if then is not None}

    @cached_property
    def mistaken(self) -> dict[ClaimId, Claim]:
        """What was out and is rejected now, about subjects with a page, unless others still say it.

        A claim of a closed source has one id with all that say the same.
        """
        now = self.now
        claims, out = now.in_force.ledger.claims, now.cleared.material.claims
        return {
            now.ids[one]: bare(claims[one])
            for one in sorted(now.cleared.mistaken & self.ids.keys())
            if claims[one].subject in now.pages and now.ids[one] not in out
        }

    @cached_property
    def claims(self) -> dict[ClaimId, Claim]:
        """What was out: the claims that leave today, and the mistaken ones."""
        material = self.now.cleared.material.claims
        out = {self.now.ids[one] for one in self.ids}
        return {one: material[one] for one in sorted(out & material.keys())} | self.mistaken

    @cached_property
    def material(self) -> Material:
        """What was out, with who is who as it is known today."""
        today = self.now.cleared.material
        return replace(today, claims=self.claims, decisions=self._decisions(), left_out=self.untold)

    @cached_property
    def touched(self) -> frozenset[SubjectId]:
        """Whose page may tell of something that is new or wrong, or was decided otherwise."""
        claims, pages = {**self.now.cleared.material.claims, **self.claims}, self.now.pages
        about = (claims[one].subject for one in self._changed() if one in claims)
        return frozenset(pages[subject] for subject in about if subject in pages)

    @cached_property
    def untold(self) -> LeftOut:
        """What was held back then, and what is today, of fields of claims that were out."""
        now = {then: self.now.ids[one] for one, then in self.ids.items()}
        before = {(now[one], name) for one, name in self.issued.left_out if one in now}
        return self.now.cleared.material.left_out | before

    def _changed(self) -> set[ClaimId]:
        then, today = self.material, self.now.cleared.material
        decided = {one.id(): one for one in (*then.decisions, *today.decisions)}
        apart = {d.id() for d in then.decisions} ^ {d.id() for d in today.decisions}
        targets = {ClaimId(one) for each in apart for one in decided[each].targets}
        return (then.claims.keys() ^ today.claims.keys()) | targets

    def _decisions(self) -> tuple[Decision, ...]:
        today = self.now.cleared.material.decisions
        if self.issued.decisions is None:
            kept = [one for one in today if self._is_known(one)]
        else:
            kept = [one for one in today if one.verb not in _TAKING_PART]
            kept += self._decided(self.issued.decisions)
        return tuple({one.id(): one for one in sorted(kept, key=Decision.id)}.values())

    def _is_known(self, decision: Decision) -> bool:
        named = (*decision.targets, *decision.over)
        return decision.verb not in _TAKING_PART or self.claims.keys() >= set(named)

    def _decided(self, recorded: frozenset[DecisionId]) -> Iterator[Decision]:
        """Those of the recorded decisions that name nothing but what was out and may be told.

        One that was taken back since then is still in the ledger, so it can be told.
        """
        told = {one for one in self.ids if self.now.ids[one] in self.claims}
        for decision in self.now.in_force.ledger.decisions.values():
            if decision.verb in _TAKING_PART and told.issuperset(
                (*decision.targets, *decision.over)
            ):
                then = decision_as_it_leaves(decision, self.ids)
                if then.id() in recorded:
                    yield decision_as_it_leaves(decision, self.now.ids)


def bare(claim: Claim) -> Claim:
    """The claim as it leaves when its source is closed."""
    return replace(claim, passage=Passage(KNOWN_TO_EDITORS), nonce="")


def _released(then: _Then) -> Released:
    publication, touched = then.now.publication, then.touched
    before = _folded(then)
    cases = {one for claim in then.claims.values() for one in (claim.subject, claim.case)}
    people = touched & publication.people.keys()
    return Released(
        issue=then.issued.issue,
        people={one: before.people[one] for one in sorted(people & before.people.keys())},
        cases={one: before.cases[one] for one in sorted(touched & before.cases.keys())},
        new=(people - before.people.keys()) | (publication.cases.keys() - cases),
        mistaken=then.mistaken,
        untold=then.untold,
    )


def _folded(then: _Then) -> Folded:
    """What was known then of those touched, without the words of what is wrong."""
    pages = then.now.pages
    claims = {
        one: claim for one, claim in then.claims.items() if pages.get(claim.subject) in then.touched
    }
    folded = fold(replace(then.material, claims=claims), as_of=then.now.publication.as_of)
    return replace(
        folded,
        people={
            one: replace(dossier, entries=_wordless(dossier.entries, then.mistaken))
            for one, dossier in folded.people.items()
        },
        cases={
            one: replace(case, entries=_wordless(case.entries, then.mistaken))
            for one, case in folded.cases.items()
        },
    )


def _wordless(entries: Iterable[Entry], mistaken: Mapping[ClaimId, Claim]) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, fields={n: _without(state, mistaken) for n, state in entry.fields.items()})
        if mistaken.keys() & set(entry.claims)
        else entry
        for entry in entries
    )


def _without(state: FieldState, mistaken: Mapping[ClaimId, Claim]) -> FieldState:
    """The field without texts that nobody but a mistaken claim said."""

    def stands(backed: Backed) -> bool:
        return not isinstance(backed.value, Text) or not mistaken.keys() >= set(backed.claims)

    return replace(
        state,
        values=tuple(one for one in state.values if stands(one)),
        aside=tuple(one for one in state.aside if stands(one)),
    )
