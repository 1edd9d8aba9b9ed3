"""A letter to an embassy, a minister or a member of parliament: one page for each of them."""

from collections.abc import Iterator

from khronika.editions.petition.block import Block, Document, item, page, paragraph, title
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.part import (
    addressed,
    each_or_blank,
    facts,
    greeted,
    offices,
    requests,
    signed,
    sources,
)
from khronika.solidarity.addressee import ABROAD, Addressee
from khronika.values.sentence import N_

TOLD = ("status", "case", "articles-accused", "articles-guilty", "ruling", "recognition")
_ASKED = (
    N_("raise the case with the Russian authorities, and ask where the person is and how they are"),
    N_("ask to be present at the hearings in court"),
    N_("say publicly that you know of the case"),
)


def embassy_letter(sheet: FactSheet) -> Document:
    """A letter for each office the group named in this language, or one with a blank."""
    reader = sheet.reader
    name = reader.wording.gettext("Letter about {name}").format(name=sheet.name)
    letters = each_or_blank(offices(reader.publication, ABROAD, reader.language))
    blocks = [
        block
        for number, one in enumerate(letters)
        for block in _letter(sheet, one, page(name) if number else title(name))
    ]
    return Document(name, reader.language, tuple(blocks))


def _letter(sheet: FactSheet, addressee: Addressee | None, head: Block) -> Iterator[Block]:
    reader = sheet.reader
    gettext = reader.wording.gettext
    yield head
    yield from addressed(addressee, reader)
    yield greeted(addressee, reader)
    text = gettext("I write to you about the case in the Russian Federation against {name}.")
    yield paragraph(text.format(name=sheet.name))
    yield paragraph(gettext("This is known, each point with its source:"))
    yield from facts(sheet, *TOLD)
    yield paragraph(gettext("I ask you to:"))
    yield from (item(gettext(text)) for text in _ASKED)
    yield paragraph(gettext("I ask you to urge the authorities of the Russian Federation to:"))
    yield from requests(sheet)
    yield paragraph(gettext("I should be glad to learn what you have done."))
    yield from signed(reader)
    yield from sources(sheet)
