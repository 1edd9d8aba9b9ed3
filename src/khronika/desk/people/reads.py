"""What the pages of people show, made of what the visitor may see."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from khronika.desk.snapshot import Snapshot
from khronika.dossier.dossier import Dispute, Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.term_ahead import reckoned
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.label import field_name, kind_name
from khronika.editions.listed import StatusView, status_view
from khronika.editions.naming import NameView, names
from khronika.editions.note import NoteRow, Notes
from khronika.editions.reader import Reader
from khronika.identity.candidates import candidates as find_candidates
from khronika.identity.search_key import fold_for_search
from khronika.ledger.in_force import InForce
from khronika.schema.claim import ClaimId
from khronika.schema.decision import ConsentState, Stance, Verb
from khronika.schema.kind import kind
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Use

_UNTOLD = frozenset({"name", "membership", "portrait"})


@dataclass(frozen=True, slots=True)
class Row:
    """A person in a list."""

    slug: str
    name: str
    status: StatusView
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, and the passages it stands in."""

    event: EventView
    passages: tuple[NoteRow, ...]
    is_dated: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that clash; `claim` is who says it first."""

    text: str
    claim: ClaimId
    passages: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """What sources disagree on. `can_follow` is false where two facts break a rule."""

    number: int
    title: str
    sentence: str
    versions: tuple[Version, ...]
    can_follow: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How the person stands to publication."""

    is_ready: bool
    is_listed: bool
    consent: str


@dataclass(frozen=True, slots=True)
class Term:
    """When a term is over by our own reckoning: the days, and the steps of the way to them."""

    days: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything a person's page shows."""

    slug: str
    name: str
    names: tuple[NameView, ...]
    status: StatusView
    cases: tuple[tuple[str, str], ...]
    timeline: tuple[Told, ...]
    about: tuple[Told, ...]
    clashes: tuple[Clash, ...]
    questions: tuple[str, ...]
    candidates: tuple[tuple[str, str], ...]
    joined: tuple[str, ...]
    standing: Standing
    terms: tuple[Term, ...]


def rows(people: Iterable[SubjectId], snapshot: Snapshot, language: str) -> tuple[Row, ...]:
    """The people as lists show them, in the order of names."""
    reader = snapshot.reader(language)
    wanted = set(people)
    return tuple(_row(one, reader) for one in reader.names if one in wanted)


def _row(person: SubjectId, reader: Reader) -> Row:
    dossier = reader.publication.people[person]
    cases = tuple(reader.case_name(one) for one in dossier.cases)
    return Row(slug_of(person), reader.name(person), status_view(dossier.status, reader), cases)


def search(snapshot: Snapshot, words: str) -> tuple[SubjectId, ...]:
    """The people these words name, in any script and case; likely ones where none is met."""
    keys = fold_for_search(words).split()
    found = [
        person
        for person, names_ in snapshot.names.items()
        if keys and any(_meets(keys, name) for name in names_)
    ]
    return tuple(found) or maybe(snapshot, words)


def maybe(snapshot: Snapshot, name: str) -> tuple[SubjectId, ...]:
    """The people this name could mean, the likeliest first."""
    found = find_candidates(name, {str(one): row for one, row in snapshot.names.items()})
    return tuple(SubjectId(one.who) for one in found)


def _meets(keys: Sequence[str], name: str) -> bool:
    """Whether every word that was typed begins a word of the name."""
    words = fold_for_search(name).split()
    return all(any(word.startswith(key) for word in words) for key in keys)


def person_page(person: SubjectId, snapshot: Snapshot, language: str) -> PersonPage:
    """The page of this person."""
    reader = snapshot.reader(language)
    dossier = snapshot.people[person]
    notes = Notes(reader)
    printer = _Printer(reader, notes)
    told = [printer.told(one) for one in dossier.entries if one.kind not in _UNTOLD]
    clashes = tuple(printer.clash(n, one) for n, one in enumerate(dossier.disputes))
    return PersonPage(
        slug=slug_of(person),
        name=reader.name(person),
        names=names(dossier.entries, reader, notes),
        status=status_view(dossier.status, reader, notes),
        cases=tuple((slug_of(one), reader.case_name(one)) for one in dossier.cases),
        timeline=tuple(one for one in told if one.is_dated),
        about=tuple(one for one in told if not one.is_dated),
        clashes=clashes,
        questions=tuple(reader.wording.say(gap.say) for gap in dossier.gaps),
        candidates=candidates(person, snapshot, language),
        joined=tuple(slug_of(one) for one in dossier.joined if one != person),
        standing=standing(dossier, snapshot.in_force),
        terms=tuple(_terms(dossier, reader)),
    )


def _terms(dossier: Dossier, reader: Reader) -> Iterator[Term]:
    """The terms that can be reckoned; the desk shows them whatever the rules rest on."""
    for one in reckoned(dossier):
        if one.computed.last_day is not None:
            steps = tuple(reader.wording.say(step.say) for step in one.computed.steps)
            yield Term(reader.wording.date(one.computed.last_day.said), steps)


def candidates(person: SubjectId, snapshot: Snapshot, language: str) -> tuple[tuple[str, str], ...]:
    """Other people here who go by a name of this one and were not told apart from them."""
    reader = snapshot.reader(language)
    apart = {
        target
        for one in snapshot.people[person].joined
        for decision in snapshot.in_force.about(Verb.NOT_SAME, one)
        for target in decision.targets
    }
    others = [one for one in maybe(snapshot, reader.name(person)) if one not in {person, *apart}]
    return tuple((slug_of(one), reader.name(one)) for one in others)


def standing(dossier: Dossier, in_force: InForce) -> Standing:
    """What was decided about publishing this person."""
    joined = dossier.joined
    public = {"", Use.PUBLIC.value}
    consents = [
        decision.details.get("state", "")
        for one in joined
        for decision in in_force.about(Verb.CONSENT, one)
        if decision.details.get("use", "") in public
    ]
    order = [ConsentState.WITHDRAWN, ConsentState.REFUSED, ConsentState.GIVEN]
    return Standing(
        is_ready=any(in_force.is_ready(one) for one in joined),
        is_listed=any(in_force.stance(one) is Stance.LIST for one in joined),
        consent=next((one.value for one in order if one.value in consents), "unknown"),
    )


class _Printer:
    """Prints entries with the passages behind them."""

    def __init__(self, reader: Reader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes
        self._printer = EventPrinter(reader, notes)

    def told(self, entry: Entry) -> Told:
        """An entry with all its fields."""
        spec = kind(entry.kind)
        event = self._printer.event(entry)
        return Told(event, self._passages(entry.claims), is_dated=spec.rank is not None)

    def clash(self, number: int, dispute: Dispute) -> Clash:
        """A dispute with its versions."""
        reader = self._reader
        title = reader.wording.gettext("{label}: {said}").format(
            label=kind_name(dispute.kind, reader),
            said=field_name(dispute.kind, dispute.field, reader),
        )
        versions = tuple(
            Version(
                self._printer.said(one, dispute.kind, dispute.field).text,
                one.claims[0],
                self._passages(one.claims),
            )
            for one in dispute.values
        )
        sentence = reader.wording.say(dispute.rule) if dispute.rule else ""
        return Clash(number, title, sentence, versions, can_follow=dispute.rule is None)

    def _passages(self, claims: Iterable[ClaimId]) -> tuple[NoteRow, ...]:
        backing = self._notes.backing(claims)
        wanted = {number for one in backing for number in one.notes}
        return tuple(row for row in self._notes.rows() if row.number in wanted)


def history(person: SubjectId, snapshot: Snapshot) -> Sequence[tuple[str, str, str, ClaimId]]:
    """Who put each claim about the person in and when, and what it is; the latest first."""
    ledger = snapshot.in_force.ledger
    joined = set(snapshot.people[person].joined)
    rows = []
    for one, claim in ledger.claims.items():
        if claim.subject in joined:
            first = ledger.first_recorded(one)
            rows.append((first.at if first else "", first.by if first else "", claim.kind, one))
    return sorted(rows, reverse=True)


def case_entries(case: SubjectId, snapshot: Snapshot, language: str) -> tuple[Told, ...]:
    """What is told of a case itself."""
    reader = snapshot.reader(language)
    printer = _Printer(reader, Notes(reader))
    entries = snapshot.folded.cases[case].entries
    return tuple(printer.told(one) for one in entries if one.kind not in _UNTOLD)
