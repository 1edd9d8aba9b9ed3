"""How much in each part of the logbook waits for somebody."""

from dataclasses import dataclass

from khronika.desk.logbook.detained.reads import running_now
from khronika.desk.logbook.letters.due import last_letters, to_answer
from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.payments.models import Payment
from khronika.desk.logbook.petitions.models import Petition
from khronika.desk.visit import Visit


@dataclass(frozen=True, slots=True)
class Waiting:
    """Numbers of rows: people detained, hearings ahead, answers to write back to, and so on."""

    detained: int
    hearings: int
    answers: int
    parcels: int
    payments: int
    petitions: int


def waiting(visit: Visit) -> Waiting:
    """The numbers as they are now."""
    ahead = (one for dossier in visit.snapshot.people.values() for one in dossier.ahead)
    moving = [Parcel.State.RESERVED, Parcel.State.SENT]
    return Waiting(
        detained=running_now(visit).count(),
        hearings=sum(one.code == "hearing" for one in ahead),
        answers=len(to_answer(last_letters())),
        parcels=Parcel.objects.filter(state__in=moving).count(),
        payments=Payment.objects.filter(paid=None).count(),
        petitions=Petition.objects.filter(answered=None).count(),
    )
