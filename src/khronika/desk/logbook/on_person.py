"""What the logbook adds to a person's page."""

from dataclasses import dataclass

from khronika.desk.logbook.detained.reads import running_for
from khronika.desk.logbook.families.reads import Family, family_of
from khronika.desk.visit import Visit
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class OnPerson:
    """Whether the clock of a detention runs, and the contact with the family."""

    is_detained: bool
    family: Family


def logbook_of(person: SubjectId, visit: Visit) -> OnPerson:
    """For the team; a support group is to be told of neither."""
    dossier = visit.snapshot.people[person]
    return OnPerson(running_for(dossier, visit) is not None, family_of(dossier, visit))
