"""Petitions as an edition: DOCX to finish and PDF to read, one set for each person.

Invariants:

- The form of the UN is made for that use alone; everything else for the public and for partners.
- Nobody who is free, abroad, wanted or dead has a petition: there it can only do harm.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import StatusCode
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.office import Told
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.petition.block import Document, with_colons
from khronika.editions.petition.docx_form import docx
from khronika.editions.petition.embassy import embassy_letter
from khronika.editions.petition.enquiry import LANGUAGE, enquiries, enquiry_letter
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.missing import before_sending
from khronika.editions.petition.part import HELD_BEFORE_TRIAL, LOST, SERVING
from khronika.editions.petition.questionnaire import ACCEPTED, questionnaire
from khronika.editions.petition.urgent import urgent_action
from khronika.editions.press_fact import without_quotes
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use

FOLDER = "petition"
_DEPRIVED = HELD_BEFORE_TRIAL | SERVING | LOST | {StatusCode.ADMINISTRATIVE_ARREST}
_PRESSED = _DEPRIVED | {StatusCode.RESTRICTED, StatusCode.UNKNOWN}

Make = Callable[[FactSheet], Document]


@dataclass(frozen=True, slots=True)
class PetitionEdition:
    """Urgent actions, letters to embassies, the form of the UN, enquiries and complaints."""

    name: str = "petition"
    uses: frozenset[Use] = frozenset({Use.PUBLIC, Use.UN, Use.PARTNER})

    def files(self, publication: Publication) -> Iterator[File]:
        """By language and person, each petition as DOCX and PDF, then what is missing."""
        key = _Keys(publication)
        quiet = without_quotes(publication)
        for language in publication.languages:
            reader = Reader(quiet, language)
            for person in sorted(reader.names):
                if person in publication.addresses:
                    yield from _of(person, reader, key)


class _Keys:
    """What the petitions for a person depend on."""

    def __init__(self, publication: Publication) -> None:
        self._dependencies = Dependencies(publication)
        self._told = digest(
            publication.use,
            publication.as_of,
            publication.stationery,
            sorted(publication.consented),
        )

    def of(self, person: SubjectId, path: str) -> str:
        return digest(self._dependencies.person(person), self._told, path, typesetter())


def _of(person: SubjectId, reader: Reader, keys: _Keys) -> Iterator[File]:
    address = reader.publication.addresses[person]
    made = _petitions(person, reader)
    for name, make in made.items():
        for ending, form in (("docx", _docx), ("pdf", _pdf)):
            path = f"{FOLDER}/{reader.language}/{address}/petition-{name}-{address}.{ending}"
            render = partial(form, person, reader, make, path)
            yield File(path, render, keys.of(person, path))
    if made:
        path = f"{FOLDER}/{reader.language}/{address}/petition-before-sending-{address}.pdf"
        render = partial(_pdf, person, reader, before_sending, path)
        yield File(path, render, keys.of(person, path))


def _petitions(person: SubjectId, reader: Reader) -> dict[str, Make]:
    """Which petitions there are for the person in this language and use, by name."""
    dossier = reader.publication.people[person]
    code, language = dossier.status.code, reader.language
    if reader.publication.use is Use.UN:
        made = code in _DEPRIVED and language in ACCEPTED
        return {"un": questionnaire} if made else {}
    found: dict[str, Make] = {}
    if code in _DEPRIVED:
        found["urgent"] = urgent_action
    if code in _PRESSED:
        found["embassy"] = embassy_letter
    if language == LANGUAGE:
        for key, enquiry in enquiries().items():
            if enquiry.applies_to(dossier):
                found[key] = partial(enquiry_letter, enquiry=enquiry)
    return found


def _docx(person: SubjectId, reader: Reader, make: Make, _path: str) -> bytes:
    document = with_colons(make(FactSheet(person, reader)))
    told = Told(document.title, document.lang, reader.publication.as_of)
    return docx(document, told, template=reader.publication.stationery.template)


def _pdf(person: SubjectId, reader: Reader, make: Make, path: str) -> bytes:
    document = with_colons(make(FactSheet(person, reader)))
    sheet = {
        "title": document.title,
        "lang": document.lang,
        "day": reader.publication.as_of.isoformat(),
    }
    return pdf(f"{FOLDER}/petition", {"sheet": sheet, "blocks": document.blocks}, place=path)
