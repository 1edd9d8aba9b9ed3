"""One entry of a dossier as it is printed: a title, a time, its fields, each with its sources.

Invariants:

- Every printed value carries the notes of the claims that say it; where all values of an entry
  rest on the same claims, the entry carries them once.
- A disputed field prints every value; nothing is left out and nothing is made a range.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from khronika.dossier.entry import Backed, Entry, FieldState, Standing
from khronika.editions.label import field_name, kind_name
from khronika.editions.note import Backing, Notes
from khronika.editions.reader import Reader
from khronika.editions.show import Shown, begun_with, show
from khronika.schema.claim import ClaimId
from khronika.schema.kind import FieldSpec, kind
from khronika.schema.value import Text

_TITLED_BY = {
    "action": "kind",
    "charge": "article",
    "custody": "kind",
    "incident": "kind",
    "recognition": "status",
    "reprisal": "kind",
    "step": "kind",
    "support": "kind",
}  # kinds whose one answer says more than the name of the kind
_WITH_INSTANCE = frozenset({"ruling", "demand", "hearing"})
_UNPRINTED = frozenset(
    {"file", "faces", "licence", "taken"}
)  # of pictures, which stand beside them (site/portrait.py)


@dataclass(frozen=True, slots=True)
class SaidView:
    """One value and who says it; `backing` is empty where the entry carries the notes."""

    text: str
    lang: str
    href: str
    machine: str
    backing: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """One field with the values that stand, and those an editor's preference put aside."""

    label: str
    values: tuple[SaidView, ...]
    disputed: bool
    aside: tuple[SaidView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One entry, ready to print."""

    kind: str
    title: str
    when: FactView | None
    facts: tuple[FactView, ...]
    quoted: FactView | None
    backing: tuple[Backing, ...]
    denied: tuple[Backing, ...]
    may_be: bool
    disputed: bool


class EventPrinter:
    """Prints entries for one page: one language, one set of notes."""

    def __init__(self, reader: Reader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes
        self._claims = reader.publication.claims

    def event(
        self, entry: Entry, *, only: tuple[str, ...] = (), main: str = "", quoted: str = ""
    ) -> EventView:
        """The entry; `only` limits it to some fields, and then its title is the kind's name.

        The field `main` prints without its label, and `quoted` as a quotation apart.
        """
        fields = entry.fields
        states = {name: fields[name] for name in _printed(entry.kind, only) if name in fields}
        disputed = _is_disputed(states)
        shared = _shared_claims(entry, states, disputed=disputed)
        title, titled_by = self._title(entry, states, in_full=not only, is_shared=bool(shared))
        spec = kind(entry.kind)
        facts = {
            name: self._fact(
                state, spec.field(name), shared=bool(shared), label=self._label(entry, name, main)
            )
            for name, state in states.items()
            if name not in titled_by and (state.values or state.aside)
        }
        return EventView(
            kind=entry.kind,
            title=title,
            when=facts.pop(spec.when, None) if spec.when != main else None,
            quoted=facts.pop(quoted, None),
            facts=tuple(facts.values()),
            backing=self._backing(entry, shared, titled_by),
            denied=self._notes.backing(entry.denied_by),
            may_be=bool(entry.may_be),
            disputed=disputed,
        )

    def fact(self, entry: Entry, name: str) -> FactView:
        """One field of the entry, each value with its own notes."""
        label = begun_with(self._reader.said(field_name, entry.kind, name), self._reader)
        spec = kind(entry.kind).field(name)
        return self._fact(entry.fields[name], spec, shared=False, label=label)

    def said(self, backed: Backed, entry_kind: str, name: str) -> SaidView:
        """One value of a field, with its own notes."""
        return self._said(backed, kind(entry_kind).field(name), shared=False)

    def _title(
        self, entry: Entry, states: Mapping[str, FieldState], *, in_full: bool, is_shared: bool
    ) -> tuple[str, tuple[str, ...]]:
        """What the entry is called, and the fields that name took."""
        name = _TITLED_BY.get(entry.kind, "") if in_full else ""
        if name in states and entry.value(name) is not None and not states[name].aside:
            shown = self._shown(states[name].values[0], kind(entry.kind).field(name))
            return begun_with(shown.text, self._reader), (name,)
        label = self._reader.said(kind_name, entry.kind)
        if is_shared and entry.kind in _WITH_INSTANCE and entry.value("instance") is not None:
            backed = entry.fields["instance"].values[0]
            shown = self._shown(backed, kind(entry.kind).field("instance"))
            return f"{label}, {shown.text}", ("instance",)
        return label, ()

    def _label(self, entry: Entry, name: str, main: str) -> str:
        """Empty for the main field, and for the date of an event, which explains itself."""
        is_plain = name == main or (name == "date" and kind(entry.kind).when == name)
        return "" if is_plain else self._reader.said(field_name, entry.kind, name)

    def _fact(self, state: FieldState, spec: FieldSpec, *, shared: bool, label: str) -> FactView:
        values = [self._said(one, spec, shared=shared) for one in state.values]
        aside = [self._said(one, spec, shared=False) for one in state.aside]
        return FactView(label, tuple(values), state.standing is Standing.DISPUTED, tuple(aside))

    def _said(self, backed: Backed, spec: FieldSpec, *, shared: bool) -> SaidView:
        shown = self._shown(backed, spec)
        return SaidView(*shown, () if shared else self._notes.backing(backed.claims))

    def _shown(self, backed: Backed, spec: FieldSpec) -> Shown:
        said_in = ""
        if backed.claims and isinstance(backed.value, Text):
            said_in = self._claims[backed.claims[0]].lang
        return show(backed.value, spec, reader=self._reader, said_in=said_in)

    def _backing(
        self, entry: Entry, shared: frozenset[ClaimId], titled_by: tuple[str, ...]
    ) -> tuple[Backing, ...]:
        """The notes the entry itself carries: all of its, or those of its title."""
        if shared:
            return self._notes.backing(shared)
        of_title = {one for name in titled_by for one in entry.fields[name].values[0].claims}
        return self._notes.backing(of_title)


@cache
def _printed(entry_kind: str, only: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a kind that an entry prints, in the order of the kind."""
    printed = (name for name in kind(entry_kind).fields if name not in _UNPRINTED)
    return tuple(name for name in printed if not only or name in only)


def _shared_claims(
    entry: Entry, states: Mapping[str, FieldState], *, disputed: bool
) -> frozenset[ClaimId]:
    """The claims that back every printed value alike; none when the values differ in that."""
    said_by = {one.claims for state in states.values() for one in state.values}
    if not said_by:
        return frozenset(entry.claims) - set(entry.denied_by)
    return frozenset() if disputed or len(said_by) > 1 else frozenset(said_by.pop())


def _is_disputed(states: Mapping[str, FieldState]) -> bool:
    return Standing.DISPUTED in [state.standing for state in states.values()]
