"""Fact sheets and documents of invented people, for the tests of petitions."""

from dataclasses import replace

from builders import a_claim
from editions.publications import ALENA, SQUARE, a_publication, all_claims
from khronika.clearance.publication import Publication, Stationery
from khronika.editions.petition.block import Document
from khronika.editions.petition.fact import FactSheet
from khronika.editions.press_fact import without_quotes
from khronika.editions.reader import Reader
from khronika.schema.claim import Claim
from khronika.solidarity.addressee import Addressee

HELD = a_claim("custody", subject=ALENA, case=SQUARE, kind_="colony-general", start="2026-10-01")


def publication(*more: Claim, offices: tuple[Addressee, ...] = ()) -> Publication:
    made = a_publication([*all_claims(), HELD, *more])
    return replace(made, stationery=Stationery(offices))


def sheet(*more: Claim, lang: str = "en", offices: tuple[Addressee, ...] = ()) -> FactSheet:
    quiet = without_quotes(publication(*more, offices=offices))
    return FactSheet(ALENA, Reader(quiet, lang))


def text_of(document: Document) -> str:
    return "\n".join(f"{one.label} {one.text}".strip() for one in document.blocks)
