"""One decision: what an editor decided, about what, and why.

Invariants:

- A decision never changes. A later one replaces it by naming its id.
- Decisions name claims and subjects, never entries: entries are derived.
- In force is what no other decision replaces.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from khronika.schema.canonical import Json, content_id, normal

DecisionId = NewType("DecisionId", str)


class Verb(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    OPEN = "open"
    RESTRICT = "restrict"
    PREFER = "prefer"
    MERGE = "merge"
    SPLIT = "split"
    SAME = "same"
    NOT_SAME = "not-same"
    CONSENT = "consent"
    STANCE = "stance"
    READY = "ready"
    REDACT = "redact"


class ConsentState(StrEnum):
    """What the person, or who may speak for them, answered."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Stance(StrEnum):
    """How the group stands to a person: on the list, named in texts only, or not at all."""

    LIST = "list"
    MENTION_ONLY = "mention-only"
    DO_NOT_LIST = "do-not-list"


class Indexing(StrEnum):
    """Whether search engines may list a person's page."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor decided `verb` about `targets`.

    `targets` are claim ids, or subject ids for open, restrict, same, not-same, consent, stance
    and ready; order says nothing. `over` names what a prefer puts aside. `details` holds what
    else the verb needs, each as text: level, use, state, from, until, given_by, value, text, index.
    `by` is a random key or a role word, `at` a UTC time in ISO 8601.
    """

    verb: Verb
    targets: tuple[str, ...]
    by: str
    at: str
    over: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    replaces: tuple[DecisionId, ...] = ()

    def __post_init__(self) -> None:
        """Put what has no order into one, so that decisions of one id are equal."""
        for name in ("targets", "over", "replaces"):
            object.__setattr__(self, name, tuple(sorted(getattr(self, name))))

    def id(self) -> DecisionId:
        """SHA-256 over the frame `decision/1` and the body."""
        return DecisionId(content_id("decision/1", self.body()))

    def body(self) -> dict[str, Json]:
        """All parts, lists sorted; what is absent or empty is left out."""
        parts: dict[str, Json] = {
            "verb": self.verb.value,
            "targets": list(self.targets),
            "over": list(self.over),
            "details": {name: normal(text) for name, text in self.details.items() if text},
            "by": self.by,
            "at": self.at,
            "reason": normal(self.reason),
            "replaces": list(self.replaces),
        }
        return {name: part for name, part in parts.items() if part}
