"""From a stored body back to the claim, source, holding or decision it is.

The inverse of `body()`: `decode_claim(claim.body()) == claim` but for offsets, which are no part of
a body. Raises `KhronikaError` for a body this schema does not know.
"""

from collections.abc import Mapping
from sys import intern

from khronika.errors import KhronikaError
from khronika.schema.canonical import Json
from khronika.schema.claim import Certainty, Claim, Speaker
from khronika.schema.decision import Decision, DecisionId, Verb
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import Holding, Reading, Source, SourceLevel
from khronika.schema.subject import SubjectId
from khronika.values.date import PartialDate

_NO_DETAILS: Mapping[str, str] = {}  # of most decisions: held once, and never written to


class UnreadableBody(KhronikaError):
    """A stored body is not what its type says."""


def decode_claim(body: Mapping[str, Json]) -> Claim:
    """The claim with this body."""
    fields = body.get("fields", {})
    if not isinstance(fields, Mapping):
        raise UnreadableBody("The fields of a claim are a mapping.")
    spec = kind(_word(body, "kind"))
    case = _word(body, "case")
    return Claim(
        subject=SubjectId(_word(body, "subject")),
        kind=spec.name,
        fields={name: read_value(spec.field(name), raw) for name, raw in fields.items()},
        passage=Passage(
            source=SubjectId(_word(body, "source")),
            section=_word(body, "section"),
            page=_word(body, "page"),
            quote=_word(body, "quote"),
        ),
        case=SubjectId(case) if case else None,
        event=_word(body, "event"),
        speaker=Speaker(_word(body, "speaker")),
        certainty=Certainty(_word(body, "certainty")),
        lang=_word(body, "lang"),
        nonce=_word(body, "nonce"),
    )


def decode_source(body: Mapping[str, Json]) -> Source:
    """The source with this body."""
    date, repeats = _word(body, "date"), _word(body, "repeats")
    return Source(
        id=SubjectId(_word(body, "id")),
        title=_word(body, "title"),
        publisher=_word(body, "publisher"),
        date=PartialDate.parse(date) if date else None,
        lang=_word(body, "lang"),
        url=_word(body, "url"),
        level=SourceLevel(_word(body, "level")),
        repeats=SubjectId(repeats) if repeats else None,
        reading=Reading(_word(body, "reading")),
    )


def decode_holding(body: Mapping[str, Json]) -> Holding:
    """The holding with this body."""
    return Holding(
        source=SubjectId(_word(body, "source")),
        sha256=_word(body, "sha256"),
        got_at=_word(body, "got_at"),
        url=_word(body, "url"),
        read_from=_word(body, "read_from"),
        reader=_word(body, "reader"),
    )


def decode_decision(body: Mapping[str, Json]) -> Decision:
    """The decision with this body."""
    details = body.get("details", {})
    if not isinstance(details, Mapping):
        raise UnreadableBody("The details of a decision are a mapping.")
    return Decision(
        verb=Verb(_word(body, "verb")),
        targets=_words(body, "targets"),
        over=_words(body, "over"),
        details={name: str(text) for name, text in details.items()} or _NO_DETAILS,
        by=_word(body, "by"),
        at=_word(body, "at"),
        reason=_word(body, "reason"),
        replaces=tuple(DecisionId(one) for one in _words(body, "replaces")),
    )


def _word(body: Mapping[str, Json], name: str) -> str:
    word = body.get(name, "")
    if not isinstance(word, str):
        raise UnreadableBody(f"{name!r} holds text.")
    return intern(word)  # ids, days and reasons stand in thousands of bodies, and in memory once


def _words(body: Mapping[str, Json], name: str) -> tuple[str, ...]:
    words = body.get(name, [])
    if not isinstance(words, list):
        raise UnreadableBody(f"{name!r} holds a list of texts.")
    return tuple(intern(str(one)) for one in words)
