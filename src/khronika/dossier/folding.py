"""What the claims of one event say together, field by field: the second half of the fold.

Invariants:

- Compatible values refine each other; values that cannot all be true are disputed.
- A preference holds while every differing value is named in it; two that clash cancel out.
- What was put aside never prints as settled: where the preferred claim may not leave, the field
  is withheld.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from khronika.dossier.entry import Backed, FieldState, SaidOnce, Standing
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.value import Text, Value, agree, encode, in_order, refines
from khronika.values.date import PartialDate

Ids: TypeAlias = tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences in force, by the claim each prefers."""

    by_claim: Mapping[ClaimId, tuple[Decision, ...]]

    def among(self, claims: Iterable[ClaimId]) -> list[tuple[ClaimId, Decision]]:
        """Those that prefer one of the claims, in one order."""
        return [(one, d) for one in sorted(claims) for d in self.by_claim.get(one, ())]


@dataclass(frozen=True, slots=True)
class Folded:
    """The fields of one event, the preferences at work, and the fields where preferences clash."""

    fields: Mapping[str, FieldState]
    settled_by: tuple[DecisionId, ...]
    clashing: tuple[str, ...]


def fold_fields(
    claims: Mapping[ClaimId, Claim],
    *,
    free: bool,
    preferences: Preferences,
    left_out: Collection[tuple[ClaimId, str]],
) -> Folded:
    """Every field any of the claims holds, sorted by name."""
    if len(claims) == 1:  # as most are
        ((one, claim),) = claims.items()
        if not left_out or not any((one, name) in left_out for name in claim.fields):
            return Folded(SaidOnce(claim.fields, one), (), ())
    said: dict[str, list[tuple[Ids, Value]]] = defaultdict(list)
    for one, claim in claims.items():
        alone = (one,)  # held once for all that only this claim says
        for name, value in claim.fields.items():
            said[name].append((alone, value))
    preferred = preferences.among(claims)
    fields: dict[str, FieldState] = {}
    used: set[DecisionId] = set()
    clashing: list[str] = []
    for name in sorted(said):
        if left_out and any((one, name) in left_out for one in claims):
            fields[name] = FieldState(Standing.WITHHELD, ())
            continue
        state = _fold_values(said[name], free=free)
        if state.standing is Standing.DISPUTED and preferred:
            state, by, clash = _settle(name, state, claims, preferred=preferred)
            used |= by
            clashing += [name] * clash
        fields[name] = state
    return Folded(fields, tuple(sorted(used)), tuple(clashing))


def _fold_values(said: Sequence[tuple[Ids, Value]], *, free: bool) -> FieldState:
    if len(said) == 1:  # most fields are said once
        ids, value = said[0]
        return FieldState(Standing.AGREED, (Backed(value, ids),))
    backed = _by_value(said)
    if free or len(backed) == 1:
        return FieldState(Standing.AGREED, tuple(backed))
    if all(isinstance(one.value, tuple) for one in backed):
        return FieldState(Standing.AGREED, (_joined(backed),))
    finest = _finest(backed)
    if _clash(finest):
        return FieldState(Standing.DISPUTED, tuple(finest))
    return FieldState(Standing.AGREED, tuple(_side_by_side(finest)))


def _by_value(said: Iterable[tuple[Ids, Value]]) -> list[Backed]:
    """Equal values together, each with the claims that say it, in one order."""
    grouped: dict[str, tuple[Value, list[ClaimId]]] = {}
    for ids, value in said:
        spelt = f"{type(value).__name__} {canonical_json(encode(value))}"
        grouped.setdefault(spelt, (value, []))[1].extend(ids)
    return [Backed(value, tuple(sorted(ids))) for _, (value, ids) in sorted(grouped.items())]


def _joined(backed: Sequence[Backed]) -> Backed:
    """Lists add up: each says what it knows of, and none that this is all."""
    values = {one for b in backed if isinstance(b.value, tuple) for one in b.value}
    ids = {one for b in backed for one in b.claims}
    return Backed(tuple(in_order(list(values))), tuple(sorted(ids)))  # type: ignore[arg-type]


def _finest(backed: Sequence[Backed]) -> list[Backed]:
    """The values no other says more exactly; a vaguer one lends its claims if only one fits."""
    finest = [b for b in backed if not any(refines(o.value, b.value) for o in backed if o is not b)]
    lent: dict[int, set[ClaimId]] = defaultdict(set)
    for vague in (b for b in backed if b not in finest):
        finer = [place for place, b in enumerate(finest) if refines(b.value, vague.value)]
        if len(finer) == 1:
            lent[finer[0]] |= set(vague.claims)
    return [
        Backed(b.value, tuple(sorted({*b.claims, *lent[place]}))) for place, b in enumerate(finest)
    ]


def _clash(backed: Sequence[Backed]) -> bool:
    return any(
        not agree(one.value, other.value)
        for place, one in enumerate(backed)
        for other in backed[place + 1 :]
    )


def _side_by_side(finest: Sequence[Backed]) -> list[Backed]:
    """Texts stand beside each other; of dates that overlap the narrowest speaks for all."""
    dates = [b for b in finest if isinstance(b.value, PartialDate)]
    if len(dates) < 2:
        return [
            *(b for b in finest if not isinstance(b.value, Text)),
            *(b for b in finest if isinstance(b.value, Text)),
        ]
    narrowest = min(dates, key=_width)
    ids = {one for b in dates for one in b.claims}
    return [Backed(narrowest.value, tuple(sorted(ids)))]


def _width(backed: Backed) -> tuple[int, str]:
    days = backed.value.days if isinstance(backed.value, PartialDate) else 0
    return days, str(backed.value)


def _settle(
    name: str,
    state: FieldState,
    claims: Mapping[ClaimId, Claim],
    *,
    preferred: Sequence[tuple[ClaimId, Decision]],
) -> tuple[FieldState, set[DecisionId], bool]:
    """The field by the preferences that hold; whether some of them clash."""
    holding = [
        (claims[chosen].fields[name], decision)
        for chosen, decision in preferred
        if name in claims[chosen].fields and _holds(state, claims[chosen].fields[name], decision)
    ]
    if not holding:
        return state, set(), False
    if any(not agree(holding[0][0], value) for value, _ in holding[1:]):
        return state, set(), True
    chosen = holding[0][0]
    kept = [b for b in state.values if agree(b.value, chosen)]
    aside = tuple(b for b in state.values if not agree(b.value, chosen))
    settled = FieldState(Standing.SETTLED, tuple(_side_by_side(kept)), aside)
    return settled, {decision.id() for _, decision in holding}, False


def _holds(state: FieldState, chosen: Value, decision: Decision) -> bool:
    """Whether every differing value is named in the preference: a new one reopens the dispute."""
    over = set(decision.over)
    differing = [b for b in state.values if not agree(b.value, chosen)]
    return bool(differing) and all(over & set(b.claims) for b in differing)
