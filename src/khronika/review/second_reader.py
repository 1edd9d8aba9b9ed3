"""What one person may not put into the record alone, and who may confirm it.

An address that is wrong leads a letter to the wrong hands, a face that is shown cannot be taken
back, a person who is listed is seen. Invariants:

- Who recorded it never confirms it.
"""

from khronika.errors import KhronikaError, Say
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.schema.visibility import Visibility


class SamePerson(KhronikaError):
    """Somebody wanted to confirm what they recorded themselves."""

    def __init__(self) -> None:
        super().__init__("Somebody else has to confirm this: you recorded it yourself.")


def why_second(claim: Claim, *, known: frozenset[SubjectId]) -> Say | None:
    """Why a second reader has to confirm this claim; None where one is enough.

    `known` are the people in the record.
    """
    if claim.subject not in known:
        return Say("review.new-person")
    if claim.kind == "portrait":
        return Say("review.portrait")
    if claim.kind == "support" and (
        "address" in claim.fields or claim.fields.get("kind") == Choice("address")
    ):
        return Say("review.address")
    return None


def why_second_to_open(level: Visibility) -> Say | None:
    """Why a second reader has to confirm that something of this level is opened."""
    return Say("review.unsealing") if level is Visibility.SEALED else None


def check_second(recorded_by: str, by: str) -> None:
    """Raise `SamePerson` unless somebody else confirms."""
    if recorded_by == by:
        raise SamePerson
