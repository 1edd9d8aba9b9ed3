"""From what a file or a store holds to a typed value, refusing what the schema does not know."""

from collections.abc import Mapping
from functools import lru_cache

from khronika.errors import KhronikaError
from khronika.schema.canonical import Json
from khronika.schema.kind import FieldSpec, choices
from khronika.schema.meant import meant
from khronika.schema.value import Choice, Key, Single, Text, Value, in_order
from khronika.schema.vocabulary import table
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.term import Term

MAX_NUMBER = 10**9  # the largest published figure is a few thousand; a slip of the pen is larger


class BadValue(KhronikaError):
    """A field holds something its type does not allow; the message says what was meant."""


def read_value(spec: FieldSpec, raw: Json) -> Value:
    """The typed value of a field; raises `BadValue` or the value's own error."""
    if not spec.many:
        return _read_single(spec, raw)
    items = raw if isinstance(raw, list) else [raw]
    values = [_read_single(spec, item) for item in items]
    return tuple(v for v in in_order(values) if not isinstance(v, tuple))


def _read_single(spec: FieldSpec, raw: Json) -> Single:
    if isinstance(raw, Mapping):
        return _read_text(spec, raw)
    if isinstance(raw, list):
        raise BadValue(f"{spec.name!r} holds one value, not a list.")
    return _read_scalar(spec, str(raw))


@lru_cache(maxsize=65_536)  # the same courts, dates and terms come again and again
def _read_scalar(spec: FieldSpec, raw: str) -> Single:
    match spec.type:
        case "date":
            return PartialDate.parse(raw)
        case "term":
            return Term.parse(raw)
        case "money":
            return Money.parse(raw)
        case "legal":
            return LegalReference.parse(raw)
        case "number":
            return _read_number(spec, raw)
        case "key":
            return _read_key(spec, raw)
        case "choice":
            return _read_choice(spec, raw)
        case _:
            return _read_words(spec, raw)


def _read_number(spec: FieldSpec, raw: str) -> int:
    if not raw.isascii() or not raw.isdigit() or int(raw) > MAX_NUMBER:
        raise BadValue(f"{spec.name!r} takes a whole number, not {raw!r}.")
    return int(raw)


def _read_key(spec: FieldSpec, raw: str) -> Key:
    rows = table(spec.of)
    if raw not in rows:
        raise BadValue(
            f"{spec.name!r}: {raw!r} is not in the table {spec.of!r}; {meant(raw, rows)} "
            "A name printed as written is {text: …, lang: …}."
        )
    return Key(spec.of, raw)


def _read_choice(spec: FieldSpec, raw: str) -> Choice:
    rows = choices()[spec.of]
    if raw not in rows:
        raise BadValue(f"{spec.name!r} cannot be {raw!r}; {meant(raw, rows)}")
    return Choice(raw)


def _read_words(spec: FieldSpec, raw: str) -> Text:
    if not raw.strip():
        raise BadValue(f"{spec.name!r} is empty; leave out what is not known.")
    return Text(raw)


def _read_text(spec: FieldSpec, raw: Mapping[str, Json]) -> Text:
    if spec.type not in {"key", "text", "word"}:
        raise BadValue(f"{spec.name!r} takes a {spec.type}, not words of its own.")
    if set(raw) - {"text", "lang"} or not isinstance(raw.get("text"), str):
        raise BadValue(f"{spec.name!r} printed as written is {{text: …, lang: …}}, nothing else.")
    text = _read_words(spec, str(raw["text"]))
    return Text(text.text, str(raw.get("lang", "")))
