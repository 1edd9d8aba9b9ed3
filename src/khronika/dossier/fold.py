"""The fold: claims and decisions in, dossiers and case files out.

Invariants:

- A pure function of the material and the day; the order of claims and decisions changes nothing.
- A person's dossier depends only on that person's claims and the decisions that name them.
- It holds until `stable_until`: on every day before, the fold gives the same dossier but for
  `as_of`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khronika.dossier.ahead import ahead_days, dates_ahead
from khronika.dossier.breach import breaches
from khronika.dossier.dossier import CaseFile, Dispute, Dossier
from khronika.dossier.entries import Context, entries_of
from khronika.dossier.entry import Entry
from khronika.dossier.gaps import View, gap_days, gaps
from khronika.dossier.grouping import Said, give_cases
from khronika.dossier.material import Material
from khronika.dossier.sameness import Sameness, sameness
from khronika.dossier.status import status, status_days
from khronika.dossier.timeline import begun_by, days_of, in_time, told_on
from khronika.errors import Problem
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of


@dataclass(frozen=True, slots=True)
class Folded:
    """Every dossier and case file, by id, and what editors' decisions left in contradiction."""

    people: Mapping[SubjectId, Dossier]
    cases: Mapping[SubjectId, CaseFile]
    problems: tuple[Problem, ...]


def fold(material: Material, *, as_of: date) -> Folded:
    """Everything the material says, as of the day."""
    context = Context(material)
    joined = sameness(material.decisions)
    by_subject = _by_subject(material.claims, joined)
    about = _decisions_about(material.decisions, joined)
    people: dict[SubjectId, Dossier] = {}
    cases: dict[SubjectId, CaseFile] = {}
    problems = list(joined.problems)
    for subject, claims in sorted(by_subject.items()):
        match kind_of(subject):
            case SubjectKind.PERSON:
                people[subject], clashes = _dossier(
                    subject, claims, context, about.get(subject, ()), as_of=as_of
                )
                problems += clashes
            case SubjectKind.CASE:
                cases[subject], clashes = _case_file(subject, claims, context, as_of=as_of)
                problems += clashes
            case _:
                pass
    _add_members(cases, people)
    return Folded(people, dict(sorted(cases.items())), tuple(sorted(problems)))


def _by_subject(
    claims: Mapping[ClaimId, Claim], joined: Sameness
) -> dict[SubjectId, dict[ClaimId, Claim]]:
    grouped: dict[SubjectId, dict[ClaimId, Claim]] = defaultdict(dict)
    for one, claim in claims.items():
        grouped[joined.of(claim.subject)][one] = claim
    return grouped


def _decisions_about(
    decisions: Iterable[Decision], joined: Sameness
) -> Mapping[str, tuple[Decision, ...]]:
    """The consents by person; no other decision about a person matters to a dossier."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.verb is Verb.CONSENT:
            for target in decision.targets:
                found[joined.of(SubjectId(target))].append(decision)
    return {person: tuple(rows) for person, rows in found.items()}


def _dossier(
    person: SubjectId,
    claims: Mapping[ClaimId, Claim],
    context: Context,
    decisions: tuple[Decision, ...],
    *,
    as_of: date,
) -> tuple[Dossier, list[Problem]]:
    entries, clashes = entries_of(person, give_cases(claims), context)
    told = {entry.key: told_on(entry, context.material) for entry in entries}
    begun = in_time(one for one in entries if begun_by(one, as_of, told=told[one.key]))
    view = View(
        person=person,
        as_of=as_of,
        entries=tuple(entries),
        begun=tuple(begun),
        status=status(begun, as_of),
        claims=tuple(
            (one, claim, context.material.recorded.get(one, "")) for one, claim in claims.items()
        ),
        decisions=decisions,
    )
    stable_until = _stable_until(view, told.values())
    dossier = Dossier(
        person=person,
        joined=tuple(sorted({claim.subject for claim in claims.values()})),
        as_of=as_of,
        entries=tuple(begun),
        cases=tuple(sorted({one.case for one in begun if one.case})),
        status=view.status,
        disputes=tuple(_disputes(person, begun)),
        gaps=tuple(gaps(view)),
        ahead=tuple(dates_ahead(view)),
        stable_until=stable_until,
        behind=context.behind.digest(claims, decisions, stable_until=stable_until),
    )
    return dossier, clashes


def _disputes(person: SubjectId, entries: Sequence[Entry]) -> list[Dispute]:
    found = [
        Dispute(person, entry.kind, name, entry.key, state.values)
        for entry in entries
        for name, state in entry.disputed.items()
    ]
    found += breaches(person, entries)
    return sorted(found, key=lambda one: (one.kind, one.field, one.entry))


def _stable_until(view: View, told: Iterable[date | None]) -> date | None:
    """The next day something can change: every rule names its days, the nearest one counts."""
    days = days_of(view.entries) | gap_days(view) | ahead_days(view) | status_days(view.entries)
    days |= {day for day in told if day}
    return min((day for day in days if day > view.as_of), default=None)


def _case_file(
    case: SubjectId, claims: Mapping[ClaimId, Claim], context: Context, *, as_of: date
) -> tuple[CaseFile, list[Problem]]:
    said = [Said(one, claim, case) for one, claim in sorted(claims.items())]
    entries, clashes = entries_of(case, said, context)
    told = {entry.key: told_on(entry, context.material) for entry in entries}
    begun = in_time(one for one in entries if begun_by(one, as_of, told=told[one.key]))
    turning = days_of(entries) | {day for day in told.values() if day}
    stable_until = min((day for day in turning if day > as_of), default=None)
    file = CaseFile(
        case=case,
        entries=tuple(begun),
        people=(),
        disputes=tuple(_disputes(case, begun)),
        behind=context.behind.digest(claims, (), stable_until=stable_until),
    )
    return file, clashes


def _add_members(cases: dict[SubjectId, CaseFile], people: Mapping[SubjectId, Dossier]) -> None:
    """Every case any dossier names gets a file that lists the people in it."""
    members: dict[SubjectId, list[SubjectId]] = defaultdict(list)
    for person, dossier in sorted(people.items()):
        for case in dossier.cases:
            members[case].append(person)
    for case in sorted(members.keys() | cases.keys()):
        known = cases.get(case, CaseFile(case, (), ()))
        cases[case] = replace(known, people=tuple(members.get(case, ())))
