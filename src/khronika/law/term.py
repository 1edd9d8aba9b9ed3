"""When a term is over and when the prisoner is let go, with the way there.

Invariants:

- Nothing is predicted that the law alone does not decide: the answer then says why.
- The order of measures and rulings changes nothing.
"""

from collections.abc import Iterator
from datetime import date

from khronika.errors import Say
from khronika.law.career import Career, Obstacle, Outcome
from khronika.law.computed import Computed, Days, Step
from khronika.law.jurisdiction import Jurisdiction, jurisdiction_of
from khronika.law.reckoning import Reckoning, reckoning
from khronika.law.sentence import Standing, standing
from khronika.law.span import NEVER, Span
from khronika.law.steps import credit_steps, force_steps, said, step, term_steps
from khronika.law.working_days import working_days
from khronika.values.term import Term


def compute(career: Career) -> Computed:
    """The last day and the day of release of this conviction, as intervals with a trace."""
    law = jurisdiction_of(career.code)
    stands = standing(career, law)
    refused = _refused(career, stands, law)
    if refused is not None:
        return refused
    assert stands.term is not None  # noqa: S101  # refused otherwise
    ready = reckoning(career, stands, law)
    reached = ready.reach(stands.term)
    if reached is None or reached.last == NEVER:
        return _undetermined(ready, stands.term)
    return _reached(career, ready, reached)


def _refused(career: Career, stands: Standing, law: Jurisdiction) -> Computed | None:
    """Why nothing is predicted; None if something can be."""
    steps = tuple(_fine(career, law))
    reason = next(_reasons(career, stands), None)
    if reason is None:
        return None
    return Computed(steps=steps, not_predicted=Say(f"law.not-predicted-{reason}"))


def _reasons(career: Career, stands: Standing) -> Iterator[str]:
    for obstacle in Obstacle:
        if obstacle in career.obstacles:
            yield obstacle.value
    if stands.over is not None:
        yield "annulled" if stands.over in {Outcome.ANNULLED, Outcome.RETURNED} else "no-sentence"
    if stands.term is None:
        yield "fine" if stands.fine else "no-term"
    elif stands.term.life:
        yield "life"
    if stands.suspended:
        yield "suspended"
    if not career.custody and career.counted_from is None and not stands.force:
        yield "no-start"


def _fine(career: Career, law: Jurisdiction) -> Iterator[Step]:
    """A fine after custody is reduced or forgiven; the law gives no sum."""
    rule = law.rule("fine-after-custody")
    if rule and career.custody and any(one.fine for one in career.rulings):
        yield step(rule, Say("law.fine-after-custody"))


def _undetermined(ready: Reckoning, term: Term) -> Computed:
    return Computed(
        steps=tuple(term_steps(ready, term)),
        assumptions=ready.held.assumed,
        not_predicted=Say("law.not-predicted-undetermined-custody"),
    )


def _reached(career: Career, ready: Reckoning, reached: Span) -> Computed:
    term = ready.stands.term
    assert term is not None  # noqa: S101  # reached by it
    last = Days.of(reached)
    steps = [
        *term_steps(ready, term),
        *force_steps(ready),
        *credit_steps(ready, reached),
        *_fine(career, ready.law),
    ]
    ruled = _ruled(career)
    release, released = _release(ready.law, last, ruled)
    over = _over_by(reached, ruled)
    served = ready.law.rule("time-served")
    if over and served and ruled:
        params = {"last": last.said, "date": said(ruled), "days": over[1]}
        steps.append(step(served, Say("law.time-served", params)))
    elif released:
        steps += released
    return Computed(
        steps=tuple(steps),
        assumptions=(*ready.held.assumed, *_assumed(ready, last)),
        last_day=last,
        release_day=release,
        over_by=over,
    )


def _ruled(career: Career) -> Span | None:
    """The day of the last ruling that set the term: nobody is let go by it before."""
    days = [
        Span.of(one.date)
        for one in career.rulings
        if one.date and one.term and one.outcome in {Outcome.CONVICTED, Outcome.CHANGED}
    ]
    return max(days, key=lambda one: (one.last, one.first)) if days else None


def _release(law: Jurisdiction, last: Days, ruled: Span | None) -> tuple[Days, tuple[Step, ...]]:
    """The day of release for the first and the last of the days, and the step if it moved."""
    rule = law.rule("release-day")
    worked = working_days(law.key) if rule else None
    first, late = (worked.on_or_before(d) if worked else d for d in (last.first, last.last))
    steps: tuple[Step, ...] = ()
    if rule and (first, late) != (last.first, last.last):
        params = {"last": last.said, "release": Days(first, late).said}
        steps = (step(rule, Say("law.release-day", params)),)
    if ruled is not None and ruled.last < NEVER:
        first = max(first, date.fromordinal(ruled.first))
        late = max(late, date.fromordinal(ruled.last))
    return Days(first, late), steps


def _over_by(reached: Span, ruled: Span | None) -> tuple[int, int] | None:
    if ruled is None or ruled.last == NEVER or reached.first >= ruled.last:
        return None
    return max(0, ruled.first - reached.last), ruled.last - reached.first


def _assumed(ready: Reckoning, last: Days) -> Iterator[Say]:
    if not ready.stands.regimes:
        yield Say("law.assumed-regime-not-known")
    if any(served.began.last == NEVER for served in ready.stands.force) or not ready.force:
        yield Say("law.assumed-force-not-known")
    if ready.anchored is None:
        yield Say("law.assumed-serving-from-force")
    if not working_days(ready.law.key).knows(last.last):
        yield Say("law.assumed-moved-days-not-known")
