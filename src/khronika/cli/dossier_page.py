"""A dossier as a page in the terminal: what is known, from where, and what is not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from khronika.cli.value_words import value_in_words
from khronika.dossier.dossier import Ahead, Dispute, Dossier, Gap
from khronika.dossier.entry import Backed, Entry, Standing
from khronika.dossier.fold import Folded
from khronika.dossier.material import Material
from khronika.dossier.names import all_names, case_name, person_name
from khronika.schema.claim import Certainty, ClaimId
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label, status_label
from khronika.schema.subject import SubjectId, slug_of
from khronika.values.sentence import N_
from khronika.values.wording import Wording

PARTS = frozenset({"family", "given", "patronymic"})  # they stand in the written name
STANDINGS = {
    Standing.DISPUTED: N_("disputed"),
    Standing.SETTLED: N_("settled by the editors"),
    Standing.WITHHELD: N_("left out: what the editors preferred may not leave"),
}
CERTAINTIES = {Certainty.ALLEGED: N_("alleged"), Certainty.DENIED: N_("denied")}


class Footnotes:
    """Numbers each place in a source once, in the order of first use."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._numbers: dict[tuple[SubjectId, str], int] = {}

    def marks(self, claims: Iterable[ClaimId]) -> str:
        """The numbers of where the claims stand: "[1][3]"."""
        places = (self._place(one) for one in claims)
        numbers = {self._numbers.setdefault(p, len(self._numbers) + 1) for p in places}
        return "".join(f"[{number}]" for number in sorted(numbers))

    def lines(self) -> Iterator[str]:
        """Every numbered place with its source's title."""
        for (source, section), number in self._numbers.items():
            known = self._material.sources.get(source)
            named = (known.title, known.publisher, str(known.date or "")) if known else (source,)
            yield f"  [{number}] {'. '.join(part for part in (*named, section) if part)}"

    def _place(self, one: ClaimId) -> tuple[SubjectId, str]:
        passage = self._material.claims[one].passage
        page = f"p. {passage.page}" if passage.page else ""
        return passage.source, ", ".join(part for part in (passage.section, page) if part)


def dossier_page(
    dossier: Dossier, folded: Folded, material: Material, *, wording: Wording
) -> Iterator[str]:
    """The lines of the page."""
    notes = Footnotes(material)
    yield from _head(dossier, material, wording)
    for case, entries in _by_case(dossier).items():
        if case:
            yield from ("", _case(case, folded, material, wording))
        for entry in entries:
            yield from _entry(entry, notes, wording)
    yield from _part(N_("Disputed"), dispute_lines(dossier.disputes, wording), wording)
    yield from _part(N_("Open questions"), gap_lines(dossier.gaps, wording), wording)
    yield from _part(N_("Dates ahead"), ahead_lines(dossier.ahead, wording), wording)
    yield from _part(N_("Sources"), notes.lines(), wording)


def dispute_lines(disputes: Iterable[Dispute], wording: Wording) -> Iterator[str]:
    """Each dispute on a line: the kind, the field, the values side by side."""
    for one in disputes:
        field = field_label(one.kind, one.field, wording.language) if one.field else ""
        values = [
            value_in_words(v.value, wording, kind_name=one.kind, field=one.field)
            for v in one.values
        ]
        heading = ", ".join(p for p in (kind_label(one.kind, wording.language), field) if p)
        yield f"  {heading}: {' / '.join(values)}"


def gap_lines(gaps: Iterable[Gap], wording: Wording) -> Iterator[str]:
    """Each open question on a line."""
    return (f"  {wording.say(gap.say)}" for gap in gaps)


def ahead_lines(dates: Iterable[Ahead], wording: Wording) -> Iterator[str]:
    """Each day to come on a line."""
    return (f"  {one.on.isoformat()}  {wording.say(one.say)}" for one in dates)


def _head(dossier: Dossier, material: Material, wording: Wording) -> Iterator[str]:
    name = person_name(dossier, material.claims, wording.language)
    others = sorted({text for text, _ in all_names(dossier, material.claims)} - {name})
    as_of = wording.gettext("as of {day}").format(day=wording.day(dossier.as_of))
    yield f"{name} ({slug_of(dossier.person)}), {as_of}"
    if others:
        yield " · ".join(others)
    yield ""
    status = f"{status_label(dossier.status.code, wording.language)}."
    yield " ".join(dict.fromkeys([status, wording.say(dossier.status.reason)]))


def _by_case(dossier: Dossier) -> Mapping[SubjectId | None, Sequence[Entry]]:
    """The entries of no case first, then case by case."""
    grouped: dict[SubjectId | None, list[Entry]] = {None: []} | {c: [] for c in dossier.cases}
    for entry in dossier.entries:
        if entry.kind != "name":
            grouped.setdefault(entry.case, []).append(entry)
    return grouped


def _case(case: SubjectId, folded: Folded, material: Material, wording: Wording) -> str:
    known = folded.cases.get(case)
    name = case_name(known, material.claims, wording.language) if known else slug_of(case)
    return f"— {name} —"


def _entry(entry: Entry, notes: Footnotes, wording: Wording) -> Iterator[str]:
    """The kind with its sources, and a line for each field; one line where one value is all."""
    heading = kind_label(entry.kind, wording.language)
    if entry.certainty in CERTAINTIES:
        heading += f" ({wording.gettext(CERTAINTIES[entry.certainty])})"
    marks = notes.marks(entry.claims)
    shown = [one for one in kind(entry.kind).fields if one in entry.fields and one not in PARTS]
    fields = {name: list(_field(entry, name, notes=notes, wording=wording)) for name in shown}
    if len(shown) == 1 and len(fields[shown[0]]) == 1:
        said = _said(entry.fields[shown[0]].values[0], entry, shown[0], wording=wording)
        yield from ("", f"{heading}: {said}  {marks}")
    else:
        yield from ("", f"{heading}  {marks}", *(line for name in shown for line in fields[name]))
    if entry.denied_by:
        yield f"  {wording.gettext('denied')}  {notes.marks(entry.denied_by)}"


def _field(entry: Entry, name: str, *, notes: Footnotes, wording: Wording) -> Iterator[str]:
    state = entry.fields[name]
    heading = field_label(entry.kind, name, wording.language)
    if state.standing in STANDINGS:
        heading += f" ({wording.gettext(STANDINGS[state.standing])})"
    if len(state.values) == 1:
        yield f"  {heading}: {_said(state.values[0], entry, name, wording=wording)}"
        return
    yield f"  {heading}:"
    for backed in state.values:
        said = _said(backed, entry, name, wording=wording)
        yield f"    {said}  {notes.marks(backed.claims)}"


def _said(backed: Backed, entry: Entry, name: str, *, wording: Wording) -> str:
    return value_in_words(backed.value, wording, kind_name=entry.kind, field=name)


def _part(heading: str, lines: Iterable[str], wording: Wording) -> Iterator[str]:
    body = list(lines)
    if body:
        yield from ("", wording.gettext(heading), *body)
