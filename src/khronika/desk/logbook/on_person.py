"""What the logbook adds to a person's page."""

from dataclasses import dataclass

from khronika.desk.logbook.detained.reads import running_for
from khronika.desk.logbook.families.reads import Family, family_of
from khronika.desk.visit import Visit
from khronika.schema.subject import SubjectId

_OF_FAMILIES = {"no-contact", "family-silent"}


@dataclass(frozen=True, slots=True)
class OnPerson:
    """Whether the clock of a detention runs, and the contact with the family."""

    is_detained: bool
    family: Family

    @property
    def answers(self) -> frozenset[str]:
        """The questions of the record that it answers, by code."""
        if not self.family.last:
            return frozenset()
        return frozenset({"no-contact"} if self.family.is_silent else _OF_FAMILIES)


def logbook_of(person: SubjectId, visit: Visit) -> OnPerson:
    """For the team; a support group is to be told of neither."""
    dossier = visit.snapshot.people[person]
    return OnPerson(running_for(dossier, visit) is not None, family_of(dossier, visit))
