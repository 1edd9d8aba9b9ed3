"""Suggestions with harmless defaults; all people are invented."""

from builders import person, source
from khronika.extraction.proposal import Proposal
from khronika.review.acting import About, Reviewer
from khronika.review.suggestion import Suggestion
from khronika.schema.kind import kind as kind_of
from khronika.schema.read_value import read_value
from khronika.schema.subject import SubjectId

BORIS = Reviewer("boris", "2026-11-28T10:15:30Z")
VERA = Reviewer("vera", "2026-11-28T11:00:00Z")
TEXT = "0" * 64


def a_suggestion(kind: str = "arrest", *, quote: str = "was arrested", **fields: str) -> Suggestion:
    """A suggestion; a field is named with one underscore behind where it must be."""
    spec = kind_of(kind)
    raw = {name.rstrip("_").replace("_", "-"): value for name, value in fields.items()}
    values = {name: read_value(spec.field(name), value) for name, value in raw.items()}
    proposal = Proposal("Alena Belova", kind, values, quote, 12, 12 + len(quote), lang="en")
    return Suggestion(proposal, source(), TEXT, "extraction 1")


def about(subject: SubjectId | None = None, *, known: frozenset[SubjectId] | None = None) -> About:
    whom = subject or person()
    return About(whom, known=frozenset({whom}) if known is None else known)
