"""The door to legal references: what they are, and how charges are read from text.

The words charges are written with are data in `legal_words.yaml`.
"""

from khronika.values.charge import Charge, FoundCharge, find_charges, read_charges
from khronika.values.legal_reference import InvalidLegalReference, LegalReference

__all__ = [
    "Charge",
    "FoundCharge",
    "InvalidLegalReference",
    "LegalReference",
    "find_charges",
    "read_charges",
]
