"""The publication of a record of invented people, in four languages."""

from dataclasses import replace

from invented.people import AS_OF, HOUSE

from khronika.casebook.addresses import public_addresses
from khronika.clearance.clear import clear
from khronika.clearance.policy import Policy
from khronika.clearance.publication import House, Publication
from khronika.clearance.publish import publication
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.schema.visibility import Use
from khronika.values.language import LANGUAGES, Labels

TITLE = Labels({"en": "Invented people", "ru": "Выдуманные люди"})


def published(ledger: Ledger) -> Publication:
    """What was cleared of the record, folded."""
    cleared = clear(InForce(ledger), use=Use.PUBLIC, policy=Policy(), today=AS_OF)
    house = House(HOUSE, TITLE, "editors@example.org", "CC BY-SA 4.0")
    made = publication(cleared, house=house, languages=LANGUAGES, as_of=AS_OF, today=AS_OF)
    return replace(made, addresses=public_addresses(made, (), home=HOUSE))
