"""Which facts about a person may have been overtaken: what one source says and another answers.

Invariants:

- Nobody is called right: the report names both sources, and an editor looks.
- A source of which the dates say that it is the older one never answers a newer one.
- A source that repeats another one is the same voice, and settles nothing.
- What an editor has settled is not asked again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import permutations

from khronika.dossier.dossier import Dossier, Status, StatusCode
from khronika.dossier.entry import Entry, FieldState, Standing
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.errors import Say
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.kind import choices, kind
from khronika.schema.label import field_labels, kind_labels, status_labels
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Text, Value
from khronika.schema.vocabulary import table
from khronika.values.date import PartialDate
from khronika.values.language import Labels

SILENCE = timedelta(days=365)

ANSWERED = "answered-by-later-source"
NO_WORD = "no-word-for-a-year"


@dataclass(frozen=True, slots=True)
class Overtaken:
    """One fact to look at again.

    `field` is empty for the status as a whole, and with `kind` for the silence about a person.
    `sources` are the one that is answered and the one that answers, or, where nobody has spoken,
    the newest dated one, if any.
    """

    code: str
    say: Say
    kind: str = ""
    field: str = ""
    sources: tuple[SubjectId, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """What to look at again in one person's dossier, in the order of the entries."""

    person: SubjectId
    facts: tuple[Overtaken, ...]


def stale(
    dossier: Dossier,
    claims: Mapping[ClaimId, Claim],
    sources: Mapping[SubjectId, Source],
    *,
    as_of: date,
) -> Stale | None:
    """What later sources answer or nobody has spoken of for a year; None when there is nothing."""
    reader = _Reader(dossier, claims, sources, as_of)
    facts = (*reader.answered_fields(), *reader.answered_status(), *reader.silence())
    return Stale(dossier.person, facts) if facts else None


@dataclass(frozen=True, slots=True)
class _Said:
    """What one source says, ready to be put into a sentence."""

    source: SubjectId
    value: object


@dataclass(frozen=True, slots=True)
class _Reader:
    dossier: Dossier
    claims: Mapping[ClaimId, Claim]
    sources: Mapping[SubjectId, Source]
    as_of: date

    def answered_fields(self) -> Iterator[Overtaken]:
        """Each disputed field on which two sources stand against each other."""
        for entry in self.dossier.entries:
            for name, state in sorted(entry.fields.items()):
                if state.standing is Standing.DISPUTED:
                    yield from self._answer(self._says(entry, name, state), (entry.kind, name))

    def answered_status(self) -> Iterator[Overtaken]:
        """What a source by itself would leave the person in, where another one tells of more."""
        now = self.dossier.status
        if now.code is StatusCode.UNKNOWN:
            return
        after = sorted({self._voice(self.claims[one].passage.source) for one in now.claims})
        held = [_Said(one, status_labels(now.code)) for one in after]
        for voice, status in self._alone():
            left = _left_in(status)
            if left and status.code is not now.code:
                before = _Said(voice, left)
                yield from self._answer([(before, one) for one in held], ("", ""))

    def silence(self) -> Iterator[Overtaken]:
        """That no dated source is newer than a year."""
        dated = [
            (said.last_day, one, said)
            for one in sorted(self._spoken())
            if one in self.sources and (said := self.sources[one].date)
        ]
        if not dated and self._spoken():
            yield Overtaken(NO_WORD, Say("stale.no-dated-word"))
        elif dated and max(dated)[0] + SILENCE < self.as_of:
            _, newest, when = max(dated, key=lambda row: row[:2])
            say = Say("stale.no-word-for-a-year", {"date": when})
            yield Overtaken(NO_WORD, say, sources=(newest,))

    def _says(self, entry: Entry, name: str, state: FieldState) -> Iterator[tuple[_Said, _Said]]:
        """Every two different values of the field with a source for each, in both orders."""
        voices = [
            (_printable(one.value, entry.kind, name), sorted(map(self._source, one.claims)))
            for one in state.values
        ]
        for (value, said_by), (answer, answered_by) in permutations(voices, 2):
            for one in said_by:
                yield from ((_Said(one, value), _Said(two, answer)) for two in answered_by)

    def _answer(
        self, pairs: Iterable[tuple[_Said, _Said]], about: tuple[str, str]
    ) -> Iterator[Overtaken]:
        """The pair that tells most: the surest order, the oldest word and its newest answer."""
        possible = [
            (one, two)
            for one, two in pairs
            if one.source != two.source and not self._earlier(two.source, one.source)
        ]
        if possible:
            yield self._overtaken(*min(possible, key=self._rank), about=about)

    def _rank(self, pair: tuple[_Said, _Said]) -> tuple[bool, date, date, SubjectId, SubjectId]:
        one, two = (said.source for said in pair)
        first, last = self._day(one), self._day(two)
        newest_first = date.fromordinal(date.max.toordinal() + 1 - last.toordinal())
        return not self._earlier(one, two), first, newest_first, one, two

    def _overtaken(self, one: _Said, two: _Said, *, about: tuple[str, str]) -> Overtaken:
        known = self._earlier(one.source, two.source)
        params = {
            "field": _heading(*about),
            "source": self._named(one.source),
            "value": one.value,
            "later": self._named(two.source),
            "answer": two.value,
        }
        say = Say(f"stale.{ANSWERED if known else 'answered-by-other-source'}", params)
        return Overtaken(ANSWERED, say, *about, sources=(one.source, two.source))

    def _alone(self) -> Iterator[tuple[SubjectId, Status]]:
        """The status by each voice alone, where there are several."""
        spoken = sorted(self._spoken())
        for voice in spoken if len(spoken) > 1 else ():
            held = {
                one: replace(self.claims[one], subject=self.dossier.person)
                for one in self._about()
                if self._source(one) == voice
            }
            folded = fold(Material(held), as_of=self.as_of).people
            yield voice, folded[self.dossier.person].status

    def _about(self) -> list[ClaimId]:
        return sorted({one for entry in self.dossier.entries for one in entry.claims})

    def _spoken(self) -> set[SubjectId]:
        return {self._source(one) for one in self._about()}

    def _source(self, one: ClaimId) -> SubjectId:
        return self._voice(self.claims[one].passage.source)

    def _voice(self, source: SubjectId) -> SubjectId:
        """The source that is repeated, at the end of the chain."""
        seen = set[SubjectId]()
        while source not in seen and source in self.sources and self.sources[source].repeats:
            seen.add(source)
            source = self.sources[source].repeats or source
        return source

    def _earlier(self, one: SubjectId, two: SubjectId) -> bool:
        """Whether the dates say that the one source is older than the other."""
        first, second = self._when(one), self._when(two)
        return bool(first and second and first.last_day < second.first_day)

    def _day(self, source: SubjectId) -> date:
        when = self._when(source)
        return when.first_day if when else date.max

    def _when(self, source: SubjectId) -> PartialDate | None:
        return self.sources[source].date if source in self.sources else None

    def _named(self, source: SubjectId) -> object:
        known = self.sources.get(source)
        if known is None:
            return source
        params = {"title": known.title, "date": known.date}
        return Say("stale.dated-source", params) if known.date else known.title


def _left_in(status: Status) -> Labels | None:
    """What a source leaves a person in; None when it tells of no measure at all."""
    if status.code is not StatusCode.UNKNOWN:
        return status_labels(status.code)
    return kind_labels("arrest") if status.reason.code == "status.arrest-only" else None


def _heading(kind_name: str, field: str) -> Say:
    if not kind_name:
        return Say("stale.status")
    params = {"kind": kind_labels(kind_name), "field": field_labels(kind_name, field)}
    return Say("stale.field", params)


def _printable(value: Value, kind_name: str, field: str) -> object:
    """The value as a sentence can hold it."""
    match value:
        case tuple():
            return [_printable(one, kind_name, field) for one in value]
        case Key():
            return table(value.table)[value.key].labels
        case Choice():
            return choices()[kind(kind_name).field(field).of][value.choice].labels
        case Text():
            return value.text
        case _:
            return value
