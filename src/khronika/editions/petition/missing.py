"""What is missing before petitions for one person may be sent: consent first.

Invariants:

- In the public use it tells nobody who agreed to what; there it asks the sender to make sure.
"""

from collections.abc import Iterator

from khronika.editions.petition.block import Block, Document, heading, item, paragraph, small, title
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.part import offices
from khronika.schema.visibility import Use
from khronika.solidarity.addressee import Role

_WANTED = ("birth", "occupation", "arrest", "case", "status")
STALE_AFTER = 180  # days; offices move, ministers change


def before_sending(sheet: FactSheet) -> Document:
    """The page for one person."""
    text = sheet.reader.wording.gettext("Before sending: {name}").format(name=sheet.name)
    return Document(text, sheet.reader.language, (title(text), *_blocks(sheet)))


def _blocks(sheet: FactSheet) -> Iterator[Block]:
    gettext = sheet.reader.wording.gettext
    yield heading(gettext("First: consent"))
    yield paragraph(_consent(sheet))
    yield heading(gettext("Then: what is missing"))
    yield from map(item, _missing(sheet) or [gettext("Nothing that this page can see.")])
    yield heading(gettext("And make sure"))
    for text in (
        gettext("Could it harm the person now: an exchange, an appeal, conditions in prison?"),
        gettext("Does counsel know of it?"),
        gettext("Are the facts still as they were on the day below?"),
    ):
        yield item(text)
    day = sheet.reader.wording.day(sheet.reader.publication.as_of)
    yield small(gettext("Facts as of {day}.").format(day=day))


def _consent(sheet: FactSheet) -> str:
    publication, gettext = sheet.reader.publication, sheet.reader.wording.gettext
    if publication.use is Use.PUBLIC:
        return gettext(
            "Ask the person, or who speaks for them, whether they want this very letter. That they "
            "agreed to be written about is not enough."
        )
    if sheet.person in publication.consented:
        return gettext("Consent to this use is recorded. Ask again if much has changed since.")
    return gettext("No consent to this use is recorded. Do not send it.")


def _missing(sheet: FactSheet) -> list[str]:
    return [*_facts(sheet), *_addressees(sheet)]


def _facts(sheet: FactSheet) -> Iterator[str]:
    wording = sheet.reader.wording
    labels = {
        "birth": wording.gettext("Birth date"),
        "occupation": wording.gettext("Profession or activity"),
        "arrest": wording.gettext("Day of the arrest"),
        "case": wording.gettext("Case"),
        "status": wording.gettext("Where the person stands today"),
    }
    for kind in _WANTED:
        if not sheet.has(kind):
            yield wording.gettext("Unknown: {what}").format(what=labels[kind])
    if sheet.dossier.disputes:
        yield wording.gettext("Sources disagree on some of it; every version is printed.")


def _addressees(sheet: FactSheet) -> Iterator[str]:
    reader, gettext = sheet.reader, sheet.reader.wording.gettext
    found = offices(reader.publication, Role, reader.language)
    if not found:
        yield gettext("No addressee is listed for this language (petitions/addressees.csv).")
    for one in found:
        if one.checked is None or (reader.publication.as_of - one.checked).days > STALE_AFTER:
            yield gettext("Look up the address again: {office}").format(office=one.name)
