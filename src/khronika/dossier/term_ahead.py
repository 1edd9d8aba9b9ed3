"""When the terms of a person end by our own reckoning, beside what sources report.

Invariants:

- A reckoned day is never put among the entries: it is ours, and says so.
- A reported release outweighs nothing and is outweighed by nothing: where both do not meet, that
  is a dispute.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from khronika.dossier.conviction import conviction, is_convicted_by_charges
from khronika.dossier.dossier import Ahead, Dispute, Dossier, Gap, StatusCode
from khronika.dossier.entry import Backed, Entry
from khronika.errors import Say
from khronika.law.career import Career, Obstacle
from khronika.law.computed import Computed, Days
from khronika.law.jurisdiction import UnknownCode
from khronika.law.term import compute
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.values.date import PartialDate

# The day of detention, that of entry into force and the count of both ends are often told a day
# off, and a day in custody can count double.
TOLERANCE = timedelta(days=3)
_AT_LARGE = frozenset({StatusCode.IN_EXILE, StatusCode.WANTED})
_MATTERS = frozenset({"arrest", "custody", "charge", "ruling", "release"})
_AT_THE_END = frozenset({"served", ""})  # releases that say when the term was over


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The term of one case: what is reckoned, and the releases that sources report."""

    case: SubjectId | None
    career: Career
    computed: Computed
    reported: tuple[PartialDate, ...]
    is_over: bool
    assumed: tuple[Say, ...]

    @property
    def meets(self) -> bool | None:
        """Whether the reckoning and every report can be true; None where one is missing."""
        if self.computed.release_day is None or not self.reported:
            return None
        return all(_meets(self.computed.release_day, one) for one in self.reported)


def reckoned(dossier: Dossier) -> tuple[Reckoned, ...]:
    """The term of every case in which somebody was sentenced, in the order of the cases."""
    by_case = _by_case(dossier)
    lives = [one for one in dossier.entries if one.kind in {"death", "extradition"}]
    at_large = dossier.status.code in _AT_LARGE
    found = []
    for case, entries in by_case.items():
        others = [one for key, held in by_case.items() if key != case for one in held]
        answer = _reckon(case, [*entries, *lives], others, at_large=at_large)
        if answer is not None:
            found.append(answer)
    return tuple(found)


def with_terms(dossier: Dossier) -> Dossier:
    """The dossier with what follows from the reckoning: days ahead, open questions, disputes."""
    terms = reckoned(dossier)
    ahead = [*dossier.ahead, *_ahead(dossier, terms)]
    return replace(
        dossier,
        ahead=tuple(sorted(ahead, key=lambda one: (one.on, one.code, one.claims))),
        gaps=(*dossier.gaps, *_gaps(dossier, terms)),
        disputes=(*dossier.disputes, *_disputes(dossier, terms)),
    )


def _by_case(dossier: Dossier) -> dict[SubjectId | None, list[Entry]]:
    grouped: dict[SubjectId | None, list[Entry]] = defaultdict(list)
    for entry in dossier.entries:
        if entry.kind in _MATTERS or entry.kind == "step":
            grouped[entry.case].append(entry)
    return dict(sorted(grouped.items(), key=lambda row: row[0] or ""))


def _reckon(
    case: SubjectId | None,
    entries: Sequence[Entry],
    others: Iterable[Entry],
    *,
    at_large: bool,
) -> Reckoned | None:
    career = conviction(entries)
    if career is None:
        return None
    if at_large:
        career = replace(career, obstacles=career.obstacles | {Obstacle.AT_LARGE})
    releases = [one for one in entries if one.kind == "release"]
    try:
        computed = compute(career)
    except UnknownCode:
        return None
    if computed.last_day and _is_crossed(career, computed.last_day, others):
        obstacles = career.obstacles | {Obstacle.SECOND_CASE}
        computed = compute(replace(career, obstacles=obstacles))
    charged = is_convicted_by_charges(entries) and computed.last_day is not None
    return Reckoned(
        case=case,
        career=career,
        computed=computed,
        reported=tuple(day for one in releases if _kind(one) in _AT_THE_END for day in one.dates),
        is_over=bool(releases),
        assumed=(Say("law.assumed-charges"),) if charged else (),
    )


def _is_crossed(career: Career, last: Days, others: Iterable[Entry]) -> bool:
    """Whether another case was open between the first day in custody and the last of the term.

    Of another case nobody knows when it was, it may have been then.
    """
    days = [one for entry in others if entry.kind in _MATTERS for one in entry.dates]
    kinds = {entry.kind for entry in others}
    if not days:
        return bool(kinds & {"charge", "ruling"})
    begun = min((one.start.first_day for one in career.custody), default=last.first)
    first, final = min(one.first_day for one in days), max(one.last_day for one in days)
    return first <= last.last and final >= begun


def _ahead(dossier: Dossier, terms: Iterable[Reckoned]) -> Iterator[Ahead]:
    for one in terms:
        release = one.computed.release_day
        if release and not one.is_over and release.last >= dossier.as_of:
            yield Ahead(
                person=dossier.person,
                on=max(release.first, dossier.as_of),
                code="term-ends",
                say=Say("ahead.term-ends", {"date": release.said}),
                claims=(),
            )


def _gaps(dossier: Dossier, terms: Iterable[Reckoned]) -> Iterator[Gap]:
    told = {gap.code for gap in dossier.gaps}
    for one in terms:
        release = one.computed.release_day
        passed = release is not None and release.last < dossier.as_of
        if release and passed and not one.is_over and "term-over" not in told:
            say = Say("gap.reckoned-term-over", {"date": release.said})
            yield Gap(dossier.person, "reckoned-term-over", say, release.last)


def _disputes(dossier: Dossier, terms: Iterable[Reckoned]) -> Iterator[Dispute]:
    for one in terms:
        release = one.computed.release_day
        if one.meets is not False or release is None:
            continue
        for entry in dossier.of_kind("release"):
            if entry.case == one.case and _kind(entry) in _AT_THE_END and entry.dates:
                ours = Backed(release.said, ())
                yield Dispute(
                    person=dossier.person,
                    kind="release",
                    field="date",
                    entry=entry.key,
                    values=(*entry.fields["date"].values, ours),
                    rule=Say("law.release-differs", {"date": release.said}),
                )


def _meets(release: Days, reported: PartialDate) -> bool:
    first, last = release.first - TOLERANCE, release.last + TOLERANCE
    return reported.first_day <= last and reported.last_day >= first


def _kind(entry: Entry) -> str:
    value = entry.value("kind")
    return value.choice if isinstance(value, Choice) else ""
