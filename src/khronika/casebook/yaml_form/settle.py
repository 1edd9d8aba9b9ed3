"""Looks up what decisions name, and makes decisions of them.

Invariants:

- A decision that replaces another can only be made after it: its id covers the other's. Decisions
  are made in rounds; what is left when a round makes none names itself in a circle.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from khronika.casebook.layout import Area
from khronika.casebook.yaml_form.claim_entry import read_id
from khronika.casebook.yaml_form.decision_entry import DecisionDraft
from khronika.casebook.yaml_form.keyring import KeyRing, NotNamed
from khronika.casebook.yaml_form.passage_entry import is_hash
from khronika.casebook.yaml_form.report import Report
from khronika.errors import KhronikaError, Problem
from khronika.schema.decision import Decision, DecisionId, Verb
from khronika.schema.meant import meant
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of, subject_id

OF_PEOPLE = frozenset({Verb.SAME, Verb.NOT_SAME, Verb.CONSENT, Verb.STANCE, Verb.READY})
OF_SOURCES = frozenset({Verb.OPEN, Verb.RESTRICT})


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision with the draft it was made of."""

    draft: DecisionDraft
    decision: Decision


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, the half of the folder it stands in, and the subject its file is about."""

    draft: DecisionDraft
    area: Area
    subject: SubjectId


@dataclass(frozen=True, slots=True)
class Settler:
    """What names are looked up in. `buried` says whether an id belongs to a destroyed claim."""

    house: str
    claims: KeyRing
    decisions: KeyRing
    subjects: Set[SubjectId]
    buried: Callable[[str], bool]

    def settle(self, drafted: Iterable[Drafted]) -> tuple[list[Settled], list[Problem]]:
        """The decisions that could be made, and what is wrong with the others."""
        everything = list(drafted)
        ready = [one for one in everything if not one.draft.replaces]
        waiting = [one for one in everything if one.draft.replaces]
        settled: list[Settled] = []
        problems: list[Problem] = []
        while ready:
            for one in ready:
                self._settle(one, settled, problems)
            ready, waiting = _divided(waiting)
        problems.extend(_circle(one) for one in waiting)
        return settled, problems

    def _settle(self, one: Drafted, settled: list[Settled], problems: list[Problem]) -> None:
        draft = one.draft
        if any(is_hash(name) and self.buried(name) for name in (*draft.targets, *draft.over)):
            return  # decisions about a destroyed claim go with it
        report = Report(draft.file, one.area)
        decision = self._decision(draft, report)
        problems.extend(report.problems)
        if decision is not None:
            self.decisions.add(draft.file, one.subject, draft.key, decision.id())
            settled.append(Settled(draft, decision))

    def _decision(self, draft: DecisionDraft, report: Report) -> Decision | None:
        targets = self._each(draft, draft.targets, self._target, report=report)
        over = self._each(draft, draft.over, self._claim, report=report)
        replaces = self._each(draft, draft.replaces, self._replaced, report=report)
        if report.problems:
            return None
        return Decision(
            verb=draft.verb,
            targets=targets,
            by=draft.by,
            at=draft.at,
            over=over,
            details=draft.details,
            reason=draft.reason,
            replaces=tuple(DecisionId(one) for one in replaces),
        )

    def _each(
        self,
        draft: DecisionDraft,
        names: Iterable[str],
        find: Callable[[DecisionDraft, str], str],
        *,
        report: Report,
    ) -> tuple[str, ...]:
        found = []
        for name in names:
            try:
                found.append(find(draft, name))
            except KhronikaError as error:
                report.add_error(draft.line, "unknown-name", error, what=draft.verb.value)
        return tuple(sorted(set(found)))

    def _target(self, draft: DecisionDraft, name: str) -> str:
        if draft.verb in OF_PEOPLE:
            return self._subject(name, SubjectKind.PERSON)
        try:
            return self._claim(draft, name)
        except NotNamed:
            if draft.verb not in OF_SOURCES or "#" in name or is_hash(name):
                raise
        return self._subject(name, SubjectKind.SOURCE)  # a key of the same file comes first

    def _claim(self, draft: DecisionDraft, name: str) -> str:
        return self.claims.find(draft.file, name)

    def _replaced(self, draft: DecisionDraft, name: str) -> str:
        return self.decisions.find(draft.file, name)

    def _subject(self, name: str, kind: SubjectKind) -> str:
        subject = read_id(name, kind, house=self.house)
        ours = subject == subject_id(self.house, kind, slug_of(subject))
        if ours and subject not in self.subjects:
            known = [slug_of(one) for one in self.subjects if kind_of(one) is kind]
            raise NotNamed(f"no file describes the {kind} {name!r}; {meant(name, known)}")
        return subject


def _divided(waiting: list[Drafted]) -> tuple[list[Drafted], list[Drafted]]:
    """Those that replace none of the waiting ones, and the rest."""
    everywhere = {name for one in waiting for name in _names_of(one)}
    here = {(one.draft.file, one.draft.key) for one in waiting}
    ready: list[Drafted] = []
    rest: list[Drafted] = []
    for one in waiting:
        named = one.draft.replaces
        waits = any(name in everywhere or (one.draft.file, name) in here for name in named)
        (rest if waits else ready).append(one)
    return ready, rest


def _names_of(one: Drafted) -> set[str]:
    """The names by which a decision can be meant in another file."""
    key, slug = one.draft.key, slug_of(one.subject)
    return {f"{slug}#{key}", f"{kind_of(one.subject)}/{slug}#{key}", f"{one.subject}#{key}"}


def _circle(one: Drafted) -> Problem:
    return Problem(
        f"{one.draft.file}:{one.draft.line}",
        "yaml.circle",
        "This decision replaces itself, or one that replaces it.",
        "A decision replaces only what was decided before it.",
    )
