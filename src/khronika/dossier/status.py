"""Where a person stands on a day, with the reason.

The last word of each case counts: events by day, then by their place on the legal way. Across cases
deprivation of liberty outweighs the end of another case; death, exchange and exile outweigh what
came before them. A disputed fact never decides: the status is then unknown, and says why.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from khronika.dossier.dossier import Possible, Status, StatusCode
from khronika.dossier.ending import days_later, latest_ends
from khronika.dossier.entry import Entry
from khronika.dossier.timeline import effective_day, latest_by_rank, rank
from khronika.errors import Say
from khronika.schema.kind import kind
from khronika.schema.value import Choice, Value
from khronika.values.date import PartialDate
from khronika.values.term import Term

_CUSTODY = {
    "detained": StatusCode.DETAINED,
    "administrative": StatusCode.ADMINISTRATIVE_ARREST,
    "pretrial": StatusCode.PRE_TRIAL,
    "house-arrest": StatusCode.HOUSE_ARREST,
    "ban-on-actions": StatusCode.RESTRICTED,
    "bail": StatusCode.RESTRICTED,
    "forced-labour": StatusCode.FORCED_LABOUR,
    "psychiatric": StatusCode.TREATMENT,
    "hospital": StatusCode.TREATMENT,
    "unknown": StatusCode.WHEREABOUTS_UNKNOWN,
    "other": StatusCode.DETAINED,
}
_ORDERED = frozenset(
    {StatusCode.PRE_TRIAL, StatusCode.HOUSE_ARREST, StatusCode.RESTRICTED, StatusCode.DETAINED}
)  # measures that end with their order unless somebody says otherwise
_RELEASE = {"exchange": StatusCode.EXCHANGED, "acquittal": StatusCode.ACQUITTED}
_EVENT = {
    "remand": StatusCode.PRE_TRIAL,
    "extension": StatusCode.PRE_TRIAL,
    "abduction": StatusCode.WHEREABOUTS_UNKNOWN,
    "left-country": StatusCode.IN_EXILE,
}  # steps and incidents that change where a person is
_OUTCOME = {
    "acquitted": StatusCode.ACQUITTED,
    "terminated": StatusCode.RELEASED,
    "annulled": StatusCode.PRE_TRIAL,
    "returned": StatusCode.PRE_TRIAL,
}
_LETTERS = {
    StatusCode.PRE_TRIAL: Possible.YES,
    StatusCode.SERVING: Possible.YES,
    StatusCode.FORCED_LABOUR: Possible.YES,
    StatusCode.TREATMENT: Possible.YES,
    StatusCode.UNKNOWN: Possible.UNKNOWN,
}  # everywhere else: nobody to write to through an institution, or nobody may
_COUNTED = frozenset({StatusCode.SERVING, StatusCode.FORCED_LABOUR})
# Police detention lasts 48 hours, with a court's leave five days; a month leaves room for word to
# come of what followed.
DETENTION_LASTS = timedelta(days=30)
_OVER = frozenset({StatusCode.RELEASED, StatusCode.ACQUITTED, StatusCode.FREE})


_Said: TypeAlias = tuple[StatusCode, Say]


@dataclass(frozen=True, slots=True)
class _Word:
    """What one entry says of the status, and the earliest and latest day it may have said it."""

    code: StatusCode
    days: tuple[date, date]
    rank: int
    entry: Entry
    reason: Say


def status(entries: Sequence[Entry], as_of: date) -> Status:
    """The status on the day, from the entries that had begun by then."""
    words = _words_by_case(entries, as_of)
    if not words:
        return Status(StatusCode.UNKNOWN, Say("status.nothing"), Possible.UNKNOWN, Possible.UNKNOWN)
    last = [_last(words, which) for which in (0, 1)]
    if last[0].code is not last[1].code:  # it depends on which of two disputed dates is right
        return _disputed(last)
    return _status(_unless_over(last[1], entries, as_of))


def _unless_over(word: _Word, entries: Iterable[Entry], as_of: date) -> _Word:
    """The word, unless every term of its case is over: then nobody knows."""
    if word.code not in _COUNTED:
        return word
    ends = [end for one in entries if one.case == word.entry.case for end in latest_ends(one)]
    if not ends or max(ends) > as_of:
        return word
    return replace(word, code=StatusCode.UNKNOWN, reason=Say("status.term-over"))


def _words_by_case(entries: Sequence[Entry], as_of: date) -> list[list[_Word]]:
    dated = latest_by_rank(entries)
    by_case: dict[str, list[_Word]] = defaultdict(list)
    for entry in entries:
        for code, reason in _words(entry, as_of):
            days = _days(entry, as_of) or (effective_day(entry, dated),) * 2
            by_case[entry.case or ""].append(_Word(code, days, rank(entry), entry, reason))
    return list(by_case.values())


def _days(entry: Entry, as_of: date) -> tuple[date, date] | None:
    """The first and the last of the days it can have begun by now; None when undated.

    A date of which another source says that it is still to come counts as still to come.
    """
    days = [one.first_day for one in entry.dates]
    if not days:
        return None
    return (min(days) if max(days) <= as_of else date.min, max(d for d in days if d <= as_of))


def _last(by_case: Iterable[Sequence[_Word]], which: int) -> _Word:
    """The word that counts, if of disputed dates the first (0) or the last (1) is right."""
    last = [max(words, key=lambda word: _order(word, which)) for words in by_case]
    return max(last, key=lambda word: _weight(word, which))


def _disputed(words: Iterable[_Word]) -> Status:
    claims = tuple(sorted({one for word in words for one in word.entry.claims}))
    reason = Say("status.disputed-order")
    return Status(StatusCode.UNKNOWN, reason, Possible.UNKNOWN, Possible.UNKNOWN, claims=claims)


def status_days(entries: Iterable[Entry]) -> set[date]:
    """The days on which a status may change by itself although no date in the entries says so."""
    days = {end for entry in entries for end in latest_ends(entry)}
    for entry in entries:
        length = entry.value("arrest-days")
        last = [one.last_day for one in entry.dates]
        if isinstance(length, int):
            days |= {days_later(day, length) for day in last}
        if entry.kind in {"arrest", "custody"}:
            days |= {days_later(day, DETENTION_LASTS.days + 1) for day in last}
    return days


def _order(word: _Word, which: int) -> tuple[bool, date, int, str]:
    return word.code is StatusCode.DEAD, word.days[which], word.rank, word.entry.key


def _weight(word: _Word, which: int) -> tuple[bool, bool, date, bool, int, str]:
    """Death first; then what still holds before what is over; then the later day."""
    holds = word.code not in _OVER and word.code is not StatusCode.UNKNOWN
    unknown = word.code is StatusCode.UNKNOWN  # an arrest at the gate outweighs the release
    return word.code is StatusCode.DEAD, holds, word.days[which], unknown, word.rank, word.entry.key


def _status(word: _Word) -> Status:
    possible = _LETTERS.get(word.code, Possible.NO)
    known = word.code is not StatusCode.UNKNOWN
    since = word.entry.value(kind(word.entry.kind).when) if known else None
    return Status(
        code=word.code,
        reason=word.reason,
        letters=possible,
        parcels=possible,
        since=since if isinstance(since, PartialDate) else None,
        claims=word.entry.claims,
    )


def _words(entry: Entry, as_of: date) -> list[_Said]:
    """The status this entry makes, with the sentence that says why; nothing for most kinds."""
    rule = _RULES.get(entry.kind)
    return rule(entry, as_of) if rule else []


def _death(_entry: Entry, _as_of: date) -> list[_Said]:
    return [(StatusCode.DEAD, Say("status.death"))]


def _arrest(entry: Entry, as_of: date) -> list[_Said]:
    return [_detained(entry, as_of, Say("status.arrest"))]


def _detained(entry: Entry, as_of: date, reason: Say) -> _Said:
    """Detained for as long as a detention lasts; after that an arrest says nothing of today."""
    last = max((one.last_day for one in entry.dates if one.first_day <= as_of), default=None)
    if last and as_of <= last + DETENTION_LASTS:
        return StatusCode.DETAINED, reason
    return StatusCode.UNKNOWN, Say("status.arrest-only")


def _wanted(entry: Entry, as_of: date) -> list[_Said]:
    return _ending(StatusCode.WANTED, entry, ("until", as_of))


def _transfer(entry: Entry, _as_of: date) -> list[_Said]:
    return [] if entry.values("to") else [(StatusCode.IN_TRANSIT, Say("status.in-transit"))]


def _release(entry: Entry, _as_of: date) -> list[_Said]:
    code = _RELEASE.get(_choice(entry.value("kind")), StatusCode.RELEASED)
    return [(code, Say(f"status.{code.value}"))]


def _event(entry: Entry, as_of: date) -> list[_Said]:
    code = _EVENT.get(_choice(entry.value("kind")))
    return _ending(code, entry, ("until", as_of)) if code else []


def _custody(entry: Entry, as_of: date) -> list[_Said]:
    kinds = {_choice(value) for value in entry.values("kind")}
    codes = {_CUSTODY.get(one, StatusCode.SERVING) for one in kinds}
    if len(codes) != 1:
        return [(StatusCode.UNKNOWN, Say("status.disputed"))] if codes else []
    code = codes.pop()
    if code is StatusCode.DETAINED and "other" not in kinds:
        return [_detained(entry, as_of, Say("status.detained"))]
    return _ending(code, entry, ("end", as_of))


def _ending(code: StatusCode, entry: Entry, end: tuple[str, date]) -> list[_Said]:
    """The code, unless the field that says when it ends is past."""
    name, as_of = end
    until = [one.last_day for one in entry.values(name) if isinstance(one, PartialDate)]
    if until and max(until) < as_of:
        ended = PartialDate.of(max(until))
        return [(StatusCode.UNKNOWN, Say("status.order-ended", {"date": ended}))]
    return [(code, Say(f"status.{code.value}"))]


def _ruling(entry: Entry, as_of: date) -> list[_Said]:
    outcome = _choice(entry.value("outcome"))
    if outcome in _OUTCOME:
        return [(_OUTCOME[outcome], Say(f"status.ruling-{outcome}"))]
    if entry.values("treatment"):
        return [(StatusCode.TREATMENT, Say("status.treatment"))]
    if entry.values("forced-labour"):
        return [(StatusCode.FORCED_LABOUR, Say("status.forced-labour"))]
    if entry.values("arrest-days"):
        return _short_arrest(entry, as_of)
    if _choice(entry.value("suspended")) == "yes" or entry.values("probation"):
        return [(StatusCode.SUSPENDED, Say("status.suspended"))]
    if any(isinstance(one, Term) for one in (*entry.values("term"), *entry.values("total"))):
        return [(StatusCode.SERVING, Say("status.sentenced"))]
    if entry.values("fine"):
        return [(StatusCode.FREE, Say("status.fined"))]
    return []


def _short_arrest(entry: Entry, as_of: date) -> list[_Said]:
    length = entry.value("arrest-days")
    ends = [days_later(one.last_day, length) for one in entry.dates if isinstance(length, int)]
    if ends and max(ends) <= as_of:
        return [(StatusCode.FREE, Say("status.arrest-over"))]
    return [(StatusCode.ADMINISTRATIVE_ARREST, Say("status.administrative-arrest"))]


def _choice(value: Value | None) -> str:
    return value.choice if isinstance(value, Choice) else ""


_RULES: dict[str, Callable[[Entry, date], list[_Said]]] = {
    "death": _death,
    "arrest": _arrest,
    "wanted": _wanted,
    "custody": _custody,
    "transfer": _transfer,
    "ruling": _ruling,
    "release": _release,
    "step": _event,
    "incident": _event,
}
