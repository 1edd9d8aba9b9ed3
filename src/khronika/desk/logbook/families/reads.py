"""Who speaks with the family of somebody, when anybody last did, and which families are silent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from khronika.desk.logbook.families.models import Contact, Keeper
from khronika.desk.logbook.whose import whose
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.dossier.gaps import FAMILY_SILENCE


@dataclass(frozen=True, slots=True)
class Family:
    """`keeper` is "you", "somebody" or empty; `last` is empty where nobody noted a talk."""

    keeper: str
    last: str
    is_silent: bool


def family_of(dossier: Dossier, visit: Visit) -> Family:
    """What the logbook knows of the contact with this person's family."""
    contacts = Contact.objects.filter(person__in=dossier.joined)
    last = contacts.aggregate(last=Max("on"))["last"]
    keeper = Keeper.objects.filter(person__in=dossier.joined).first()
    return Family(
        keeper=whose(keeper.account_id, visit) if keeper else "",
        last=visit.wording.day(last) if last else "",
        is_silent=last is not None and last + FAMILY_SILENCE < visit.today,
    )


def last_contacts() -> Mapping[str, date]:
    """The last day on which somebody spoke with each family, by the id it was noted under."""
    return dict(Contact.objects.order_by().values_list("person").annotate(last=Max("on")))


def silent_since(dossier: Dossier, contacts: Mapping[str, date]) -> date | None:
    """Since when a family that was spoken with is silent, by logbook and record; else None."""
    gaps = {gap.code: gap.due for gap in dossier.gaps}
    noted = [contacts[one] for one in dossier.joined if one in contacts]
    told = gaps.get("family-silent")
    if noted and max(noted) + FAMILY_SILENCE >= dossier.as_of:
        return None
    if told is None:
        # A talk that the record holds and that is fresh leaves neither gap.
        return max(noted) + FAMILY_SILENCE if noted and "no-contact" in gaps else None
    return max([told, *(one + FAMILY_SILENCE for one in noted)])
