"""An urgent action: what happened, what to ask for, whom to write to, until when."""

from collections.abc import Iterator
from datetime import timedelta

from khronika.editions.petition.block import (
    Block,
    Document,
    field,
    heading,
    item,
    line,
    paragraph,
    small,
    title,
)
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.part import (
    addressed,
    each_or_blank,
    facts,
    offices,
    requests,
    sources,
)
from khronika.solidarity.addressee import Addressee, Role

LASTS = timedelta(weeks=6)  # an older one rests on facts that may have changed
FIRST = ("status", "case", "articles-accused", "articles-guilty", "ruling")
MORE = ("birth", "occupation", "arrest", "recognition")


def urgent_action(sheet: FactSheet) -> Document:
    """The action for one person in the sheet's language."""
    gettext = sheet.reader.wording.gettext
    name = gettext("Urgent action: {name}").format(name=sheet.name)
    return Document(name, sheet.reader.language, tuple(_blocks(sheet, name)))


def _blocks(sheet: FactSheet, name: str) -> Iterator[Block]:
    reader = sheet.reader
    wording, gettext = reader.wording, reader.wording.gettext
    as_of = reader.publication.as_of
    yield title(name)
    yield small(gettext("Facts as of {day}.").format(day=wording.day(as_of)))
    yield from facts(sheet, *FIRST)
    yield heading(gettext("Write, in your own words"))
    yield paragraph(gettext("Ask the authorities of the Russian Federation to:"))
    yield from requests(sheet)
    yield from _points(sheet)
    yield heading(gettext("Whom to write to"))
    for one in each_or_blank(_offices(sheet)):
        yield from addressed(one, reader)
        yield line("")
    yield field(gettext("Preferred language"), gettext("Russian, or your own"))
    yield field(gettext("Take action until"), wording.day(as_of + LASTS))
    pronoun = gettext("pronoun: unknown")
    yield field(gettext("Name and pronoun"), f"{sheet.name} ({pronoun})")
    yield heading(gettext("More about the person"))
    yield from facts(sheet, *MORE)
    yield from sources(sheet)


def _points(sheet: FactSheet) -> Iterator[Block]:
    """What a letter must not do."""
    gettext = sheet.reader.wording.gettext
    yield item(gettext("Be brief and polite; write of nothing but what stands here."))
    yield item(gettext("Name no relatives, and no other prisoners."))


def _offices(sheet: FactSheet) -> list[Addressee]:
    return offices(sheet.reader.publication, [Role.EMBASSY, Role.MINISTER], sheet.reader.language)
