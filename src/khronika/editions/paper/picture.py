"""The portrait on a sheet, where one may be shown."""

from dataclasses import dataclass

from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Picture:
    """A portrait as a file beside the data, in words for whoever cannot see it, and whose it is."""

    file: str
    alt: str
    credit: str


def picture_of(_person: SubjectId, _reader: Reader) -> Picture | None:
    """The picture of this person; None stands for the frame that everybody else has too."""
    return None
