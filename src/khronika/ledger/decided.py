"""The decisions in force, found by what they decide and by what they are about.

Invariants:

- In force is what no other decision replaces, whatever order the decisions came in.
- What is brought forward equals what is worked out from all the rows.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from khronika.schema.decision import Decision, DecisionId, Verb

_ByTarget = Mapping[Verb, Mapping[str, tuple[Decision, ...]]]
_Found = TypeVar("_Found", bound=Collection[object])


@dataclass(frozen=True, slots=True)
class Decided:
    """All decisions, those that another one replaces, and the rest by verb and by target."""

    rows: Mapping[DecisionId, Decision]
    replaced: frozenset[DecisionId]
    ids: Mapping[Verb, tuple[DecisionId, ...]]  # in force, sorted
    by_target: _ByTarget  # in force, ordered by id

    def about(self, verb: Verb, target: str) -> tuple[Decision, ...]:
        """Those in force with this verb that name the target, ordered by id."""
        found = self.by_target.get(verb)
        return found.get(target, ()) if found else ()

    def of(self, *verbs: Verb) -> tuple[Decision, ...]:
        """Those in force with one of these verbs, ordered by id."""
        return tuple(self.rows[one] for one in sorted(self._ids(verbs)))

    def naming(self, names: Set[str]) -> Iterator[Decision]:
        """Every decision about any of these or that puts one aside, also those replaced; by id."""
        found = {
            decision.id(): decision
            for name in names
            for verb in Verb
            for decision in self.about(verb, name)
        }
        aside = (
            *self.ids.get(Verb.PREFER, ()),
            *(one for one in self.replaced if one in self.rows),
        )
        for one in aside:
            if not names.isdisjoint((*self.rows[one].targets, *self.rows[one].over)):
                found[one] = self.rows[one]
        return (decision for _, decision in sorted(found.items()))

    def _ids(self, verbs: Iterable[Verb]) -> Iterable[DecisionId]:
        return (one for verb in verbs for one in self.ids.get(verb, ()))


def decide(rows: Mapping[DecisionId, Decision]) -> Decided:
    """What these decisions amount to."""
    replaced = frozenset(old for decision in rows.values() for old in decision.replaces)
    ids: dict[Verb, list[DecisionId]] = defaultdict(list)
    by_target: dict[Verb, dict[str, tuple[Decision, ...]]] = {}
    for one in sorted(rows.keys() - replaced):
        decision = rows[one]
        ids[decision.verb].append(one)
        about = by_target.setdefault(decision.verb, {})
        for target in dict.fromkeys(decision.targets):
            about[target] = (*about.get(target, ()), decision)
    return Decided(
        rows,
        replaced,
        {verb: tuple(found) for verb, found in ids.items()},
        by_target,
    )


def decide_more(
    before: Decided, rows: Mapping[DecisionId, Decision], new: Iterable[DecisionId]
) -> tuple[Decided, tuple[Decision, ...]]:
    """What `rows` amount to, which are those before and the new ones; and what moved.

    What moved is every decision that came into force or went out of it.
    """
    new = frozenset(new) - before.rows.keys()
    replaced = before.replaced | {old for one in new for old in rows[one].replaces}
    came = {one: rows[one] for one in new if one not in replaced}
    went = {one: before.rows[one] for one in replaced - before.replaced if one in before.rows}
    ids = dict(before.ids)
    for one, decision in came.items():
        ids[decision.verb] = _with(ids.get(decision.verb, ()), one)
    for one, decision in went.items():
        ids[decision.verb] = _without(ids[decision.verb], one)
    touched: dict[Verb, set[str]] = defaultdict(set)
    for decision in (*came.values(), *went.values()):
        touched[decision.verb].update(decision.targets)
    regrouped = {verb: _regrouped(before, verb, touched[verb], came, went) for verb in touched}
    moved = tuple(moved for _, moved in sorted((came | went).items()))
    return Decided(rows, replaced, _filled(ids), _filled({**before.by_target, **regrouped})), moved


def _with(ids: tuple[DecisionId, ...], one: DecisionId) -> tuple[DecisionId, ...]:
    more = list(ids)
    insort(more, one)
    return tuple(more)


def _without(ids: tuple[DecisionId, ...], one: DecisionId) -> tuple[DecisionId, ...]:
    place = bisect_left(ids, one)
    return ids[:place] + ids[place + 1 :]


def _filled(by_verb: Mapping[Verb, _Found]) -> dict[Verb, _Found]:
    return {verb: found for verb, found in by_verb.items() if found}


def _regrouped(
    before: Decided,
    verb: Verb,
    targets: Set[str],
    came: Mapping[DecisionId, Decision],
    went: Mapping[DecisionId, Decision],
) -> dict[str, tuple[Decision, ...]]:
    """What is decided with this verb, brought forward for these targets."""
    about = dict(before.by_target.get(verb, {}))
    for target in targets:
        stayed = {decision.id(): decision for decision in about.pop(target, ())}
        stayed |= {i: d for i, d in came.items() if d.verb is verb and target in d.targets}
        if found := tuple(stayed[one] for one in sorted(stayed) if one not in went):
            about[target] = found
    return about
