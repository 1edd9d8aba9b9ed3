"""Published statistics: what somebody counted, each figure on its own with who, when and where.

Invariants:

- Figures are never added up, averaged or merged: only statements that say the very same share a
  line.
- Every figure carries the notes of the claims that say it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.clearance.publication import Publication
from khronika.dossier.entry import Backed, Entry, FieldState, Standing
from khronika.editions.event import EventPrinter, SaidView
from khronika.editions.note import Backing, NoteRow, Notes
from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.editions.sorting import title_order
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Certainty, Claim, ClaimId, encode_fields
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.value import Key, Text
from khronika.schema.vocabulary import label

FIGURE = "figure"
_NOTHING = Link("", "")
OF_ALL = frozenset(
    {"political-prisoners", "persecuted", "held"}
)  # measures that a reader may want to see beside the numbers of a whole edition


@dataclass(frozen=True, slots=True)
class FigureView:
    """One published figure; where its values clash, each carries its own notes."""

    measure: tuple[SaidView, ...]
    value: tuple[SaidView, ...]
    as_of: tuple[SaidView, ...]
    by: tuple[SaidView, ...]
    about: Link
    disputed: bool
    backing: tuple[Backing, ...]
    denied: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The page of all published figures."""

    figures: tuple[FigureView, ...]
    notes: tuple[NoteRow, ...]


def figures_view(page: str, reader: Reader) -> FiguresView:
    """Every published figure, by what was counted, the newest first."""
    notes = Notes(reader)
    found = figure_views(figure_entries(reader.publication), page, reader, notes)
    return FiguresView(found, notes.rows())


def figure_views(
    entries: Iterable[Entry], page: str, reader: Reader, notes: Notes
) -> tuple[FigureView, ...]:
    """The figures as this page prints them, in the language's order of what was counted."""
    printer = EventPrinter(reader, notes)
    ordered = sorted(entries, key=lambda one: _order(one, reader))
    return tuple(_view(one, page, reader, notes=notes, printer=printer) for one in ordered)


def figure_entries(publication: Publication) -> list[Entry]:
    """Every figure: those about cases as folded, those about anything else each on its own."""
    of_cases = [
        entry
        for case, file in sorted(publication.cases.items())
        for entry in file.entries
        if entry.kind == FIGURE and case in publication.addresses and entry.values("value")
    ]
    return [*of_cases, *_others(publication)]


def counts_all(entry: Entry) -> bool:
    """Whether the figure counts people everywhere, not those of one case."""
    measure = entry.value("measure")
    return isinstance(measure, Key) and measure.key in OF_ALL


def _others(publication: Publication) -> list[Entry]:
    same: dict[str, list[ClaimId]] = {}
    for one, claim in sorted(publication.claims.items()):
        if claim.kind == FIGURE and kind_of(claim.subject) is not SubjectKind.CASE:
            said = canonical_json([claim.subject, encode_fields(claim.fields)])
            same.setdefault(said, []).append(one)
    found = [_entry(claims, publication) for _, claims in sorted(same.items())]
    return [one for one in found if one.values("value") and _was_said(one, publication)]


def _entry(claims: list[ClaimId], publication: Publication) -> Entry:
    first = publication.claims[claims[0]]
    denied = tuple(one for one in claims if _is_denied(publication.claims[one]))
    said = tuple(one for one in claims if one not in denied)
    fields = {
        name: FieldState(Standing.AGREED, (Backed(value, said),))
        for name, value in first.fields.items()
        if said
    }
    return Entry(
        key=f"{FIGURE}:{claims[0]}",
        kind=FIGURE,
        subject=first.subject,
        case=None,
        event=first.event,
        certainty=first.certainty,
        fields=fields,
        claims=tuple(claims),
        denied_by=denied,
    )


def _was_said(entry: Entry, publication: Publication) -> bool:
    """Whether it can have been counted by the day of the edition."""
    return all(one.first_day <= publication.as_of for one in entry.dates)


def _is_denied(claim: Claim) -> bool:
    return claim.certainty is Certainty.DENIED


def _order(entry: Entry, reader: Reader) -> tuple[object, ...]:
    days = [one.last_day for one in entry.dates]
    newest = -max(days).toordinal() if days else 0
    return title_order(_words(entry, "measure", reader)), newest, entry.subject, entry.key


def _words(entry: Entry, name: str, reader: Reader) -> str:
    values = entry.values(name)
    first = values[0] if values else ""
    match first:
        case Key() as key:
            return label(key.table, key.key, reader.language)
        case Text(text=text):
            return text
        case _:
            return ""


def _view(
    entry: Entry, page: str, reader: Reader, *, notes: Notes, printer: EventPrinter
) -> FigureView:
    disputed = bool(entry.disputed)

    def said(name: str) -> tuple[SaidView, ...]:
        state = entry.fields.get(name)
        backed = state.values if state else ()
        return tuple(printer.said(one, FIGURE, name) for one in backed)

    return FigureView(
        measure=said("measure"),
        value=said("value"),
        as_of=said("as-of"),
        by=said("by"),
        about=_about(entry.subject, page, reader)
        if not _is_by_subject(entry, reader)
        else _NOTHING,
        disputed=disputed,
        backing=notes.backing(set(entry.claims) - set(entry.denied_by)),
        denied=notes.backing(entry.denied_by),
    )


def _is_by_subject(entry: Entry, reader: Reader) -> bool:
    """Whether the figure stands with the very body that counted."""
    return _words(entry, "by", reader) == subject_name(entry.subject, reader)


def _about(subject: SubjectId, page: str, reader: Reader) -> Link:
    """What the figure is about: a case with its page, or the name of anything else."""
    if subject in reader.case_names:
        return Link(reader.case_names[subject], reader.href(page, subject))
    return Link(subject_name(subject, reader), "")


def subject_name(subject: SubjectId, reader: Reader) -> str:
    """What an organisation or a place is called in the reader's language, or in any, or its id."""
    named = [
        (claim.lang != reader.language, claim.lang, text.text)
        for claim in reader.publication.claims.values()
        if claim.kind == "name" and claim.subject == subject and not _is_denied(claim)
        for text in [claim.fields.get("text")]
        if isinstance(text, Text)
    ]
    return min(named)[2] if named else slug_of(subject)
