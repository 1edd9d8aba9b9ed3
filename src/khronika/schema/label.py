"""What kinds, fields and answers are called in the reader's language.

Invariants:

- Every kind and every field has a label in every language the editions speak; a test insists.
"""

from functools import cache
from importlib import resources
from typing import TypedDict, cast

from khronika.schema.kind import UnknownKind, choices, kind
from khronika.values.language import Labels
from khronika.values.table import read_yaml


class _Raw(TypedDict):
    kinds: dict[str, dict[str, str]]
    fields: dict[str, dict[str, str]]
    special: dict[str, dict[str, dict[str, str]]]
    statuses: dict[str, dict[str, str]]


def kind_label(kind_name: str, language: str) -> str:
    """What this kind of fact is called, as a heading."""
    return kind_labels(kind_name).in_language(language)


def field_label(kind_name: str, field: str, language: str) -> str:
    """What this field of the kind is called, inside a sentence."""
    return field_labels(kind_name, field).in_language(language)


def choice_label(choice_set: str, choice: str, language: str) -> str:
    """What this answer of a closed set is called; raises `UnknownKind` when there is none."""
    try:
        return choices()[choice_set][choice].labels.in_language(language)
    except KeyError:
        raise UnknownKind(f"There is no answer {choice!r} in the set {choice_set!r}.") from None


@cache
def kind_labels(kind_name: str) -> Labels:
    """The kind's label in every language."""
    return Labels(_raw()["kinds"][kind(kind_name).name])


@cache
def field_labels(kind_name: str, field: str) -> Labels:
    """The field's label in every language: the kind's own word, else the general one."""
    name = kind(kind_name).field(field).name
    special = _raw()["special"].get(kind_name, {})
    return Labels(special.get(name) or _raw()["fields"][name])


def status_label(code: str, language: str) -> str:
    """Where a person stands, in a word or two that fit every gender."""
    return status_labels(code).in_language(language)


@cache
def status_labels(code: str) -> Labels:
    """The status in every language; raises `UnknownKind` for a code that has no label."""
    try:
        return Labels(_raw()["statuses"][code])
    except KeyError:
        raise UnknownKind(f"There is no status {code!r}.") from None


@cache
def _raw() -> _Raw:
    text = (resources.files("khronika.schema") / "labels.yaml").read_text(encoding="utf-8")
    return cast("_Raw", read_yaml(text))
