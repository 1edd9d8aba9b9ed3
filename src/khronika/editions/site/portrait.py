"""A person's picture with whose it is and on what terms, or the frame that stands for it.

Invariants:

- The frame is plain and for everybody alike. Neither face, outline nor initials: nothing that looks
  like somebody, and nothing that makes one person more present than another.
- A picture goes by its person's public address, not by the name it had among the editors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from khronika.clearance.picture import Picture
from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.editions.digest import digest
from khronika.editions.edition import File
from khronika.editions.event import EventPrinter, FactView
from khronika.editions.newest import newest_picture
from khronika.editions.path import ANY, link, page_path, person_page, picture_file
from khronika.editions.reader import Reader
from khronika.schema.value import Choice

_TOLD = ("credit", "licence", "taken")


@dataclass(frozen=True, slots=True)
class PortraitView:
    """A picture, and what is said under it; without `href` there is the `frame` alone."""

    href: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0
    facts: tuple[FactView, ...] = ()
    is_masked: bool = False
    frame: str = ""


def portrait_view(dossier: Dossier, printer: EventPrinter, reader: Reader) -> PortraitView:
    """The newest picture of the person that may be shown."""
    found = newest_picture(dossier, reader.publication)
    if not found:
        return PortraitView(frame=empty_frame(reader.wording.gettext("No portrait is published")))
    entry, picture = found
    address = reader.publication.addresses[dossier.person]
    page = page_path(ANY, person_page(address))
    return PortraitView(
        href=link(page, picture_file(address, picture.suffix)),
        alt=reader.said(_alt, reader.name(dossier.person)),
        width=picture.width,
        height=picture.height,
        facts=tuple(printer.fact(entry, name) for name in _TOLD if entry.values(name)),
        is_masked=Choice("masked") in entry.values("faces"),
    )


def picture_files(publication: Publication) -> Iterator[File]:
    """The picture of everybody whose page shows one."""
    for person, dossier in sorted(publication.people.items()):
        found = newest_picture(dossier, publication)
        if found and person in publication.addresses:
            path = picture_file(publication.addresses[person], found[1].suffix)
            yield File(path, partial(_data, found[1]), digest(found[1].digest))


def empty_frame(words: str) -> str:
    """The frame as SVG, with the words that say what it is."""
    return (
        '<svg class="portrait" role="img" aria-labelledby="portrait-title" viewBox="0 0 100 125">\n'
        f'<title id="portrait-title">{escape(words, quote=False)}</title>\n'
        '<rect class="portrait-frame" x="1" y="1" width="98" height="123"/>\n'
        '<rect class="portrait-mount" x="11" y="11" width="78" height="103"/>\n'
        '<line class="portrait-line" x1="38" y1="62.5" x2="62" y2="62.5"/>\n</svg>'
    )


def _alt(name: str, reader: Reader) -> str:
    return reader.wording.gettext("Portrait of {name}").format(name=name)


def _data(picture: Picture) -> bytes:
    return picture.data
