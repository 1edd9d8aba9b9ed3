"""What extraction hands on: a typed fact about a person, with the words it rests on.

Invariants:

- A proposal is a suggestion. It becomes a claim only when a person takes it.
- `text[start:end] == quote` in the text that was read.
- `person` is the fullest name the text gives, in the nominative; who that is, is for others to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from khronika.intake.reading import Part
from khronika.schema.claim import Certainty, Speaker
from khronika.schema.value import Value
from khronika.values.date import PartialDate


class Scope(StrEnum):
    """Whether the words speak of one person, or of several at once."""

    INDIVIDUAL = "individual"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the casebook, so that a bare family name in a text is not lost."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document before it is read; an empty `lang` is found out by paragraph."""

    date: PartialDate | None = None
    lang: str = ""
    people: Sequence[KnownPerson] = ()
    parts: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text says that this person has a fact of this kind with these fields.

    `confidence` is how often proposals like this one were right, between 0 and 1.
    """

    person: str
    kind: str
    fields: Mapping[str, Value]
    quote: str
    start: int
    end: int
    speaker: Speaker = Speaker.REPORTER
    certainty: Certainty = Certainty.STATED
    confidence: float = 0.0
    scope: Scope = Scope.INDIVIDUAL
    lang: str = ""
    rule: str = field(default="", compare=False)
