"""Notes that somebody spoke with a family, and who keeps contact."""

from datetime import date

from khronika.desk.logbook.families.models import Contact, Keeper
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier


def note_contact(dossier: Dossier, visit: Visit, *, on: date) -> None:
    """Somebody spoke with them; whoever keeps contact does so still."""
    Contact.objects.create(person=dossier.person, on=on)
    own = Keeper.objects.filter(person__in=dossier.joined, account=visit.known)
    own.update(renewed=visit.today)


def change_keeper(dossier: Dossier, visit: Visit) -> bool:
    """Keep contact from now on, or no more; whether one does now."""
    kept = Keeper.objects.filter(person__in=dossier.joined)
    was_own = kept.filter(account=visit.known).exists()
    kept.delete()
    if not was_own:
        Keeper.objects.create(person=dossier.person, account=visit.known, renewed=visit.today)
    return not was_own
