"""The facts of a press page, each on its line with the numbers of its sources.

Invariants:

- Of an accusation there is the article and nothing else: no offence, no words, no deed.
- What is unknown has no line; what is disputed has every version on its line.
- Notes name the place in a source and never its words, which may be those of the charge.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier, Status, StatusCode
from khronika.dossier.entry import Entry, Standing
from khronika.editions.event import EventPrinter, FactView, SaidView
from khronika.editions.label import choice_name, field_name, kind_name
from khronika.editions.listed import status_view
from khronika.editions.note import Backing, Notes
from khronika.editions.reader import Reader
from khronika.editions.referred import Outcome, Referred, charged_under
from khronika.schema.value import Choice
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_

_TRAITS = (
    ("birth", ("date",)),
    ("death", ("date",)),
    ("occupation", ("value",)),
    ("arrest", ("date",)),
)
_OF_RULING = (
    "date", "court", "outcome", "term", "suspended", "probation", "regime", "total", "fine",
    "forced-labour", "arrest-days",
)  # fmt: skip
_UNLABELLED = frozenset({"date", "value", "by", "status", "kind", "outcome", "term"})
_RECOGNISED = frozenset(
    map(Choice, ("political-prisoner", "politically-motivated", "prisoner-of-conscience"))
)
_ARTICLES = {Outcome.GUILTY: N_("Convicted under"), Outcome.ACCUSED: N_("Accused under")}


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a fact, ready to print."""

    field: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class PressFact:
    """One line: what it is about, its parts, and who denies it."""

    kind: str
    label: str
    parts: tuple[Part, ...]
    denied: tuple[Backing, ...] = ()


def without_quotes(publication: Publication) -> Publication:
    """The publication with every passage named and none of them quoted."""
    claims = {
        one: replace(claim, passage=replace(claim.passage, quote=""))
        if claim.passage.quote
        else claim
        for one, claim in publication.claims.items()
    }
    return replace(publication, claims=claims)


class FactPrinter:
    """Prints facts for one press page."""

    def __init__(self, reader: Reader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes
        self._printer = EventPrinter(reader, notes)

    def person(self, dossier: Dossier) -> tuple[PressFact, ...]:
        """What is known of the person, the most asked for first."""
        label = self._reader.wording.gettext("Status")
        status = self.status(dossier.status)
        lines = [PressFact("status", label, status)] if status else []
        lines += self._cases(dossier)
        for kind, fields in _TRAITS:
            lines += self._entries(dossier.of_kind(kind), fields)
        lines += self._articles(dossier)
        lines += self._rulings(dossier)
        lines += self._recognitions(dossier)
        return tuple(lines)

    def of(self, entries: Iterable[Entry], *fields: str) -> tuple[PressFact, ...]:
        """These entries with these of their fields; none that has none of them."""
        return tuple(self._entries(entries, fields))

    def steps(self, entries: Iterable[Entry]) -> tuple[PressFact, ...]:
        """What courts and investigators did in a case."""
        return self.of((e for e in entries if e.kind == "step"), "kind", "date")

    def status(self, status: Status) -> tuple[Part, ...]:
        """The status and since when; nothing where it is unknown or no source says it."""
        if status.code is StatusCode.UNKNOWN or not status.claims:
            return ()
        view = status_view(status, self._reader, self._notes)
        text = ", ".join(part for part in (view.label, view.since) if part)
        return (Part("status", _plain(text, view.backing)),)

    def _cases(self, dossier: Dossier) -> Iterator[PressFact]:
        label = self._reader.wording.gettext("Case")
        for case in (one for one in dossier.cases if one in self._reader.publication.cases):
            entries = [entry for entry in dossier.entries if entry.case == case]
            said = [entry for entry in entries if entry.kind == "membership"] or entries
            backing = self._notes.backing({one for entry in said for one in entry.claims})
            if backing:
                name = _plain(self._reader.case_name(case), backing)
                yield PressFact("case", label, (Part("case", name),))

    def _entries(self, entries: Iterable[Entry], fields: Sequence[str]) -> Iterator[PressFact]:
        for entry in (one for one in entries if not one.may_be):
            parts = tuple(self._parts(entry, fields))
            if parts:
                label = self._reader.said(kind_name, entry.kind)
                denied = self._notes.backing(entry.denied_by)
                yield PressFact(entry.kind, label, parts, denied)

    def _rulings(self, dossier: Dossier) -> Iterator[PressFact]:
        for entry in dossier.of_kind("ruling"):
            instance = entry.value("instance")
            for fact in self._entries([entry], _OF_RULING):
                if isinstance(instance, Choice):
                    named = self._reader.said(choice_name, "instance", instance.choice)
                    yield replace(fact, label=f"{fact.label}, {named}")
                else:
                    yield fact

    def _recognitions(self, dossier: Dossier) -> Iterator[PressFact]:
        """Who calls the person what; an answer that is none yet, or no, has a kind of its own."""
        for entry in dossier.of_kind("recognition"):
            status = entry.value("status")
            kind = "recognition" if status in _RECOGNISED else "not-recognised"
            for fact in self._entries([entry], ("by", "status", "date")):
                yield replace(fact, kind=kind)

    def _articles(self, dossier: Dossier) -> Iterator[PressFact]:
        """The articles of a verdict, then those of an accusation that no verdict took up."""
        found = [one for one in charged_under(dossier) if one.outcome in _ARTICLES]
        guilty = [one.reference for one in found if one.outcome is Outcome.GUILTY]
        for outcome, label in _ARTICLES.items():
            same = [
                one
                for one in found
                if one.outcome is outcome
                and (outcome is Outcome.GUILTY or not _is_among(one.reference, guilty))
            ]
            yield from self._under(f"articles-{outcome}", label, same)

    def _under(self, kind: str, label: str, referred: Sequence[Referred]) -> Iterator[PressFact]:
        """The articles nobody denies, then those that somebody does."""
        said = self._reader.wording.gettext(label)
        for is_denied in (False, True):
            same = [one for one in referred if bool(one.entry.denied_by) is is_denied]
            if same:
                parts = tuple(self._laws(same))
                denials = {claim for one in same for claim in one.entry.denied_by}
                yield PressFact(kind, said, parts, self._notes.backing(denials))

    def _laws(self, referred: Sequence[Referred]) -> Iterator[Part]:
        """Each article once, in the order of the codes; a code is named with its first."""
        code = ""
        for reference in sorted({one.reference for one in referred}):
            same = [one for one in referred if one.reference == reference]
            backing = self._notes.backing({claim for one in same for claim in one.claims})
            wording = self._reader.wording
            named = reference.code == code
            text = wording.legal_short(reference) if named else wording.legal(reference)
            code = reference.code
            disputed = any(one.disputed for one in same)
            yield Part("article", _plain(text, backing, disputed=disputed))

    def _parts(self, entry: Entry, fields: Iterable[str]) -> Iterator[Part]:
        for name in fields:
            if name == "suspended" and entry.value(name) is not None:
                yield from self._suspended(entry)
            elif entry.values(name):
                yield Part(name, self._fact(entry, name))

    def _suspended(self, entry: Entry) -> Iterator[Part]:
        """The word alone where the term is suspended; nothing where it is not."""
        if entry.value("suspended") == Choice("yes"):
            said = self._fact(entry, "suspended")
            word = replace(said.values[0], text=said.label)
            yield Part("suspended", replace(said, label="", values=(word,)))

    def _fact(self, entry: Entry, name: str) -> FactView:
        state = entry.fields[name]
        plain = name in _UNLABELLED
        return FactView(
            label="" if plain else self._reader.said(field_name, entry.kind, name),
            values=tuple(self._printer.said(one, entry.kind, name) for one in state.values),
            disputed=state.standing is Standing.DISPUTED,
            aside=tuple(self._printer.said(one, entry.kind, name) for one in state.aside),
        )


def _is_among(reference: LegalReference, others: Iterable[LegalReference]) -> bool:
    return any(one.agrees_with(reference) for one in others)


def _plain(text: str, backing: tuple[Backing, ...], *, disputed: bool = False) -> FactView:
    said = SaidView(text, lang="", href="", machine="", backing=backing)
    return FactView(label="", values=(said,), disputed=disputed, aside=())
