"""Who is one person, by the decisions of editors alone.

Invariants:

- The smallest id of those joined is canonical.
- *Not the same* wins: a chain of *same* that would join two people told apart joins nobody in it,
  and is reported. A person wrongly kept apart is an annoyance; wrongly joined, a danger.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.dossier.connected import connected
from khronika.errors import Problem
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Sameness:
    """The canonical id of every joined id, and the chains that contradict themselves."""

    canonical: Mapping[str, SubjectId]
    problems: tuple[Problem, ...]

    def of(self, person: SubjectId) -> SubjectId:
        """The id the person goes by."""
        return self.canonical.get(person, person)


def sameness(decisions: Iterable[Decision]) -> Sameness:
    """What the *same* and *not the same* decisions in force amount to."""
    decisions = tuple(decisions)
    apart = {pair for d in decisions if d.verb is Verb.NOT_SAME for pair in _pairs(d)}
    links = {pair for d in decisions if d.verb is Verb.SAME for pair in _pairs(d)} - apart
    canonical: dict[str, SubjectId] = {}
    problems: list[Problem] = []
    for group in connected(links):
        if any(first in group and second in group for first, second in apart):
            problems.append(_contradiction(group))
        else:
            canonical |= dict.fromkeys(group, SubjectId(min(group)))
    return Sameness(canonical, tuple(sorted(problems)))


def _pairs(decision: Decision) -> Iterable[tuple[SubjectId, SubjectId]]:
    people = sorted(SubjectId(target) for target in decision.targets)
    return ((first, second) for first in people for second in people if first < second)


def _contradiction(group: frozenset[str]) -> Problem:
    people = ", ".join(sorted(group))
    return Problem(
        place=min(group),
        code="fold.sameness-contradicts",
        message=f"Decisions call these one person and tell two of them apart: {people}.",
        remedy="Take back one of the decisions; until then nobody of them is joined.",
    )
