"""A proposal on somebody's desk: where it stands, and who did what with it.

Invariants:

- The id depends on the text, on the extractor's version and on what is proposed: reading again
  proposes nothing twice, and a rejected proposal stays rejected.
- States only move forward: from open to waiting or done, from waiting to done. The one way back is
  to take back what one did oneself; what was recorded meanwhile stays on record.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from khronika.errors import KhronikaError
from khronika.extraction.proposal import Proposal
from khronika.schema.canonical import content_id
from khronika.schema.claim import ClaimId, encode_fields
from khronika.schema.subject import SubjectId


class State(StrEnum):
    """Where a suggestion stands."""

    OPEN = "open"
    WAITING = "waiting"  # recorded by one, and a second reader has to confirm it
    ACCEPTED = "accepted"
    CORRECTED = "corrected"  # accepted with other values than were proposed
    REJECTED = "rejected"


class NotOpen(KhronikaError):
    """Somebody has acted on this suggestion already."""

    def __init__(self, state: State) -> None:
        super().__init__(f"This suggestion is {state} already. Load the page again.")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal from a text of a source, and what people did with it.

    `text` is the hash of the text the proposal points into, `extractor` names what proposed it and
    its version. `by` recorded it and `at` (UTC, ISO 8601) is when; `second` confirmed it. `claim`
    is what became of it. `reason` says why it was rejected.
    """

    proposal: Proposal
    source: SubjectId
    text: str
    extractor: str
    state: State = State.OPEN
    by: str = ""
    at: str = ""
    second: str = ""
    claim: ClaimId | None = None
    reason: str = ""

    def id(self) -> str:
        """SHA-256 over the frame `suggestion/1`, the text, the extractor and the proposal."""
        one = self.proposal
        return content_id(
            "suggestion/1",
            {
                "text": self.text,
                "extractor": self.extractor,
                "person": one.person,
                "kind": one.kind,
                "fields": encode_fields(one.fields),
                "start": str(one.start),
                "end": str(one.end),
                "speaker": one.speaker.value,
                "certainty": one.certainty.value,
            },
        )

    @property
    def is_done(self) -> bool:
        """Whether nobody has to look at it any more."""
        return self.state not in {State.OPEN, State.WAITING}

    def moved(
        self,
        state: State,
        *,
        by: str,
        at: str,
        claim: ClaimId | None = None,
    ) -> "Suggestion":
        """The suggestion after somebody acted on it; raises `NotOpen` when somebody has."""
        if self.state is not State.OPEN:
            raise NotOpen(self.state)
        return replace(self, state=state, by=by, at=at, claim=claim)

    def reopened(self) -> "Suggestion":
        """The suggestion as if nobody had acted on it; raises `NotOpen` once somebody confirmed."""
        if self.second:
            raise NotOpen(self.state)
        return replace(self, state=State.OPEN, by="", at="", claim=None, reason="")
