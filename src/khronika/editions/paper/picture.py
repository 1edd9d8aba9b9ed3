"""The portrait on a sheet, where one may be shown, with whose it is."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.clearance.picture import Picture as PublicPicture
from khronika.editions.newest import newest_picture
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.schema.value import Text

_TOLD = ("credit", "licence")


@dataclass(frozen=True, slots=True)
class Picture:
    """A portrait as a file beside the data, in words for whoever cannot see it, and whose it is."""

    file: str
    alt: str
    credit: str


def picture_of(person: SubjectId, reader: Reader) -> Picture | None:
    """The picture of this person; None stands for the frame that everybody else has too."""
    found = newest_picture(reader.publication.people[person], reader.publication)
    if found is None:
        return None
    entry, _ = found
    credit = [one.text for name in _TOLD for one in entry.values(name) if isinstance(one, Text)]
    alt = reader.wording.gettext("Portrait of {name}").format(name=reader.names[person])
    return Picture(_file(person, reader), alt, ", ".join(credit))


def picture_files(people: Iterable[SubjectId], reader: Reader) -> Mapping[str, bytes]:
    """The files that the portraits of these people are in."""
    publication = reader.publication
    found = {one: newest_picture(publication.people[one], publication) for one in people}
    return {_file(one, reader): _framed(got[1]) for one, got in found.items() if got}


def _framed(picture: PublicPicture) -> bytes:
    """The picture inside a drawing: the typesetter takes files of text alone."""
    kind = "png" if picture.suffix == "png" else "jpeg"
    size = f'width="{picture.width}" height="{picture.height}"'
    data = b64encode(picture.data).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} href="data:image/{kind};base64,{data}"/></svg>'
    ).encode("ascii")


def _file(person: SubjectId, reader: Reader) -> str:
    return f"portrait-{reader.publication.addresses[person]}.svg"
