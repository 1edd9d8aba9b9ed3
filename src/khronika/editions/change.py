"""What changed since an earlier issue: one reckoning for the page, the feed and the data.

Invariants:

- It depends on what the publication says, and on what it may know of the issue before
  (`Released`): what was withdrawn is in neither, so nothing here can tell of it.
- Words are never repeated here, nor what is delicate, nor beliefs and belonging: of those it says
  at most that more is known on the person's page.
- A value that is gone is told only where an editor called it wrong, and then as an erratum.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khronika.clearance.issue import Issue, Released
from khronika.clearance.publication import Publication
from khronika.dossier.dossier import StatusCode
from khronika.dossier.entry import Entry, Standing
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.kind import choices, kind
from khronika.schema.nature import nature
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Text, Value, in_order, refines
from khronika.schema.visibility import Visibility

_OWN_PAGE_ONLY = frozenset({"affiliation", "views", "name", "portrait"})


class Turn(StrEnum):
    """What became of a field."""

    KNOWN = "known"  # nothing was known of it
    REFINED = "refined"  # the same, said more exactly
    DISPUTED = "disputed"  # sources disagree now, and did not
    SETTLED = "settled"  # sources disagreed, and one version stands now
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Revision:
    """A field of an entry, with the versions that stood and those that stand."""

    kind: str
    field: str
    turn: Turn
    before: tuple[Value, ...]
    now: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry that was not there; `when` holds its dates, as far as known."""

    kind: str
    when: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Erratum:
    """What was printed and was wrong; `now` is empty where nothing is said in its place."""

    subject: SubjectId
    kind: str
    field: str
    wrong: tuple[Value, ...]
    now: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed about one person or case.

    `is_new`: there was no page. `status` is the one before, where it is another now. `more`: there
    is more on the page that is not told here.
    """

    subject: SubjectId
    is_new: bool = False
    status: StatusCode | None = None
    added: tuple[Addition, ...] = ()
    revised: tuple[Revision, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed since the issue, by subject; errata by subject, kind and field."""

    since: Issue
    about: tuple[Change, ...]
    errata: tuple[Erratum, ...]


def changes(publication: Publication) -> Changes | None:
    """What changed since the issue before; None where there is none to compare with."""
    since = publication.since
    if since is None:
        return None
    pages = _Pages(publication, since)
    told = [pages.change(one) for one in pages.subjects()]
    errata = [one for subject in pages.subjects() for one in pages.errata(subject)]
    return Changes(since.issue, tuple(one for one in told if _says(one)), tuple(errata))


def _says(change: Change) -> bool:
    return bool(change.is_new or change.status or change.added or change.revised or change.more)


@dataclass(frozen=True, slots=True)
class _Pages:
    publication: Publication
    since: Released

    def subjects(self) -> list[SubjectId]:
        """Those with a page about whom something may have changed, by id."""
        touched = {*self.since.new, *self.since.people, *self.since.cases}
        return sorted(one for one in touched if one in self.publication.addresses)

    def change(self, subject: SubjectId) -> Change:
        """What changed about the subject, but for what was wrong."""
        if subject in self.since.new:
            return Change(subject, is_new=True)
        found = [self._entry(entry, self._before(entry)) for entry in self._entries(subject)]
        return Change(
            subject,
            status=self._status(subject),
            added=tuple(one for part in found for one in part.added),
            revised=tuple(one for part in found for one in part.revised),
            more=any(part.more for part in found),
        )

    def errata(self, subject: SubjectId) -> Iterator[Erratum]:
        """What was printed about the subject and is rejected as wrong now."""
        found = {
            (name, field, tuple(wrong)): tuple(now)
            for then in self._then(subject)
            for name, field, wrong, now in self._wrong(then)
        }
        for (name, field, wrong), now in sorted(found.items(), key=lambda one: one[0][:2]):
            yield Erratum(subject, name, field, wrong, now)

    def _wrong(self, then: Entry) -> Iterator[tuple[str, str, Sequence[Value], Sequence[Value]]]:
        mistaken, today = self.since.mistaken, self._after(then)
        if any(_is_delicate(one, self.publication.claims) for one in (then, *today)):
            return
        for one in then.claims:
            for field in _printed_by(then, one, mistaken[one]) if one in mistaken else ():
                now = _flat(value for entry in today for value in entry.values(field))
                said = _plain(_flat([mistaken[one].fields[field]]), then.kind, field)
                wrong = _missing(said, now)
                if wrong and not self._is_untold((then, *today), field):
                    yield then.kind, field, wrong, _plain(now, then.kind, field)

    def _entry(self, entry: Entry, before: Sequence[Entry]) -> "_Part":
        if not _is_told(entry.kind) or _is_delicate(entry, self.publication.claims):
            return _Part(more=self._has_news(entry, before))
        if not before:
            when = kind(entry.kind).when
            return _Part(added=(Addition(entry.kind, _plain(entry.dates, entry.kind, when)),))
        revised = tuple(self._revisions(entry, before))
        return _Part(revised=revised, more=not revised and self._has_news(entry, before))

    def _revisions(self, entry: Entry, before: Sequence[Entry]) -> Iterator[Revision]:
        for field, state in entry.fields.items():
            then = _flat(value for one in before for value in one.values(field))
            now = _flat(entry.values(field))
            if self._is_untold((entry, *before), field) or not now or then == now:
                continue
            if _missing(then, now) and self._is_wrong(before, field, _missing(then, now)):
                continue  # an erratum says it
            disputed = any(_is_disputed(one, field) for one in before)
            turn = _turn(then, now, was=disputed, state=state.standing)
            was, stands = _plain(then, entry.kind, field), _plain(now, entry.kind, field)
            if stands and len(stands) == len(now) and len(was) == len(then):
                yield Revision(entry.kind, field, turn, was, stands)

    def _is_wrong(self, before: Iterable[Entry], field: str, gone: Iterable[Value]) -> bool:
        """Whether all that is gone was said by mistaken claims."""
        said = [
            value
            for entry in before
            for one in entry.claims
            if one in self.since.mistaken and field in self.since.mistaken[one].fields
            for value in _flat([self.since.mistaken[one].fields[field]])
        ]
        return all(one in said for one in gone)

    def _has_news(self, entry: Entry, before: Sequence[Entry]) -> bool:
        """Whether the entry says something, or from somebody, that it did not."""
        known = {one for then in before for one in then.claims}
        return bool(set(entry.claims) - known)

    def _is_untold(self, entries: Iterable[Entry], field: str) -> bool:
        untold = self.since.untold
        return bool(untold) and any((one, field) in untold for e in entries for one in e.claims)

    def _status(self, subject: SubjectId) -> StatusCode | None:
        if subject not in self.since.people:
            return None
        before = self.since.people[subject].status.code
        return before if before is not self.publication.people[subject].status.code else None

    def _entries(self, subject: SubjectId) -> tuple[Entry, ...]:
        if subject in self.publication.people:
            return self.publication.people[subject].entries
        return self.publication.cases[subject].entries

    def _then(self, subject: SubjectId) -> tuple[Entry, ...]:
        if subject in self.since.people:
            return self.since.people[subject].entries
        return self.since.cases[subject].entries if subject in self.since.cases else ()

    def _before(self, entry: Entry) -> list[Entry]:
        """The entries this one was: those of its claims, else the one of its key."""
        return _same(entry, self._then(entry.subject))

    def _after(self, then: Entry) -> list[Entry]:
        """The entries that one became."""
        return _same(then, self._entries(then.subject))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one entry adds to a change."""

    added: tuple[Addition, ...] = ()
    revised: tuple[Revision, ...] = ()
    more: bool = False


def _same(entry: Entry, others: Iterable[Entry]) -> list[Entry]:
    of_kind = [one for one in others if one.kind == entry.kind]
    sharing = [one for one in of_kind if set(one.claims) & set(entry.claims)]
    return sharing or [one for one in of_kind if one.key == entry.key]


def _turn(then: Sequence[Value], now: Sequence[Value], *, was: bool, state: Standing) -> Turn:
    if not then:
        return Turn.KNOWN
    if state is Standing.DISPUTED:
        return Turn.CHANGED if was else Turn.DISPUTED
    if was:
        return Turn.SETTLED
    finer = all(any(refines(one, other) for one in now) for other in _missing(then, now))
    return Turn.REFINED if finer and len(then) == len(now) else Turn.CHANGED


def _printed_by(entry: Entry, claim: ClaimId, said: Claim) -> Iterator[str]:
    """The fields in which the entry printed what this claim said, and that may be told.

    A claim that denied lent no value, so nothing of it was printed.
    """
    for field, value in said.fields.items():
        state = entry.fields.get(field)
        stood = _flat(one.value for one in (state.values if state else ()) if claim in one.claims)
        told = _plain(_flat([value]), entry.kind, field)
        if _is_told(entry.kind) and told and not _missing(told, stood):
            yield field


def _is_told(kind_name: str) -> bool:
    """Whether anything of this kind may be told outside the person's own page."""
    spec = kind(kind_name)
    is_open = not spec.delicate and spec.least is Visibility.PUBLIC
    return is_open and kind_name not in _OWN_PAGE_ONLY


def _is_delicate(entry: Entry, claims: Mapping[ClaimId, Claim]) -> bool:
    """Whether any answer or field makes the entry delicate, whatever else it says."""
    marks = (nature(claims[one]) for one in entry.claims if one in claims)
    return any(mark.delicate or mark.least is not Visibility.PUBLIC for mark in marks)


def _plain(values: Iterable[Value], kind_name: str, field: str) -> tuple[Value, ...]:
    """Those of the values that may be told: no words, and nothing delicate."""
    spec = kind(kind_name).field(field) if field else None
    if spec is None or spec.delicate or spec.least is not Visibility.PUBLIC:
        return ()
    return tuple(one for one in values if not isinstance(one, Text) and _is_open(spec.of, one))


def _is_open(choice_set: str, value: Value) -> bool:
    if not isinstance(value, Choice):
        return True
    row = choices()[choice_set][value.choice]
    return not row.delicate and row.least is Visibility.PUBLIC


def _is_disputed(entry: Entry, field: str) -> bool:
    state = entry.fields.get(field)
    return state is not None and state.standing is Standing.DISPUTED


def _flat(values: Iterable[Value]) -> list[Value]:
    """The values one by one, each once, in one order; a list is its members."""
    single: list[Value] = []
    for value in values:
        single += list(value) if isinstance(value, tuple) else [value]
    return in_order(list(dict.fromkeys(single)))


def _missing(values: Iterable[Value], among: Iterable[Value]) -> list[Value]:
    """Those of the values that are not among the others."""
    known = set(among)
    return [one for one in values if one not in known]
