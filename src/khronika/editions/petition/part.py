"""Parts that several petitions share: the addressee, the facts, the requests, the place to sign.

Invariants:

- Nobody's name stands where somebody signs, and no office is invented: what is missing is a blank.
"""

from collections.abc import Iterable, Iterator

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import StatusCode
from khronika.editions.petition.block import Block, heading, item, line, paragraph, small
from khronika.editions.petition.fact import FactSheet
from khronika.editions.reader import Reader
from khronika.solidarity.addressee import Addressee, Role
from khronika.values.sentence import N_

HELD_BEFORE_TRIAL = frozenset({StatusCode.DETAINED, StatusCode.PRE_TRIAL, StatusCode.HOUSE_ARREST})
SERVING = frozenset({StatusCode.SERVING, StatusCode.FORCED_LABOUR, StatusCode.TREATMENT})
LOST = frozenset({StatusCode.IN_TRANSIT, StatusCode.WHEREABOUTS_UNKNOWN})
_ASKED = {
    "lost": (
        N_("say where the person is held, and let the family and counsel know at once"),
        N_("let counsel visit without delay"),
    ),
    "before-trial": (
        N_("release the person from custody for the time of the proceedings"),
        N_("hear the case in public, with the guarantees of a fair trial"),
    ),
    "serving": (
        N_("review the case, and release the person if no act recognised as an offence by "
           "international law is proved in a fair trial"),
        N_("until then treat the person in accordance with international standards"),
    ),
    "all": (
        N_("allow letters, visits of family and counsel, and the medical care that is needed"),
    ),
}  # fmt: skip


def addressed(addressee: Addressee | None, reader: Reader) -> Iterator[Block]:
    """The lines of the office; a blank to fill where the group named none."""
    gettext = reader.wording.gettext
    if addressee is None:
        yield line(gettext("To: ________________ (office and address)"))
        return
    yield line(addressee.name)
    yield from (line(one) for one in addressee.lines)


def greeted(addressee: Addressee | None, reader: Reader) -> Block:
    """How the letter begins."""
    said = addressee.salutation if addressee else ""
    return paragraph(said or reader.wording.gettext("Dear Sir or Madam,"))


def facts(sheet: FactSheet, *kinds: str) -> Iterator[Block]:
    """What is known of these kinds; a line that says so where it is nothing."""
    lines = sheet.lines(*kinds)
    if not lines:
        yield paragraph(sheet.reader.wording.gettext("Nothing more is known."))
    yield from map(item, lines)


def requests(sheet: FactSheet) -> Iterator[Block]:
    """What the Russian authorities are asked to do, by where the person stands today."""
    gettext = sheet.reader.wording.gettext
    for text in (*_ASKED.get(_standing(sheet), ()), *_ASKED["all"]):
        yield item(gettext(text))


def _standing(sheet: FactSheet) -> str:
    code = sheet.dossier.status.code
    if code in LOST:
        return "lost"
    if code in HELD_BEFORE_TRIAL:
        return "before-trial"
    return "serving" if code in SERVING else ""


def signed(reader: Reader) -> Iterator[Block]:
    """A place for a name that only the sender fills in."""
    gettext = reader.wording.gettext
    yield paragraph(gettext("Yours sincerely,"))
    yield line(gettext("Name: ________________"))
    yield line(gettext("Place and date: ________________"))


def sources(sheet: FactSheet) -> Iterator[Block]:
    """The sources of everything said before, and the day of the facts."""
    wording = sheet.reader.wording
    found = sheet.sources()
    if found:
        yield heading(wording.gettext("Sources"))
        yield from map(small, found)
    day = wording.day(sheet.reader.publication.as_of)
    yield small(wording.gettext("Facts as of {day}.").format(day=day))


def offices(publication: Publication, roles: Iterable[Role], lang: str) -> list[Addressee]:
    """Those with one of these roles who are written to in this language, sorted."""
    wanted = frozenset(roles)
    found = publication.stationery.addressees
    return sorted(one for one in found if one.role in wanted and one.lang == lang)


def each_or_blank(found: list[Addressee]) -> list[Addressee | None]:
    """The offices; where there is none, one blank to fill in."""
    return [*found] if found else [None]
