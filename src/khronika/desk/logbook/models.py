"""Every table of the logbook; each stands in the folder of its own."""

from khronika.desk.logbook.detained.models import Detention, Tick
from khronika.desk.logbook.families.models import Contact, Keeper
from khronika.desk.logbook.hearings.models import Cover
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.payments.models import Fund, Payment, Yes
from khronika.desk.logbook.petitions.models import Petition

__all__ = [
    "Contact",
    "Cover",
    "Detention",
    "Fund",
    "Keeper",
    "Letter",
    "Parcel",
    "Payment",
    "Petition",
    "Tick",
    "Yes",
]
