"""The kinds of claims: what each can say, how often it happens, how sensitive it is by nature.

Knowledge is data: kinds, fields and choices stand in YAML beside this module with the meaning of
every mark in their heads. Here they become typed rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypedDict, cast

from khronika.errors import KhronikaError
from khronika.schema.meant import meant
from khronika.schema.visibility import Visibility
from khronika.values.language import LANGUAGES, Labels
from khronika.values.table import read_yaml


class UnknownKind(KhronikaError):
    """A kind, field or choice that is not in the schema."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One answer of a closed set."""

    labels: Labels
    least: Visibility
    delicate: bool


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a field holds: `type` is one word, `of` the table or set of choices, `many` a list."""

    name: str
    type: str
    of: str
    many: bool
    least: Visibility
    delicate: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim; the marks are explained in kinds.yaml. `once` is None for many."""

    name: str
    about: tuple[str, ...]
    once: tuple[str, ...] | None
    same_by: tuple[str, ...]
    when: str
    rank: int | None
    least: Visibility
    delicate: bool
    free: bool
    fields: Mapping[str, FieldSpec]

    def field(self, name: str) -> FieldSpec:
        """The field of this name; raises `UnknownKind` saying what was meant."""
        try:
            return self.fields[name]
        except KeyError:
            raise UnknownKind(
                f"{self.name!r} has no field {name!r}; {meant(name, self.fields)}"
            ) from None


@dataclass(frozen=True, slots=True)
class OrderRule:
    """`first` happens no later than `then`, in one case or in a life.

    `unless` names values of the two that lift the rule: {"release": {"kind": ("exchange",)}}.
    """

    first: str
    then: str
    in_case: bool
    unless: Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class ExcludeRule:
    """Where an entry of `kind` holds the values in `where`, `fields` are not expected in it."""

    kind: str
    where: Mapping[str, str]
    fields: tuple[str, ...]


class _RawKind(TypedDict, total=False):
    about: list[str]
    once: list[str]
    same_by: list[str]
    when: str
    rank: int
    least: str
    delicate: bool
    free: bool
    fields: dict[str, str | dict[str, str | bool]]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by name, in the order of the file."""
    raw = cast("dict[str, _RawKind]", _load("kinds.yaml"))
    return {name: _kind(name, row) for name, row in raw.items()}


def kind(name: str) -> Kind:
    """The kind of this name; raises `UnknownKind` saying what was meant."""
    try:
        return kinds()[name]
    except KeyError:
        raise UnknownKind(f"There is no kind {name!r}; {meant(name, kinds())}") from None


@cache
def choices() -> Mapping[str, Mapping[str, ChoiceRow]]:
    """Every closed set of answers: its rows by answer."""
    raw = cast("dict[str, dict[str, dict[str, str | bool]]]", _load("choices.yaml"))
    return {name: {key: _choice(row) for key, row in rows.items()} for name, rows in raw.items()}


@cache
def order_rules() -> tuple[OrderRule, ...]:
    """What happens no later than what."""
    return tuple(
        OrderRule(row["first"], row["then"], bool(row.get("case")), _unless(row.get("unless", {})))
        for row in _load("rules.yaml")["order"]
    )


@cache
def exclude_rules() -> tuple[ExcludeRule, ...]:
    """What an entry with certain values does not hold."""
    return tuple(
        ExcludeRule(row["kind"], row["where"], tuple(row["fields"]))
        for row in _load("rules.yaml")["excludes"]
    )


@cache
def _load(name: str) -> dict:  # type: ignore[type-arg]  # the callers give each file its type
    text = (resources.files("khronika.schema") / name).read_text(encoding="utf-8")
    loaded = read_yaml(text)
    assert isinstance(loaded, dict), name  # noqa: S101  # our own file
    return loaded


def _kind(name: str, row: _RawKind) -> Kind:
    once = row.get("once")
    return Kind(
        name=name,
        about=tuple(row.get("about", ["person"])),
        once=None if once is None else tuple(once),
        same_by=tuple(row.get("same_by", [])),
        when=row.get("when", ""),
        rank=row.get("rank"),
        least=Visibility(row.get("least", "public")),
        delicate=row.get("delicate", False),
        free=row.get("free", False),
        fields={field: _field(field, spec) for field, spec in row["fields"].items()},
    )


def _field(name: str, raw: str | Mapping[str, str | bool]) -> FieldSpec:
    marks = {"type": raw} if isinstance(raw, str) else raw
    words = str(marks["type"]).split(":")
    many = words[0] == "list"
    inner = words[1:] if many else words
    return FieldSpec(
        name=name,
        type=inner[0],
        of=inner[1] if len(inner) > 1 else "",
        many=many,
        least=Visibility(str(marks.get("least", "public"))),
        delicate=bool(marks.get("delicate", False)),
    )


def _choice(row: Mapping[str, str | bool]) -> ChoiceRow:
    labels = {language: str(row[language]) for language in LANGUAGES if language in row}
    return ChoiceRow(
        labels=Labels(labels),
        least=Visibility(str(row.get("least", "public"))),
        delicate=bool(row.get("delicate", False)),
    )


def _unless(
    raw: Mapping[str, Mapping[str, Sequence[str]]],
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return {
        kind_name: {field: tuple(values) for field, values in fields.items()}
        for kind_name, fields in raw.items()
    }
