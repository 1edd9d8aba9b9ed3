"""What the pages of people show, made of what the visitor may see."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from khronika.desk.people.printer import Clash, Printer, Told
from khronika.desk.snapshot import Snapshot
from khronika.dossier.dossier import Dispute, Dossier
from khronika.dossier.term_ahead import reckoned
from khronika.editions.count import IN_CUSTODY
from khronika.editions.label import kind_name
from khronika.editions.listed import StatusView, status_view
from khronika.editions.naming import NameView, names
from khronika.editions.note import Notes
from khronika.editions.reader import Reader
from khronika.editions.show import show
from khronika.identity.candidates import Person
from khronika.identity.search_key import fold_for_search
from khronika.ledger.in_force import InForce
from khronika.schema.decision import ConsentState, Decision, Stance, Verb
from khronika.schema.kind import kind
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Use

ON_A_LEAF = 100  # people; more is a long way on a phone and a large page on a slow line
_UNTOLD = frozenset({"name", "membership", "portrait"})
_PLACES = {"custody": ("facility", "place"), "transfer": ("to",)}


@dataclass(frozen=True, slots=True)
class Row:
    """A person in a list."""

    slug: str
    name: str
    status: StatusView
    cases: tuple[str, ...]


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
class Settled:
    """A version that is followed, and why; `entry` leads to where it can be taken back."""

    entry: str
    title: str
    reason: str


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
    where: str
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a long list: its rows, how many there are in all, and its place among the parts."""

    rows: tuple[Row, ...]
    count: int
    number: int
    last: int


def leaf(people: Collection[SubjectId], snapshot: Snapshot, language: str, *, number: int) -> Leaf:
    """This part of the list of these people, counted from 1; the nearest one there is."""
    reader = snapshot.reader(language)
    ordered = [one for one in reader.names if one in people]
    last = max(1, -(-len(ordered) // ON_A_LEAF))
    number = min(max(1, number), last)
    shown = ordered[(number - 1) * ON_A_LEAF : number * ON_A_LEAF]
    return Leaf(tuple(_row(one, reader) for one in shown), len(ordered), number, last)


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
        for person, names_ in snapshot.directory.words.items()
        if keys and any(_meets(keys, words_) for words_ in names_)
    ]
    return tuple(found) or maybe(snapshot, words)


def maybe(snapshot: Snapshot, name: str) -> tuple[SubjectId, ...]:
    """The people this name could mean, the likeliest first."""
    found = snapshot.directory.likely.candidates(Person((name,)))
    return tuple(SubjectId(one.who) for one in found)


def _meets(keys: Sequence[str], words: str) -> bool:
    """Whether every word that was typed begins one of these, each of which has a space before."""
    return all(f" {key}" in words for key in keys)


def person_page(
    person: SubjectId, snapshot: Snapshot, language: str, *, answered: Collection[str] = ()
) -> PersonPage:
    """The page of this person, without the questions of these codes."""
    reader = snapshot.reader(language)
    dossier = snapshot.people[person]
    notes = Notes(reader)
    printer = Printer(reader, notes)
    told = [printer.told(one) for one in dossier.entries if one.kind not in _UNTOLD]
    clashes = tuple(
        printer.clash(n, one, before=_settled_before(one, snapshot))
        for n, one in enumerate(dossier.disputes)
    )
    return PersonPage(
        slug=slug_of(person),
        name=reader.name(person),
        names=names(dossier.entries, reader, notes),
        status=status_view(dossier.status, reader, notes),
        cases=tuple((slug_of(one), reader.case_name(one)) for one in dossier.cases),
        timeline=tuple(one for one in told if one.is_dated),
        about=tuple(one for one in told if not one.is_dated),
        clashes=clashes,
        questions=tuple(
            reader.wording.say(gap.say) for gap in dossier.gaps if gap.code not in answered
        ),
        candidates=candidates(person, snapshot, language),
        joined=tuple(slug_of(one) for one in dossier.joined if one != person),
        standing=standing(dossier, snapshot.in_force),
        terms=tuple(_terms(dossier, reader)),
        where=_where(dossier, reader),
        settled=tuple(_settled(dossier, reader, snapshot)),
    )


def settling(dispute: Dispute, in_force: InForce) -> tuple[Decision, ...]:
    """The preferences in force that name nothing but what is disputed here."""
    named = {claim for one in dispute.values for claim in one.claims}
    found = {d.id(): d for one in named for d in in_force.about(Verb.PREFER, one)}
    return tuple(row for _, row in sorted(found.items()) if {*row.targets, *row.over} <= named)


def _settled_before(dispute: Dispute, snapshot: Snapshot) -> str:
    """Why it was settled once, where a new value opened it again; reasons are the team's."""
    if snapshot.case:
        return ""
    return next((one.reason for one in settling(dispute, snapshot.in_force)), "")


def _settled(dossier: Dossier, reader: Reader, snapshot: Snapshot) -> Iterator[Settled]:
    for entry in () if snapshot.case else dossier.entries:
        for one in entry.settled_by:
            reason = snapshot.in_force.ledger.decisions[one].reason
            yield Settled(entry.key, kind_name(entry.kind, reader), reason)


def _where(dossier: Dossier, reader: Reader) -> str:
    """Where they are held by the last that is known of it; empty where that says no place.

    An earlier place is not said: they may have been moved since.
    """
    held = [one for one in dossier.entries if one.kind in _PLACES]
    if dossier.status.code not in IN_CUSTODY or not held:
        return ""
    last, spec = held[-1], kind(held[-1].kind)
    for name in _PLACES[last.kind]:
        if (value := last.value(name)) is not None:
            return show(value, spec.field(name), reader=reader, said_in="").text
    return ""


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


def case_entries(case: SubjectId, snapshot: Snapshot, language: str) -> tuple[Told, ...]:
    """What is told of a case itself."""
    reader = snapshot.reader(language)
    printer = Printer(reader, Notes(reader))
    entries = snapshot.folded.cases[case].entries
    return tuple(printer.told(one) for one in entries if one.kind not in _UNTOLD)
