"""Turns bytes into signs: byte order mark, UTF-8, what the document declares, what it looks like.

Invariants:

- A declaration is believed only where the bytes bear it out; what was done instead is a `Problem`.
- Nothing is lost without a word: what fits no encoding is marked by U+FFFD and told.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from khronika.errors import Problem

SAMPLE = 65_536  # bytes; what an encoding is shows in less
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_WESTERN = ("cp1252",)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_ODD = re.compile("[\u2500-\u25ff\u00a4-\u00a6\u00aa-\u00b0\u00b2-\u00ba\u00bc-\u00bf]")
_MIXED = re.compile("[а-яёa-zà-ÿ][А-ЯЁA-ZÀ-Þ]|[а-яёА-ЯЁ][a-zA-Zà-ÿÀ-Þ]|[a-zA-Z][а-яёА-ЯЁ]")
_ACCENTS = re.compile("[à-ÿÀ-ß]{3}")
_COMMON = re.compile("[оеаинтсрвлкмдпу]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
# Letters of alphabets that no document of this field has in an encoding older than UTF-8.
_FOREIGN = re.compile("[\u0400\u0402-\u040f\u0452-\u045f\u0460-\u04ff\u2e80-\uffef]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The signs, the encoding they were in, and what is wrong with it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(untrusted: bytes, *, declared: str = "") -> Decoded:
    """The text of the bytes; `declared` is the encoding they claim to be in, if any."""
    encoding = _certain(untrusted) or _likeliest(untrusted, _known(declared))
    text = untrusted.decode(encoding, "replace")
    return Decoded(text, encoding, tuple(_problems(text, encoding, declared)))


def _certain(data: bytes) -> str:
    """The encoding that is beyond doubt: a mark at the beginning, or bytes that can only be it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := wide_encoding(data):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def wide_encoding(data: bytes) -> str:
    """The UTF-16 these bytes are in though no mark says so; empty where they are not."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 8 or len(sample) % 2:
        return ""
    low, high = (sum(map(half.count, (b"\x00", b"\x04"))) / len(odd) for half in (even, odd))
    if max(low, high) < 0.9 or min(low, high) > 0.3:
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


def _known(declared: str) -> str:
    """The declared encoding by the name Python has for it; empty if it has none."""
    try:
        return codecs.lookup(declared.strip().lower()).name if declared else ""
    except (LookupError, ValueError):
        return ""


def _likeliest(data: bytes, declared: str) -> str:
    """The encoding in which the sample reads best; the declared one where it reads as well."""
    sample = data[:SAMPLE]
    best, least = "", float("inf")
    for encoding in dict.fromkeys((declared, *_CYRILLIC, *_WESTERN, *_guessed(sample))):
        if encoding and (oddness := _oddness(sample, encoding)) < least - 0.01:
            best, least = encoding, oddness
    return best or "utf-8"


def _guessed(sample: bytes) -> Iterator[str]:
    """What a detector makes of it: it knows encodings that are rare in this field."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - an extra, asked for when needed

    found = from_bytes(sample).best()
    if found:
        yield codecs.lookup(found.encoding).name


def _oddness(sample: bytes, encoding: str) -> float:
    """How unlike a language this reads: nothing for good prose, 1 and more for rubbish."""
    try:
        text = sample.decode(encoding, "replace")
    except (LookupError, ValueError, AssertionError):
        return float("inf")
    cyrillic = len(_CYRILLIC_LETTER.findall(text))
    strange = (
        4 * len(_CONTROLS.findall(text))
        + 2 * len(_ODD.findall(text))
        + 2 * len(_MIXED.findall(text))
        + 4 * len(_ACCENTS.findall(text))
        + 2 * len(_FOREIGN.findall(text))
        + max(0.0, 0.6 * cyrillic - len(_COMMON.findall(text)))
    )
    return strange / max(1, len(text))


def _problems(text: str, encoding: str, declared: str) -> Iterator[Problem]:
    if declared and not _same(encoding, declared):
        yield Problem(
            "",
            "intake.wrong-encoding",
            f"The document says it is in {declared[:30]!a}, and reads only as {encoding}.",
            "It was read so; look whether the letters are right.",
        )
    if "\ufffd" in text:
        yield Problem(
            "",
            "intake.lost-signs",
            "Some bytes are no letters in any encoding tried.",
            "Look at the places marked \ufffd in the text.",
        )


def _same(encoding: str, declared: str) -> bool:
    """Whether both name one encoding, or a smaller one that the bytes do not go beyond."""
    known = _known(declared)
    one, other = (name.replace("-sig", "").replace("_", "-") for name in (encoding, known))
    wide = one.startswith("utf-16") and other.startswith("utf-16")
    return (
        one == other
        or wide
        or (one == "utf-8" and other == "ascii")
        or ({one, other} == {"cp1252", "iso8859-1"})
    )
