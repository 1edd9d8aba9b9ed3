"""One claim: what one passage of one source says, and how its identity is computed.

Invariants:

- A claim never changes. A correction is a new claim and a decision.
- Its id depends on what is said and where it stands, not on when or by whom it was recorded, so
  reading the same document twice adds nothing.
- Its id does not depend on who the person turned out to be: decisions about identity can be
  taken back.
- Claims above public carry a nonce, so that nobody can guess the id of what is held back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from khronika.schema.canonical import Json, content_id, normal
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.value import Value, encode

ClaimId = NewType("ClaimId", str)


class Speaker(StrEnum):
    """Who says so."""

    INVESTIGATION = "investigation"
    COURT = "court"
    LAWYER = "lawyer"
    PRISONER = "prisoner"
    RELATIVE = "relative"
    REPORTER = "reporter"
    EDITORS = "editors"


class Certainty(StrEnum):
    """How it is said. A denied claim is kept and shown, and lends its values to nothing."""

    STATED = "stated"
    ALLEGED = "alleged"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage says that `subject` has a fact of this kind with these fields."""

    subject: SubjectId
    kind: str
    fields: Mapping[str, Value]
    passage: Passage
    case: SubjectId | None = None
    event: str = ""
    speaker: Speaker = Speaker.REPORTER
    certainty: Certainty = Certainty.STATED
    lang: str = ""
    nonce: str = ""

    def id(self) -> ClaimId:
        """SHA-256 over the frame `claim/1` and the body, framed so that no parts run together."""
        return ClaimId(content_id("claim/1", self.body()))

    def body(self) -> dict[str, Json]:
        """The identifying parts; what is absent or empty is left out."""
        parts: dict[str, Json] = {
            "subject": self.subject,
            "case": self.case or "",
            "event": normal(self.event),
            "kind": self.kind,
            "fields": encode_fields(self.fields),
            "source": self.passage.source,
            "section": normal(self.passage.section),
            "page": normal(self.passage.page),
            "quote": self.passage.quote,
            "speaker": self.speaker.value,
            "certainty": self.certainty.value,
            "lang": self.lang,
            "nonce": self.nonce,
        }
        return {name: part for name, part in parts.items() if part}


def encode_fields(fields: Mapping[str, Value]) -> dict[str, Json]:
    """The fields as they stand in a body: NFC text, canonical values, no empties."""
    return {name: _normal(encode(value)) for name, value in fields.items() if value != ()}


def _normal(value: Json) -> Json:
    if isinstance(value, str):  # nearly always
        return normal(value)
    if isinstance(value, list):
        return [_normal(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _normal(part) for key, part in value.items()}
    return value
