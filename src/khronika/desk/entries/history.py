"""Everything that was stated and decided about a person or an entry, the latest first.

Invariants:

- Nothing is left out because it counts no more: what was replaced or rejected says so.
- Of a decision about many only what it says of this person is told.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from khronika.desk.entries import verbs
from khronika.desk.statement import Statement, day_words, statement_of
from khronika.desk.visit import Visit
from khronika.desk.who import Who
from khronika.ledger.ledger import Recorded
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId, kind_of, slug_of
from khronika.schema.subject import SubjectKind as Subjects

MOST = 500  # steps on one page; a person with more is asked about entry by entry


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody stated or decided something.

    `title` says what, `about` the statements a decision names, `aside` those it puts aside. `who`
    has several where somebody asked and somebody else said yes. `over` says why it counts no more.
    """

    at: str
    on: str
    who: tuple[str, ...]
    title: str
    about: tuple[Statement, ...] = ()
    aside: tuple[Statement, ...] = ()
    people: tuple[str, ...] = ()
    reason: str = ""
    over: str = ""


def of_person(joined: Collection[SubjectId], visit: Visit) -> tuple[Step, ...]:
    """All about the person, by whatever id."""
    own = frozenset(one for one, _ in visit.snapshot.in_force.claims_about(joined))
    return _steps(own, frozenset(joined), visit)


def of_claims(claims: Collection[ClaimId], visit: Visit) -> tuple[Step, ...]:
    """All about these claims."""
    return _steps(frozenset(claims), frozenset(), visit)


def _steps(
    claims: frozenset[ClaimId], people: frozenset[SubjectId], visit: Visit
) -> tuple[Step, ...]:
    telling = _Telling(claims, people, visit)
    found = [*map(telling.claim, claims), *telling.decisions()]
    ordered = sorted(found, key=lambda one: (one.at, *_alike(one)), reverse=True)
    together = (tuple(rows) for _, rows in groupby(ordered, _alike))
    return tuple(map(_joined, together))[:MOST]


def _alike(step: Step) -> tuple[object, ...]:
    """What steps that are told as one have in common."""
    return step.on, step.who, step.title, step.reason, step.over, step.people, step.aside != ()


def _joined(steps: tuple[Step, ...]) -> Step:
    """Several steps of one day, person and reason as one, with all their statements."""
    about = {one.claim: one for step in steps for one in step.about}
    aside = {one.claim: one for step in steps for one in step.aside}
    ordered = sorted(about.values(), key=lambda one: (one.line, one.claim))
    return replace(steps[0], about=tuple(ordered), aside=tuple(aside.values()))


class _Telling:
    """Tells steps to one visitor; looks nothing up twice."""

    def __init__(
        self, claims: frozenset[ClaimId], people: frozenset[SubjectId], visit: Visit
    ) -> None:
        self._claims, self._people, self._visit = claims, people, visit
        self._who = Who(visit)
        self._ledger = visit.snapshot.in_force.ledger
        self._decided = visit.snapshot.in_force.decided

    def claim(self, one: ClaimId) -> Step:
        """That somebody stated this."""
        statement = statement_of(one, self._visit, self._who)
        gettext = self._visit.wording.gettext
        over = "" if statement.counts else gettext("does not count now")
        rows = sorted(self._ledger.recorded.get(one, ()))
        return self._step(rows, gettext("Stated"), about=(statement,), over=over)

    def decisions(self) -> Iterator[Step]:
        """What was decided about any of the claims and people, also what replaced it."""
        for one in self._about():
            yield self._decision(one)

    def _about(self) -> Iterable[Decision]:
        return self._decided.naming({*self._claims, *self._people})

    def _decision(self, one: Decision) -> Step:
        wording = self._visit.wording
        is_in_force = one.id() not in self._decided.replaced
        rows = sorted(self._ledger.recorded.get(one.id(), ())) or [Recorded(one.at, one.by)]
        return self._step(
            rows,
            verbs.said(one, wording),
            about=self._statements(one.targets),
            aside=self._statements(one.over),
            people=self._others(one),
            reason=one.reason,
            over="" if is_in_force else wording.gettext("replaced later"),
        )

    def _statements(self, names: Iterable[str]) -> tuple[Statement, ...]:
        """Those of the claims that are asked about."""
        found = [ClaimId(one) for one in names if one in self._claims]
        return tuple(statement_of(one, self._visit, self._who) for one in found)

    def _others(self, one: Decision) -> tuple[str, ...]:
        """The other person of a pair; who is somebody else is named, whatever page they have."""
        if one.verb not in {Verb.SAME, Verb.NOT_SAME}:
            return ()
        return tuple(slug_of(SubjectId(who)) for who in one.targets if _is_person(who))

    def _step(  # noqa: PLR0913 - a step is no less
        self,
        rows: list[Recorded],
        title: str,
        *,
        about: tuple[Statement, ...] = (),
        aside: tuple[Statement, ...] = (),
        people: tuple[str, ...] = (),
        reason: str = "",
        over: str = "",
    ) -> Step:
        at = rows[0].at if rows else ""
        return Step(
            at=at,
            on=day_words(at, self._visit) if at else "",
            who=tuple(dict.fromkeys(self._who(one.by) for one in rows)),
            title=title,
            about=about,
            aside=aside,
            people=people,
            reason=reason,
            over=over,
        )


def _is_person(who: str) -> bool:
    return "/" in who and kind_of(SubjectId(who)) is Subjects.PERSON
