"""One way to write a body as bytes, so that equal content has one id everywhere.

The form is RFC 8785 (JSON Canonicalization Scheme) narrowed to what claims and decisions need:
ASCII keys, text, whole numbers, lists and objects; no floats, nulls or empties.
"""

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json]"


# Made once: `json.dumps` would make one for each of tens of thousands of bodies.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_json(body: Json) -> str:
    """The one text for this body: sorted keys, no spaces, text as it stands."""
    return _ENCODER.encode(body)


def content_id(frame: str, body: Json) -> str:
    """SHA-256 (64 lower-case hex digits) over the frame's name and the body."""
    return hashlib.sha256(canonical_json([frame, body]).encode("utf-8")).hexdigest()


def normal(text: str) -> str:
    """The text in NFC, as everything hashed but a quote is written."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
