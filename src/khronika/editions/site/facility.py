"""The page of one place of detention: who is or was there, and how to write there.

Invariants:

- A facility is a row of the table or a facility subject of the record; a place of detention that a
  source only names in its own words has no page.
- An address of the facility itself prints only while it is fresh; a person's stands on the
  person's page alone, under the rules of that page.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier, StatusCode
from khronika.dossier.entries import Context, entries_of
from khronika.dossier.entry import Entry, Standing
from khronika.dossier.grouping import Said
from khronika.dossier.material import Material
from khronika.editions.event import EventPrinter
from khronika.editions.facet import FacetName, Indexes
from khronika.editions.heading import place_label
from khronika.editions.named import name_of
from khronika.editions.note import Notes
from khronika.editions.path import Link, link, list_page, page_path
from khronika.editions.place import stands_in
from khronika.editions.reader import Reader
from khronika.editions.site.listing import Group, Head, ListView, Phrase, count_line, rows_of, up
from khronika.editions.site.reason import Reasons, ReasonView
from khronika.editions.support import SupportView, is_address, person_support
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.value import Key
from khronika.schema.vocabulary import label, table
from khronika.solidarity.freshness import FRESH_COLONY
from khronika.values.sentence import N_

_LOCATES = {"custody": "facility", "transfer": "to"}
_NAMES_ONE = {
    "custody": ("facility",),
    "transfer": ("from", "to"),
    "release": ("facility",),
    "death": ("facility",),
    "incident": ("facility",),
}
_DEPRIVED = frozenset(
    {
        StatusCode.ADMINISTRATIVE_ARREST,
        StatusCode.DETAINED,
        StatusCode.PRE_TRIAL,
        StatusCode.SERVING,
        StatusCode.FORCED_LABOUR,
        StatusCode.TREATMENT,
    }
)
_GROUPS = {
    True: (
        N_("There by the last word"),
        N_(
            "The last custody or transfer we know of names this place. The person may have been "
            "moved since."
        ),
    ),
    False: (N_("There at some time"), ""),
}


def facilities(indexes: Indexes) -> dict[str, dict[SubjectId, bool]]:
    """Every facility by key, sorted: its people, and whether sources disagree on each."""
    publication = indexes.publication
    found: dict[str, dict[SubjectId, bool]] = {key: {} for key in _own(publication)}
    for person in indexes.people:
        for key, field, entry in named_in(publication.people[person]):
            disputed = entry.fields[field].standing is Standing.DISPUTED
            there = found.setdefault(key, {})
            there[person] = there.get(person, True) and disputed
    return dict(sorted(found.items()))


def facility_label(key: str, reader: Reader) -> Phrase:
    """The facility's name: the table's, else what the record's own claims call it."""
    if key in table("facility"):
        return Phrase(label("facility", key, reader.language))
    text, lang = name_of(reader.publication, SubjectKind.FACILITY, key, reader.language)
    return Phrase(text, reader.foreign(lang) if lang else "")


def facility_view(
    key: str, people: Mapping[SubjectId, bool], page: str, *, indexes: Indexes, reader: Reader
) -> ListView:
    """The page of this facility."""
    notes = Notes(reader)
    printer = EventPrinter(reader, notes)
    name = facility_label(key, reader)
    support = _support(key, people, page, reader, printer)
    return ListView(
        title=name.text,
        title_lang=name.lang,
        count=count_line(people, indexes, reader),
        head=Head(links=_places(key, page, indexes, reader)),
        groups=_groups(key, people, page, Reasons(reader, notes), reader),
        up=up(page, reader),
        support=support[0],
        doors=support[1],
        notes=notes.rows(),
    )


def _places(key: str, page: str, indexes: Indexes, reader: Reader) -> tuple[Link, ...]:
    """The pages of the place it stands in, and of the wider ones."""
    headings = {
        one.slug for facet in indexes.facets for one in facet.people if one.facet is FacetName.PLACE
    }
    return tuple(
        Link(
            place_label(one, reader),
            link(page, page_path(reader.language, list_page(FacetName.PLACE.value, one))),
        )
        for one in stands_in("facility", key)
        if one in headings
    )


def _groups(
    key: str, people: Mapping[SubjectId, bool], page: str, reasons: Reasons, reader: Reader
) -> tuple[Group, ...]:
    found = []
    for now, (title, hint) in _GROUPS.items():
        here = {
            one: people[one]
            for one in reader.with_pages(people)
            if is_there(reader.publication.people[one], key) is now
        }
        said = {one: _reasons(key, one, reasons, reader) for one in here}
        if here:
            gettext = reader.wording.gettext
            found.append(
                Group(
                    "now" if now else "before",
                    gettext(title),
                    gettext(hint) if hint else "",
                    rows_of(here, page, reader, said),
                )
            )
    return tuple(found)


def is_there(dossier: Dossier, key: str) -> bool:
    """Whether the last custody or transfer names the facility, and nothing says it is over."""
    located = [one for one in dossier.entries if one.kind in _LOCATES]
    if not located or dossier.status.code not in _DEPRIVED:
        return False
    return Key("facility", key) in located[-1].values(_LOCATES[located[-1].kind])


def _reasons(
    key: str, person: SubjectId, reasons: Reasons, reader: Reader
) -> tuple[ReasonView, ...]:
    dossier = reader.publication.people[person]
    return tuple(
        reasons.of_happening(
            entry,
            field,
            claims=_claims_naming(entry, field, key),
            disputed=entry.fields[field].standing is Standing.DISPUTED,
        )
        for named, field, entry in named_in(dossier)
        if named == key
    )


def _claims_naming(entry: Entry, field: str, key: str) -> tuple[ClaimId, ...]:
    return tuple(
        claim
        for backed in entry.fields[field].values
        if backed.value == Key("facility", key)
        for claim in backed.claims
    )


def named_in(dossier: Dossier) -> Iterator[tuple[str, str, Entry]]:
    """Every facility an entry names: its key, the field and the entry."""
    for entry in dossier.entries:
        for field in _NAMES_ONE.get(entry.kind, ()):
            for value in entry.values(field):
                if isinstance(value, Key):
                    yield value.key, field, entry


def _own(publication: Publication) -> set[str]:
    """The facility subjects of the record."""
    subjects = {claim.subject for claim in publication.claims.values()}
    return {slug_of(one) for one in subjects if kind_of(one) is SubjectKind.FACILITY}


def _support(
    key: str,
    people: Mapping[SubjectId, bool],
    page: str,
    reader: Reader,
    printer: EventPrinter,
) -> tuple[SupportView, tuple[Link, ...]]:
    """What the facility's own claims offer, and the people whose own page has an address."""
    records = [one for one in own_support(key, reader.publication) if _may_print(one, reader)]
    doors = tuple(
        Link(reader.names[one], reader.href(page, one))
        for one in reader.with_pages(people)
        if is_there(reader.publication.people[one], key) and _has_address(one, reader)
    )
    lines = [] if doors or any(map(is_address, records)) else [_no_address(reader)]
    return SupportView(tuple(lines), tuple(printer.event(one) for one in records)), doors


def _no_address(reader: Reader) -> str:
    return reader.wording.gettext(
        "We have no checked address of this place. Please do not write to an old one: the letter "
        "would be lost, or reach somebody else."
    )


def own_support(key: str, publication: Publication) -> list[Entry]:
    """What the facility's own claims say of support, folded as everything is."""
    said: dict[SubjectId, list[Said]] = {}
    for one, claim in sorted(publication.claims.items()):
        if claim.kind == "support" and _is_facility(claim.subject, key):
            said.setdefault(claim.subject, []).append(Said(one, claim, None))
    context = Context(Material(publication.claims, sources=publication.sources))
    return [
        entry
        for subject in sorted(said)
        for entry in entries_of(subject, said[subject], context)[0]
    ]


def _is_facility(subject: SubjectId, key: str) -> bool:
    return kind_of(subject) is SubjectKind.FACILITY and slug_of(subject) == key


def _may_print(entry: Entry, reader: Reader) -> bool:
    """Anything but an address that nobody has confirmed for too long."""
    if not is_address(entry):
        return True
    checked = [one.last_day for one in entry.dates]
    age = reader.publication.as_of - max(checked) if checked else None
    return age is not None and timedelta(0) <= age <= FRESH_COLONY


def _has_address(person: SubjectId, reader: Reader) -> bool:
    """Whether the person's own page prints an address."""
    dossier = reader.publication.people[person]
    shown = person_support(dossier, (), EventPrinter(reader, Notes(reader)), reader)
    own = [one for one in dossier.of_kind("support") if is_address(one)]
    return bool(own) and bool(shown.records) and not shown.lines
