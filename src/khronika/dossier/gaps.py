"""What a dossier should answer and cannot.

Each rule is a small function from a `View` to gaps; the days on which a rule's answer turns are
listed beside it, so that the fold knows how long its answer holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from khronika.dossier.dossier import Gap, Possible, Status, StatusCode
from khronika.dossier.ending import latest_ends
from khronika.dossier.entry import Entry
from khronika.dossier.timeline import DAY
from khronika.errors import Say
from khronika.schema.claim import Claim, ClaimId, Speaker
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.solidarity.freshness import FRESH_COLONY, FRESH_PRE_TRIAL
from khronika.values.date import PartialDate

ORDER_WARNING = timedelta(days=14)  # time to find out whether counsel asked for release
APPEAL_WAIT = timedelta(days=60)  # 15 days to lodge and some weeks to be heard
FAMILY_SILENCE = timedelta(days=30)
CACHED = 16_384  # sentences; a large archive has a few thousand dates

_MEASURES = frozenset({"pretrial", "house-arrest", "ban-on-actions", "bail", "detained"})
_FREE_AGAIN = frozenset(
    {StatusCode.RELEASED, StatusCode.ACQUITTED, StatusCode.EXCHANGED, StatusCode.DEAD}
)


@dataclass(frozen=True, slots=True)
class View:
    """What the rules look at: one person on one day."""

    person: SubjectId
    as_of: date
    entries: tuple[Entry, ...]
    begun: tuple[Entry, ...]
    status: Status
    claims: tuple[tuple[ClaimId, Claim, str], ...]  # with the day each was recorded, or ""
    decisions: tuple[Decision, ...]

    def of_kind(self, name: str) -> list[Entry]:
        """The entries of this kind, begun or to come."""
        return [entry for entry in self.entries if entry.kind == name]


def gaps(view: View) -> list[Gap]:
    """Every open question, in the order of the rules."""
    return [gap for rule in _RULES for gap in rule(view)]


def gap_days(view: View) -> set[date]:
    """The days on which an open question may arise or go by time alone."""
    days = set[date]()
    for entry in view.entries:
        days |= {one.last_day + DAY + APPEAL_WAIT for one in entry.dates if entry.kind == "ruling"}
        days |= {end - ORDER_WARNING for end in _ends(entry)}
        days |= {end + DAY for end in _ends(entry)}
        if entry.kind == "support":
            days |= {
                one.last_day + fresh + DAY
                for one in entry.dates
                for fresh in (FRESH_PRE_TRIAL, FRESH_COLONY)
            }
    days |= {day + FAMILY_SILENCE + DAY for day in _family_days(view)}
    days |= {date.fromisoformat(until) + DAY for until in _consent_ends(view)}
    return days


def _hearing_without_outcome(view: View) -> Iterable[Gap]:
    for entry in view.of_kind("hearing"):
        last = max((one.last_day for one in entry.dates), default=None)
        if last and last < view.as_of and not entry.values("outcome"):
            yield _gap(view, "hearing-without-outcome", due=last, date=entry.dates[0])


def _order_about_to_end(view: View) -> Iterable[Gap]:
    for entry in view.begun:
        for end in sorted(_ends(entry)):
            if end - ORDER_WARNING <= view.as_of <= end:
                yield _gap(view, "order-about-to-end", due=end, date=PartialDate.of(end))


def _order_over(view: View) -> Iterable[Gap]:
    if view.status.reason.code == "status.order-ended":
        end = view.status.reason.params["date"]
        if isinstance(end, PartialDate):
            yield _gap(view, "order-over", due=end.last_day, date=end)


def _no_fresh_address(view: View) -> Iterable[Gap]:
    if view.status.letters is not Possible.YES:
        return
    addresses = [e for e in view.begun if e.kind == "support" and _is(e, "kind", "address")]
    checked = [one.last_day for e in addresses for one in e.dates]
    if not checked:
        yield _gap(view, "no-address")
    elif max(checked) + _freshness(view.status) < view.as_of:
        yield _gap(view, "address-not-fresh", due=max(checked) + _freshness(view.status))


def _no_word_of_appeal(view: View) -> Iterable[Gap]:
    later = {e.case for e in view.begun if e.kind == "ruling" and _instance(e) != "first"}
    for entry in view.begun:
        if entry.kind != "ruling" or _instance(entry) != "first" or entry.case in later:
            continue
        last = max((one.last_day for one in entry.dates), default=None)
        if last and last + APPEAL_WAIT < view.as_of and not entry.values("in-force"):
            yield _gap(view, "no-word-of-appeal", due=last + APPEAL_WAIT, date=entry.dates[0])


def _term_over(view: View) -> Iterable[Gap]:
    if view.status.reason.code == "status.term-over":
        ends = {end for entry in view.begun for end in latest_ends(entry)}
        yield _gap(view, "term-over", due=max(end for end in ends if end <= view.as_of))


def _no_birthday(view: View) -> Iterable[Gap]:
    if view.status.code in _FREE_AGAIN:
        return
    births = [one for e in view.of_kind("birth") for one in e.dates]
    if not any(one.is_exact for one in births):
        yield _gap(view, "no-birthday")


def _no_consent(view: View) -> Iterable[Gap]:
    asked = [d for d in view.decisions if d.verb is Verb.CONSENT]
    valid = [d for d in asked if d.details.get("until", "9999") >= view.as_of.isoformat()]
    if not valid:
        yield _gap(view, "no-consent")


def _silent_family(view: View) -> Iterable[Gap]:
    if view.status.letters is not Possible.YES:
        return
    spoken = _family_days(view)
    if not spoken:
        yield _gap(view, "no-contact")
    elif max(spoken) + FAMILY_SILENCE < view.as_of:
        yield _gap(view, "family-silent", due=max(spoken) + FAMILY_SILENCE)


_RULES: tuple[Callable[[View], Iterable[Gap]], ...] = (
    _order_about_to_end,
    _order_over,
    _hearing_without_outcome,
    _term_over,
    _no_word_of_appeal,
    _no_fresh_address,
    _silent_family,
    _no_consent,
    _no_birthday,
)


@lru_cache(maxsize=CACHED)
def say_on(code: str, date: PartialDate | None) -> Say:
    """The sentence about this date or none, held once for all of whom it is said."""
    return Say(code, {"date": date} if date else {})


def _gap(view: View, code: str, *, due: date | None = None, date: PartialDate | None = None) -> Gap:
    return Gap(view.person, code, say_on(f"gap.{code}", date), due)


def _ends(entry: Entry) -> set[date]:
    """The days on which a measure in this entry ends."""
    name = "end" if entry.kind == "custody" else "until" if entry.kind == "step" else ""
    if entry.kind == "custody" and not any(
        isinstance(one, Choice) and one.choice in _MEASURES for one in entry.values("kind")
    ):
        return set()
    return {one.last_day for one in entry.values(name) if isinstance(one, PartialDate)}


def _freshness(status: Status) -> timedelta:
    return FRESH_PRE_TRIAL if status.code is StatusCode.PRE_TRIAL else FRESH_COLONY


def _is(entry: Entry, name: str, choice: str) -> bool:
    return any(isinstance(one, Choice) and one.choice == choice for one in entry.values(name))


def _instance(entry: Entry) -> str:
    value = entry.value("instance")
    return value.choice if isinstance(value, Choice) else "first"


def _family_days(view: View) -> list[date]:
    """The days on which something a relative said was recorded."""
    return [
        date.fromisoformat(day)
        for _, claim, day in view.claims
        if day and claim.speaker is Speaker.RELATIVE
    ]


def _consent_ends(view: View) -> list[str]:
    return [
        d.details["until"]
        for d in view.decisions
        if d.verb is Verb.CONSENT and d.details.get("until")
    ]
