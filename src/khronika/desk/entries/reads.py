"""What the pages of an entry and of a statement show."""

from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from khronika.desk.entries import verbs
from khronika.desk.entries.forms import READABLE
from khronika.desk.entries.writes import TAKEN_BACK
from khronika.desk.people.facts import Fact
from khronika.desk.people.printer import Printer, Told
from khronika.desk.second import is_alone
from khronika.desk.statement import Statement, day_words, hands_of, statements_of
from khronika.desk.visit import Visit
from khronika.desk.who import Who
from khronika.dossier.dossier import Dossier, StatusCode
from khronika.dossier.entry import Entry
from khronika.editions.label import field_name, kind_name
from khronika.editions.note import Notes
from khronika.editions.reader import Reader
from khronika.editions.show import show
from khronika.review.change import Change, change, decided
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.kind import kind
from khronika.schema.label import status_label
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision in force about an entry."""

    decision: str
    title: str
    who: str
    on: str
    reason: str
    can_undo: bool


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One event or trait. `others` are entries of its kind it could be one with."""

    key: str
    told: Told
    statements: tuple[Statement, ...]
    aside: tuple[Statement, ...]
    decisions: tuple[Taken, ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """What a decision would change, in words."""

    gone: tuple[Told, ...]
    come: tuple[Told, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    before: str
    after: str
    is_nothing: bool


def find_entry(dossier: Dossier, key: str) -> Entry | None:
    """The entry of this key."""
    return next((one for one in dossier.entries if one.key == key), None)


def entry_page(entry: Entry, dossier: Dossier, visit: Visit) -> EntryPage:
    """The page of this entry."""
    printer = Printer(visit.reader, Notes(visit.reader))
    others = [one for one in dossier.of_kind(entry.kind) if one.key != entry.key]
    return EntryPage(
        key=entry.key,
        told=printer.told(entry),
        statements=statements_of(entry.claims, visit),
        aside=statements_of(_rejected(entry, dossier, visit), visit),
        decisions=tuple(_taken(entry.claims, visit)),
        others=tuple((one.key, printer.line(one)) for one in others),
    )


def _rejected(entry: Entry, dossier: Dossier, visit: Visit) -> list[ClaimId]:
    """What else was said of this kind and does not count."""
    in_force = visit.snapshot.in_force
    return [
        one
        for one, claim in in_force.claims_about(dossier.joined)
        if claim.kind == entry.kind and in_force.about(Verb.REJECT, one)
    ]


def _taken(claims: Iterable[ClaimId], visit: Visit) -> Iterable[Taken]:
    who = Who(visit)
    for one in at_work(claims, visit):
        yield Taken(
            decision=one.id(),
            title=verbs.said(one, visit.wording),
            who=who(one.by),
            on=day_words(one.at, visit),
            reason=one.reason,
            can_undo=one.verb in TAKEN_BACK,
        )


def at_work(claims: Iterable[ClaimId], visit: Visit) -> tuple[Decision, ...]:
    """The decisions that say which version is followed and what is one event."""
    wanted = set(claims)
    return tuple(
        one
        for verb in sorted(TAKEN_BACK)
        for one in visit.snapshot.in_force.of(verb)
        if not wanted.isdisjoint((*one.targets, *one.over))
    )


def waits(claim: ClaimId, visit: Visit) -> bool:
    """Whether nobody has said yes or no to it yet."""
    return visit.snapshot.in_force.is_undecided(claim)


def may_restore(claim: ClaimId, visit: Visit) -> bool:
    """Whether this visitor may let it count again.

    It was rejected, and it counted before, or somebody else stated it.
    """
    in_force = visit.snapshot.in_force
    if not in_force.about(Verb.REJECT, claim):
        return False
    once = any(
        one.verb is Verb.ACCEPT and claim in one.targets
        for one in in_force.ledger.decisions.values()
    )
    return once or is_alone(visit) or visit.known.hand not in hands_of(claim, visit)


def shift(decisions: Collection[Decision], people: Collection[SubjectId], visit: Visit) -> Shift:
    """What these decisions would change about these people."""
    snapshot = visit.snapshot
    before = snapshot.reading.material
    found = change(before, decided(before, decisions), people, as_of=snapshot.as_of)
    return said_of(found, visit)


def reader_with(claims: Mapping[ClaimId, Claim], visit: Visit) -> Reader:
    """The visitor's reader, who knows of these claims as well: they do not count yet."""
    publication = visit.reader.publication
    known = ChainMap(dict(claims), dict(publication.claims))
    return Reader(replace(publication, claims=known), visit.language)


def said_of(found: Change, visit: Visit, *, reader: Reader | None = None) -> Shift:
    """The change in words; `reader` is one who knows of all its claims."""
    reader = reader or visit.reader
    printer = Printer(reader, Notes(reader))
    return Shift(
        gone=tuple(printer.told(one) for one in found.gone),
        come=tuple(printer.told(one) for one in found.come),
        opened=tuple(_dispute(one.kind, one.field, visit) for one in found.opened),
        closed=tuple(_dispute(one.kind, one.field, visit) for one in found.closed),
        before=_statuses(found.before, visit),
        after=_statuses(found.after, visit),
        is_nothing=found.is_nothing,
    )


def _dispute(kind_: str, field: str, visit: Visit) -> str:
    label, said = kind_name(kind_, visit.reader), field_name(kind_, field, visit.reader)
    return visit.wording.gettext("{label}: {said}").format(label=label, said=said)


def _statuses(codes: Iterable[StatusCode], visit: Visit) -> str:
    return ", ".join(status_label(one, visit.language) for one in codes)


def correctable(claim: Claim, label: str) -> Fact:
    """The claim's kind with the fields that can be typed."""
    spec = kind(claim.kind)
    fields = tuple(
        name for name, field in spec.fields.items() if field.type in READABLE and not field.many
    )
    return Fact(label, claim.kind, fields, {})


def as_typed(claim: Claim, fact: Fact, visit: Visit) -> dict[str, str]:
    """Each field as somebody would type it: an answer of a closed set by its word of the schema."""
    spec = kind(claim.kind)
    found = {}
    for name in fact.fields:
        value, field = claim.fields.get(name), spec.field(name)
        if value is not None:
            is_choice = field.type == "choice"
            shown = show(value, field, reader=visit.reader, said_in=claim.lang).text
            found[name] = getattr(value, "choice", shown) if is_choice else shown
    return found
