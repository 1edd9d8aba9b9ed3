"""What every printed sheet carries: its language and size, whose it is, and as of when."""

from dataclasses import dataclass

from khronika.editions.reader import Reader

A5, A4, A3, A2 = (148, 210), (210, 297), (297, 420), (420, 594)  # millimetres
SLIDE = (320, 180)
CARD_WIDE, CARD_SQUARE = (1200, 630), (1080, 1080)  # pixels, which are points


@dataclass(frozen=True, slots=True)
class Sheet:
    """`day` as templates read it, `as_of` as people do."""

    title: str
    lang: str
    width: int
    height: int
    day: str
    as_of: str
    house: str
    licence: str


def sheet_of(title: str, reader: Reader, size: tuple[int, int]) -> Sheet:
    """The sheet of this title and size in this language."""
    publication, wording = reader.publication, reader.wording
    return Sheet(
        title=title,
        lang=reader.language,
        width=size[0],
        height=size[1],
        day=publication.as_of.isoformat(),
        as_of=wording.gettext("Facts as of {date}.").format(date=wording.day(publication.as_of)),
        house=publication.house.title.in_language(reader.language),
        licence=publication.house.licence,
    )
