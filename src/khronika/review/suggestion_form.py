"""A suggestion as plain JSON and back: how it is kept between two sittings.

Invariants:

- `from_form(to_form(one)) == one`; what is no suggestion raises `KhronikaError`.
"""

from collections.abc import Mapping

from khronika.errors import KhronikaError
from khronika.extraction.proposal import Proposal, Scope
from khronika.review.suggestion import State, Suggestion
from khronika.schema.canonical import Json
from khronika.schema.claim import Certainty, ClaimId, Speaker, encode_fields
from khronika.schema.kind import kind
from khronika.schema.read_value import read_value
from khronika.schema.subject import SubjectId


class NoSuggestion(KhronikaError):
    """What was kept is no suggestion; the cache can be deleted and made again."""

    def __init__(self) -> None:
        super().__init__("A kept suggestion cannot be read. Delete cache.sqlite and propose again.")


def to_form(one: Suggestion) -> dict[str, Json]:
    """The suggestion as JSON."""
    proposal = one.proposal
    return {
        "person": proposal.person,
        "kind": proposal.kind,
        "fields": encode_fields(proposal.fields),
        "quote": proposal.quote,
        "start": proposal.start,
        "end": proposal.end,
        "speaker": proposal.speaker.value,
        "certainty": proposal.certainty.value,
        "confidence": str(proposal.confidence),
        "scope": proposal.scope.value,
        "lang": proposal.lang,
        "rule": proposal.rule,
        "source": one.source,
        "text": one.text,
        "extractor": one.extractor,
        "state": one.state.value,
        "by": one.by,
        "at": one.at,
        "second": one.second,
        "claim": one.claim or "",
        "reason": one.reason,
    }


def from_form(form: Mapping[str, Json]) -> Suggestion:
    """The suggestion this JSON is; raises `NoSuggestion`."""
    try:
        return _suggestion(form)
    except (KeyError, TypeError, ValueError, KhronikaError) as why:
        raise NoSuggestion from why


def _suggestion(form: Mapping[str, Json]) -> Suggestion:
    claim = _word(form, "claim")
    return Suggestion(
        proposal=_proposal(form),
        source=SubjectId(_word(form, "source")),
        text=_word(form, "text"),
        extractor=_word(form, "extractor"),
        state=State(_word(form, "state")),
        by=_word(form, "by"),
        at=_word(form, "at"),
        second=_word(form, "second"),
        claim=ClaimId(claim) if claim else None,
        reason=_word(form, "reason"),
    )


def _proposal(form: Mapping[str, Json]) -> Proposal:
    spec, fields = kind(_word(form, "kind")), form["fields"]
    if not isinstance(fields, Mapping):
        raise NoSuggestion
    return Proposal(
        person=_word(form, "person"),
        kind=spec.name,
        fields={name: read_value(spec.field(name), raw) for name, raw in fields.items()},
        quote=_word(form, "quote"),
        start=_place(form, "start"),
        end=_place(form, "end"),
        speaker=Speaker(_word(form, "speaker")),
        certainty=Certainty(_word(form, "certainty")),
        confidence=float(_word(form, "confidence")),
        scope=Scope(_word(form, "scope")),
        lang=_word(form, "lang"),
        rule=_word(form, "rule"),
    )


def _word(form: Mapping[str, Json], name: str) -> str:
    found = form[name]
    if not isinstance(found, str):
        raise NoSuggestion
    return found


def _place(form: Mapping[str, Json], name: str) -> int:
    found = form[name]
    if not isinstance(found, int):
        raise NoSuggestion
    return found
