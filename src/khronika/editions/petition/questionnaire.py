"""The questionnaire of the UN Working Group on Arbitrary Detention, filled as far as it is known.

Blocks and fields are those of its model questionnaire: identity, arrest, detention, why it is
arbitrary, steps taken, who submits.

Invariants:

- Made for the use `un` alone, in the languages its office accepts that editions speak.
- Every field says what is known with its source, or "unknown", or "withheld": papers, home address
  and whoever submits are filled in by hand, never from the record.
- Which category applies is a lawyer's answer and stays open; nothing is suggested.
"""

from collections.abc import Iterable, Iterator

from khronika.editions.line import apart
from khronika.editions.petition.block import (
    Block,
    Document,
    field,
    heading,
    item,
    paragraph,
    small,
    title,
)
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.part import facts, sources
from khronika.values.sentence import N_

ACCEPTED = frozenset({"en", "fr"})  # English, French and Spanish; editions speak the first two
_ARTICLES = ("articles-accused", "articles-guilty")
_CATEGORIES = (
    N_("I: there is no legal basis for the detention"),
    N_("II: it results from the exercise of a right or freedom"),
    N_("III: the norms of a fair trial were not observed"),
    N_("IV: prolonged administrative custody of asylum seekers or migrants"),
    N_("V: it is discriminatory"),
)


def questionnaire(sheet: FactSheet) -> Document:
    """The form for one person."""
    gettext = sheet.reader.wording.gettext
    text = gettext("Questionnaire to be submitted to the Working Group on Arbitrary Detention")
    return Document(f"{text}: {sheet.name}", sheet.reader.language, tuple(_blocks(sheet, text)))


def _blocks(sheet: FactSheet, name: str) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield title(name)
    yield small(gettext("Every answer rests on the sources at the end, by their numbers."))
    yield from _identity(sheet)
    yield from _arrest(sheet)
    yield from _detention(sheet)
    yield from _reasons(sheet)
    yield from _steps(sheet)
    yield from _submitter(sheet)
    yield from sources(sheet)


def _identity(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading("I. " + gettext("Identity"))
    yield field(gettext("Name"), sheet.name)
    yield _known(sheet, gettext("Sex"))
    born = sheet.values("birth") or sheet.entries("age", "value", "at")
    yield _known(sheet, gettext("Birth date, or age at the time of detention"), born)
    yield _known(sheet, gettext("Nationality"), sheet.entries("citizenship", "value"))
    yield _withheld(sheet, gettext("Identity document"))
    yield _known(sheet, gettext("Profession or activity"), sheet.values("occupation"))
    yield _withheld(sheet, gettext("Usual address"))


def _arrest(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading("II. " + gettext("Arrest"))
    yield _known(sheet, gettext("Date"), sheet.values("arrest"))
    where = sheet.entries("arrest", "place", "agency")
    yield _known(sheet, gettext("Place, and forces that carried it out"), where)
    yield _known(sheet, gettext("Was a warrant or decision shown?"))
    yield _known(sheet, gettext("Legislation applied"), sheet.values(*_ARTICLES))


def _detention(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading("III. " + gettext("Detention"))
    yield _known(sheet, gettext("Where the person stands today"), sheet.values("status"))
    places = sheet.entries("custody", "kind", "facility", "place", "start", "end")
    yield _known(sheet, gettext("Places of detention"), places)
    yield _known(sheet, gettext("Authorities that ordered it, and rulings"), sheet.values("ruling"))
    reasons = gettext("Reasons given by the authorities")
    yield _known(sheet, reasons, sheet.lines(*_ARTICLES))


def _reasons(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading("IV. " + gettext("Why the detention is arbitrary"))
    yield paragraph(gettext("For whoever submits, with a lawyer. The categories are:"))
    yield from (item(gettext(text)) for text in _CATEGORIES)
    yield paragraph(gettext("What is known of the case:"))
    yield from facts(sheet, "case", "recognition", "not-recognised")


def _steps(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading("V. " + gettext("Steps taken in the country"))
    steps = sheet.entries("step", "kind", "date", "court")
    yield _known(sheet, gettext("Appeals, complaints and their results"), steps)


def _submitter(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading("VI. " + gettext("Who submits"))
    yield _withheld(sheet, gettext("Name, address, organisation, relation to the person"))
    consents = sheet.person in sheet.reader.publication.consented
    said = gettext("recorded") if consents else gettext("not recorded: do not send")
    yield field(gettext("Consent of the person or of who speaks for them"), said)
    yield _withheld(sheet, gettext("Whether the submitter’s name is kept confidential"))


def _known(sheet: FactSheet, label: str, said: Iterable[str] = ()) -> Block:
    return field(label, apart(said, sheet.reader) or sheet.reader.wording.gettext("unknown"))


def _withheld(sheet: FactSheet, label: str) -> Block:
    return field(label, sheet.reader.wording.gettext("withheld"))
