"""A person as an entity: names, dates, occupation, and a sentence against misreading.

Invariants:

- No topic, no sanction, no organisation, no address: this format is read by machines that look for
  criminals, and a prisoner must not come out of them as one.
- What sources disagree about stands with every version; the format has no other way to say so.
"""

from collections.abc import Iterable, Iterator

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.names import person_name
from khronika.editions.data.person import shown
from khronika.editions.ftm.date import ftm_date
from khronika.editions.ftm.entity import Entity, entity, person_entity_id
from khronika.schema.claim import Claim
from khronika.schema.label import choice_label
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Text
from khronika.values.date import PartialDate

PERSECUTED = (
    "Named here as a person prosecuted for political reasons. Accusations and verdicts are what "
    "authorities said, not what happened; this is no entry in a list of criminals or of sanctions."
)
_BY_FORM = {"pseudonym": "alias", "former": "previousName"}
_PARTS = {"given": "firstName", "family": "lastName", "patronymic": "fatherName"}


def person_entity(publication: Publication, person: SubjectId) -> Entity:
    """The person with this page."""
    dossier = publication.people[person]
    properties = {
        "birthDate": _dates(dossier.of_kind("birth"), "date"),
        "deathDate": _dates(dossier.of_kind("death"), "date"),
        "nationality": _citizenships(dossier),
        "position": _said(dossier.of_kind("occupation"), "value"),
        "notes": [*_recognitions(dossier), publication.notes.get(person, "")],
        "summary": [PERSECUTED],
    }
    return entity(
        person_entity_id(publication, person),
        "Person",
        {**properties, **_names(publication, dossier)},
    )


def _names(publication: Publication, dossier: Dossier) -> dict[str, list[str]]:
    """Names as sources write them, and as the pages of each language print them."""
    claims = publication.claims
    found = {"name": [person_name(dossier, claims, code) for code in publication.languages]}
    for entry in dossier.of_kind("name"):
        for claim in (claims[one] for one in entry.claims if one not in entry.denied_by):
            target = _BY_FORM.get(_form(claim), "name")
            found.setdefault(target, []).append(_written(claim))
            if target == "name":
                for part, called in _PARTS.items():
                    found.setdefault(called, []).append(_part(claim, part))
    return found


def _form(claim: Claim) -> str:
    form = claim.fields.get("form")
    return form.choice if isinstance(form, Choice) else ""


def _written(claim: Claim) -> str:
    parts = (_part(claim, name) for name in ("given", "patronymic", "family"))
    return _part(claim, "text") or " ".join(part for part in parts if part)


def _part(claim: Claim, name: str) -> str:
    value = claim.fields.get(name)
    return value.text if isinstance(value, Text) else ""


def _dates(entries: Iterable[Entry], name: str) -> list[str]:
    values = (value for entry in entries for value in entry.values(name))
    return [ftm_date(value) for value in values if isinstance(value, PartialDate)]


def _said(entries: Iterable[Entry], name: str) -> list[str]:
    return [shown(value) for entry in entries for value in entry.values(name)]


def _citizenships(dossier: Dossier) -> list[str]:
    """The countries of which the person is a citizen by what is known; not those given up."""
    return [
        value.key
        for entry in dossier.of_kind("citizenship")
        if not _is_over(entry, dossier)
        for value in entry.values("value")
        if isinstance(value, Key)
    ]


def _is_over(entry: Entry, dossier: Dossier) -> bool:
    until = [one.last_day for one in entry.values("until") if isinstance(one, PartialDate)]
    return bool(until) and max(until) < dossier.as_of


def _recognitions(dossier: Dossier) -> Iterator[str]:
    """Who calls the person what; a disputed answer is left to the pages."""
    for entry in dossier.of_kind("recognition"):
        by, status = entry.value("by"), entry.value("status")
        if by is not None and isinstance(status, Choice):
            called = choice_label("recognition-status", status.choice, "en")
            yield f"{shown(by)}: {called}"
