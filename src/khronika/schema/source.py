"""A source, the bytes that arrived for it, and the texts read from them."""

from dataclasses import dataclass
from enum import StrEnum

from khronika.schema.canonical import Json, content_id, normal
from khronika.schema.subject import SubjectId
from khronika.values.date import PartialDate


class SourceLevel(StrEnum):
    """Whether the source itself may be named: a closed one prints as "known to the editors"."""

    OPEN = "open"
    CLOSED = "closed"


class Reading(StrEnum):
    """How much of the source the editors have read."""

    FULL = "full"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True)
class Source:
    """What somebody else made or said, under an assigned id.

    Two descriptions of one source may stand in a ledger; the one recorded last describes it.
    `repeats` names the source this one only repeats: repeats add no weight.
    """

    id: SubjectId
    title: str
    publisher: str = ""
    date: PartialDate | None = None
    lang: str = ""
    url: str = ""
    level: SourceLevel = SourceLevel.CLOSED
    repeats: SubjectId | None = None
    reading: Reading = Reading.FULL

    def entry_id(self) -> str:
        """SHA-256 over the frame `source/1` and the description."""
        return content_id("source/1", self.body())

    def body(self) -> dict[str, Json]:
        """The description; what is absent or empty is left out."""
        parts: dict[str, Json] = {
            "id": self.id,
            "title": normal(self.title),
            "publisher": normal(self.publisher),
            "date": str(self.date) if self.date else "",
            "lang": self.lang,
            "url": self.url,
            "level": self.level.value,
            "repeats": self.repeats or "",
            "reading": self.reading.value,
        }
        return {name: part for name, part in parts.items() if part}


@dataclass(frozen=True, slots=True)
class Holding:
    """Bytes that arrived for a source: their SHA-256, from where, and when (UTC, ISO 8601).

    A text read from the bytes is a holding too: `read_from` is the hash of the bytes, `reader`
    names the reader and its version.
    """

    source: SubjectId
    sha256: str
    got_at: str
    url: str = ""
    read_from: str = ""
    reader: str = ""

    def entry_id(self) -> str:
        """SHA-256 over the frame `holding/1` and the parts."""
        return content_id("holding/1", self.body())

    def body(self) -> dict[str, Json]:
        """The parts; what is absent or empty is left out."""
        parts: dict[str, Json] = {
            "source": self.source,
            "sha256": self.sha256,
            "got_at": self.got_at,
            "url": self.url,
            "read_from": self.read_from,
            "reader": self.reader,
        }
        return {name: part for name, part in parts.items() if part}
