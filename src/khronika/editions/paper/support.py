"""How to support a person, on paper as on their page."""

from khronika.editions.event import EventPrinter
from khronika.editions.reader import Reader
from khronika.editions.support import SupportView, person_support
from khronika.schema.subject import SubjectId


def support_of(person: SubjectId, printer: EventPrinter, reader: Reader) -> SupportView:
    """What supports this person, and everybody in their cases."""
    dossier, cases = reader.publication.people[person], reader.publication.cases
    of_cases = [
        entry
        for case in dossier.cases
        if case in cases
        for entry in cases[case].entries
        if entry.kind == "support"
    ]
    return person_support(dossier, of_cases, printer, reader)
