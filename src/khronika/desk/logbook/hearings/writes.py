"""Says that one goes to a hearing, or does not after all."""

from datetime import date

from khronika.desk.logbook.hearings.models import Cover
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier


def change_mind(dossier: Dossier, day: date, visit: Visit) -> bool:
    """Go, or stay away where one was to go; whether one goes now."""
    own = Cover.objects.filter(person__in=dossier.joined, day=day, by=visit.known)
    if own.exists():
        own.delete()
        return False
    Cover.objects.get_or_create(person=dossier.person, day=day, by=visit.known)
    return True
