"""Which places an entry tells of, as far as people may be looked up by them.

Invariants:

- Only arrests, custody in an institution and courts have places here: never births, searches,
  flights, nor a custody that is spent at home.
- A place is a row of the table or a place subject of the record. Other words lead to no page; they
  could be somebody's home.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry, Standing
from khronika.editions.named import written_names
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectKind, slug_of
from khronika.schema.value import Choice, Key, Text, Value
from khronika.schema.vocabulary import table

_PLACED = {
    "arrest": ("place",),
    "custody": ("place", "facility"),
    "hearing": ("place", "court"),
    "ruling": ("court",),
    "step": ("court",),
}
_CITIES = {"ru-mow": "moscow", "ru-spe": "st-petersburg"}  # regions that are one city
_AT_HOME = frozenset({"house-arrest", "ban-on-actions", "bail"})


@dataclass(frozen=True, slots=True)
class Place:
    """An entry tells of this place; `key` is empty where only the source's words name it."""

    key: str
    field: str
    value: Value
    entry: Entry
    disputed: bool
    claims: tuple[ClaimId, ...]


def places_of(dossier: Dossier, own: Mapping[str, str]) -> tuple[Place, ...]:
    """Every place of the person, and every wider one but the country, in the order of entries.

    `own` are the names of the record's own places with their slugs.
    """
    return tuple(
        place
        for entry in dossier.entries
        if not _AT_HOME & _kinds(entry)
        for name in _PLACED.get(entry.kind, ())
        for place in _of_field(entry, name, own)
    )


def _of_field(entry: Entry, name: str, own: Mapping[str, str]) -> Iterator[Place]:
    state = entry.fields.get(name)
    for backed in state.values if state else ():
        disputed = state is not None and state.standing is Standing.DISPUTED
        for key in _keys(name, backed.value, own):
            yield Place(key, name, backed.value, entry, disputed, backed.claims)


def _keys(name: str, value: Value, own: Mapping[str, str]) -> list[str]:
    match value:
        case Key(table="place"):
            return _with_wider(value.key)
        case Key():
            found = stands_in(value.table, value.key)
            is_known = bool(found) and (found[0] in table("place") or found[0] in own.values())
            return found if is_known else []
        case Text() if name == "place":
            return [own.get(value.text, "")]
    return []


def stands_in(table_name: str, key: str) -> list[str]:
    """The place of a court or facility and the wider ones, nearest first; none if not known."""
    row = table(table_name).get(key)
    return _with_wider(row.place) if row and row.place else []


def _with_wider(key: str) -> list[str]:
    return list(dict.fromkeys(_CITIES.get(one, one) for one in (key, *wider(key))))


def wider(key: str) -> list[str]:
    """The places that contain this one, nearest first, the country left out."""
    rows, found = table("place"), list[str]()
    while key in rows and rows[key].within and rows[key].within not in found:
        key = rows[key].within
        found.append(key)
    return [one for one in found if one in rows and rows[one].within]


def place_slugs(publication: Publication) -> dict[str, str]:
    """Every name of the record's place subjects, with the subject's slug."""
    return {
        text: slug_of(subject) for subject, text, _ in written_names(publication, SubjectKind.PLACE)
    }


def _kinds(entry: Entry) -> set[str]:
    if entry.kind != "custody":
        return set()
    return {one.choice for one in entry.values("kind") if isinstance(one, Choice)}
