"""Takes slots and says how far a parcel is.

Invariants:

- A slot is taken once: whoever comes second is told so in a sentence.
"""

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction

from khronika.desk.logbook.parcels.forms import GIVEN_UP
from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.parcels.reads import free_for
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.errors import KhronikaError
from khronika.solidarity.parcels import Conditions, ParcelKind
from khronika.values.sentence import N_


class SlotTaken(KhronikaError):
    """Somebody else has it."""

    def __init__(self) -> None:
        super().__init__(N_("Somebody took this slot before you. Look which are free now."))


def kind_of(way: str) -> ParcelKind:
    """What it counts as: post and counter count together."""
    return ParcelKind.PACKET if way == Parcel.Way.PACKET else ParcelKind.PARCEL


def reserve(  # noqa: PLR0913 - a slot is no less
    dossier: Dossier, way: str, slot: int, visit: Visit, *, conditions: Conditions, partner: str
) -> None:
    """Take a slot; raises `SlotTaken`."""
    kind = kind_of(way)
    try:
        with transaction.atomic():
            rows = list(Parcel.objects.filter(person__in=dossier.joined))
            found = free_for(dossier, kind, rows, on=visit.today, conditions=conditions)
            if found is None or slot not in found[1].slots:
                raise SlotTaken
            Parcel.objects.create(
                person=dossier.person, way=way, counts_as=kind.value, slot=slot,
                reserved=visit.today, partner=partner, by=None if partner else visit.known,
            )  # fmt: skip
    except IntegrityError as clash:
        raise SlotTaken from clash


def move(parcel: Parcel, state: str, *, on: date, kilograms: Decimal | None) -> None:
    """Say how far it is; one that was given up is gone, and its slot is free."""
    if state == GIVEN_UP:
        parcel.delete()
        return
    parcel.state = state
    if state == Parcel.State.SENT:
        parcel.sent = on
    else:
        parcel.ended = on
    parcel.kilograms = kilograms if kilograms is not None else parcel.kilograms
    parcel.save()
