"""A court case as an entity, and the accused in it as links.

Invariants:

- A link says what the authorities say: "accused", never more; a conviction names its instance.
- A witness is in no link, whatever was cleared.
"""

from collections.abc import Iterable, Iterator

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.names import case_name
from khronika.editions.data.person import shown
from khronika.editions.ftm.date import ftm_date
from khronika.editions.ftm.entity import (
    Entity,
    case_entity_id,
    entity,
    link_id,
    person_entity_id,
)
from khronika.schema.label import choice_label
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Text
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.wording import Wording

_ROLES = {"defendant": "accused", "suspect": "suspected"}
_WITNESS = "witness"
_NO_LONGER = frozenset({"dropped", "requalified"})
_FIRST = Choice("first")


def case_entity(publication: Publication, case: SubjectId) -> Entity:
    """The case with this page."""
    file = publication.cases[case]
    printed = (case_name(file, publication.claims, code) for code in publication.languages)
    rulings = (
        entry
        for person in file.people
        if person in publication.people
        for entry in publication.people[person].of_kind("ruling")
        if entry.case == case
    )
    properties = {
        "name": [*printed, *_names(file.entries)],
        "court": [shown(value) for entry in rulings for value in entry.values("court")],
        "fileDate": list(_opened(file.entries)),
    }
    return entity(case_entity_id(publication, case), "CourtCase", properties)


def party_entities(publication: Publication, person: SubjectId) -> Iterator[Entity]:
    """The person's part in each case with a page."""
    dossier = publication.people[person]
    for case in dossier.cases:
        roles = _roles(dossier, case)
        if case in publication.cases and case in publication.addresses and _WITNESS not in roles:
            yield _party(publication, dossier, case)


def _party(publication: Publication, dossier: Dossier, case: SubjectId) -> Entity:
    party, of_case = (
        person_entity_id(publication, dossier.person),
        case_entity_id(publication, case),
    )
    properties = {
        "party": [party],
        "case": [of_case],
        "role": [_ROLES.get(role, "") for role in _roles(dossier, case)],
        "status": _outcomes(_of_case(dossier, "ruling", case)),
        "summary": [*_accused(dossier, case), *_convicted(dossier, case)],
    }
    return entity(link_id("party", party, of_case), "CourtCaseParty", properties)


def _names(entries: Iterable[Entry]) -> list[str]:
    values = [v for entry in entries if entry.kind == "name" for v in entry.values("text")]
    return [value.text for value in values if isinstance(value, Text)]


def _opened(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.kind == "step" and entry.value("kind") == Choice("case-opened"):
            yield from (ftm_date(v) for v in entry.values("date") if isinstance(v, PartialDate))


def _of_case(dossier: Dossier, kind: str, case: SubjectId) -> list[Entry]:
    return [entry for entry in dossier.of_kind(kind) if entry.case == case]


def _roles(dossier: Dossier, case: SubjectId) -> set[str]:
    found = (v for entry in _of_case(dossier, "membership", case) for v in entry.values("role"))
    return {value.choice for value in found if isinstance(value, Choice)}


def _outcomes(rulings: Iterable[Entry]) -> list[str]:
    """What each court decided, with its instance; disputed outcomes one beside the other."""
    return [
        f"{_label('instance', instance)}: {_label('outcome', outcome)}"
        for entry in rulings
        for instance in (entry.values("instance") or (_FIRST,))
        for outcome in entry.values("outcome")
        if isinstance(instance, Choice) and isinstance(outcome, Choice)
    ]


def _label(choices: str, choice: Choice) -> str:
    return choice_label(choices, choice.choice, "en")


def _accused(dossier: Dossier, case: SubjectId) -> Iterator[str]:
    for entry in _of_case(dossier, "charge", case):
        state = entry.value("state")
        if not (isinstance(state, Choice) and state.choice in _NO_LONGER):
            yield from (f"accused under {law}" for law in _laws(entry.values("article")))


def _convicted(dossier: Dossier, case: SubjectId) -> Iterator[str]:
    for entry in _of_case(dossier, "ruling", case):
        if entry.value("outcome") == Choice("convicted"):
            yield from (f"convicted under {law}" for law in _laws(entry.values("articles")))


def _laws(values: Iterable[object]) -> Iterator[str]:
    wording = Wording.of("en")
    for value in values:
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, LegalReference):
                yield wording.legal(one)
