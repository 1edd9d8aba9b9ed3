"""What a decision would change: the material is folded as it is and as it would be, and compared.

Shown to whoever is about to join two people, make two events one, or say that a statement does not
count, so that nobody finds out afterwards.

Invariants:

- No rule of its own says what a decision does: the fold answers, as it will when it is recorded.
- Only the claims of the people asked about are folded.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from khronika.dossier.dossier import Dispute, Dossier, StatusCode
from khronika.dossier.entry import Entry
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.dossier.sameness import sameness
from khronika.ledger.past import FACT_VERBS
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Change:
    """What would be otherwise.

    `gone` are entries that would no longer be as they are, `come` those that would stand instead.
    `opened` and `closed` are disputes. `before` and `after` are the status of each person that
    would change, one for each dossier there is; both empty where none does.
    """

    gone: tuple[Entry, ...] = ()
    come: tuple[Entry, ...] = ()
    opened: tuple[Dispute, ...] = ()
    closed: tuple[Dispute, ...] = ()
    before: tuple[StatusCode, ...] = ()
    after: tuple[StatusCode, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether all would be as it is."""
        return self == Change()


def decided(material: Material, decisions: Iterable[Decision]) -> Material:
    """The material as it would be with these decisions."""
    new = tuple(decisions)
    replaced = {old for one in new for old in one.replaces}
    rejected = {target for one in new if one.verb is Verb.REJECT for target in one.targets}
    kept = tuple(one for one in material.decisions if one.id() not in replaced)
    return replace(
        material,
        claims={one: row for one, row in material.claims.items() if one not in rejected},
        decisions=(*kept, *(one for one in new if one.verb in FACT_VERBS)),
    )


def stated(material: Material, claims: Iterable[Claim]) -> Material:
    """The material as it would be if these claims counted."""
    return replace(material, claims={**material.claims, **{one.id(): one for one in claims}})


def change(
    before: Material, after: Material, people: Collection[SubjectId], *, as_of: date
) -> Change:
    """What differs between the two for these people, under every id they go by in either."""
    was, is_now = (_dossiers(one, people, as_of) for one in (before, after))
    gone, come = _differing(was, is_now), _differing(is_now, was)
    old, new = ([row for one in rows for row in one.disputes] for rows in (was, is_now))
    moved = _statuses(was) != _statuses(is_now)
    return Change(
        gone=gone,
        come=come,
        opened=tuple(one for one in new if _said(one) not in set(map(_said, old))),
        closed=tuple(one for one in old if _said(one) not in set(map(_said, new))),
        before=_statuses(was) if moved else (),
        after=_statuses(is_now) if moved else (),
    )


def _dossiers(material: Material, people: Collection[SubjectId], as_of: date) -> list[Dossier]:
    joined = sameness(material.decisions)
    wanted = {joined.of(one) for one in people}
    claims = {one: row for one, row in material.claims.items() if joined.of(row.subject) in wanted}
    folded = fold(replace(material, claims=claims), as_of=as_of).people
    return [folded[one] for one in sorted(wanted) if one in folded]


def _statuses(dossiers: Iterable[Dossier]) -> tuple[StatusCode, ...]:
    return tuple(dict.fromkeys(one.status.code for one in dossiers))


def _differing(ours: Iterable[Dossier], theirs: Iterable[Dossier]) -> tuple[Entry, ...]:
    known = {_what(entry) for one in theirs for entry in one.entries}
    return tuple(entry for one in ours for entry in one.entries if _what(entry) not in known)


def _what(entry: Entry) -> tuple[str, tuple[ClaimId, ...], str]:
    """An entry but for its key and whose it is: what it is made of, and how its fields stand."""
    fields = ((name, state.standing, state.values) for name, state in sorted(entry.fields.items()))
    return entry.kind, entry.claims, repr(list(fields))


def _said(dispute: Dispute) -> tuple[str, str, str]:
    return dispute.kind, dispute.field, repr(dispute.values)
