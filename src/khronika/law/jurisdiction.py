"""One country's law as data: a folder beside this module, read whole and typed here.

A new jurisdiction is a new folder with `rules.yaml`; articles, penalties, holidays and windows may
follow. No code names a country.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NotRequired, TypedDict, cast

from khronika.errors import KhronikaError
from khronika.values.language import Labels
from khronika.values.legal import LegalReference
from khronika.values.table import read_yaml


class UnknownCode(KhronikaError):
    """A code of law that no jurisdiction here has rules for."""

    def __init__(self, code: str) -> None:
        known = ", ".join(sorted(_by_code()))
        super().__init__(f"There are no rules for the code {code!r}; there are for {known}.")
        self.code = code


@dataclass(frozen=True, slots=True)
class Credit:
    """What a day under one of these measures is worth, in days of the term.

    `regimes` empty: under every regime. `like` names a measure that it counts as; `when` is
    "listed" or "mixed" where the articles of the conviction decide.
    """

    measures: frozenset[str]
    regimes: frozenset[str]
    worth: Fraction
    like: str
    when: str


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One version of one rule; the fields are explained in `ru/rules.yaml`."""

    id: str
    place: LegalReference
    title: Labels
    text: str
    source: str
    verified: bool
    example: str
    valid_from: date
    valid_to: date
    retroactive: bool
    credit: Credit | None
    number: int
    fraction: Fraction | None

    def holds_on(self, day: date) -> bool:
        """Whether this version was in force on the day."""
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, slots=True, eq=False)
class Jurisdiction:
    """The rules of one country; `rules` in the order of the file."""

    key: str
    name: Labels
    codes: tuple[str, ...]
    sources: Mapping[str, str]
    rules: tuple[Rule, ...]

    def versions(self, rule_id: str) -> tuple[Rule, ...]:
        """Every version of the rule, oldest first; empty where the law here has no such rule."""
        return tuple(one for one in self.rules if one.id == rule_id)

    def rule(self, rule_id: str, on: date | None = None) -> Rule | None:
        """The version in force on the day, the newest unless said; None where there is none."""
        held = [one for one in self.versions(rule_id) if on is None or one.holds_on(on)]
        return held[-1] if held else None


class _RawCredit(TypedDict):
    measures: list[str]
    regimes: NotRequired[list[str]]
    worth: NotRequired[str]
    like: NotRequired[str]
    when: NotRequired[str]


class _RawRule(TypedDict):
    id: str
    place: str
    title: dict[str, str]
    text: str
    source: str
    verified: bool
    example: str
    valid_from: NotRequired[date]
    valid_to: NotRequired[date]
    retroactive: NotRequired[bool]
    credit: NotRequired[_RawCredit]
    days: NotRequired[int]
    months: NotRequired[int]
    years: NotRequired[int]
    fraction: NotRequired[str]


class _RawHead(TypedDict):
    codes: list[str]
    name: dict[str, str]


class _RawRules(TypedDict):
    sources: dict[str, str]
    jurisdiction: _RawHead
    rules: list[_RawRule]


@cache
def jurisdictions() -> tuple[Jurisdiction, ...]:
    """Every jurisdiction that has rules, by the name of its folder."""
    folders = [one for one in _root().iterdir() if one.is_dir() and (one / "rules.yaml").is_file()]
    return tuple(_jurisdiction(one) for one in sorted(folders, key=lambda one: one.name))


def jurisdiction_of(code: str) -> Jurisdiction:
    """The jurisdiction a code of law belongs to; raises `UnknownCode`."""
    found = _by_code().get(code)
    if found is None:
        raise UnknownCode(code)
    return found


def find_table(key: str, name: str) -> object | None:
    """A table of a jurisdiction's folder; None where it has none."""
    path = _root() / key / name
    return read_yaml(path.read_text(encoding="utf-8")) if path.is_file() else None


def tables_named(name: str) -> list[object]:
    """The tables of this name of every folder that has one, in the order of the folders."""
    folders = sorted(one.name for one in _root().iterdir() if one.is_dir())
    return [table for key in folders if (table := find_table(key, name)) is not None]


@cache
def _by_code() -> Mapping[str, Jurisdiction]:
    return {code: one for one in jurisdictions() for code in one.codes}


def _root() -> Traversable:
    return resources.files("khronika.law")


def _jurisdiction(folder: Traversable) -> Jurisdiction:
    raw = cast("_RawRules", find_table(folder.name, "rules.yaml"))
    head = raw["jurisdiction"]
    return Jurisdiction(
        key=folder.name,
        name=Labels(head["name"]),
        codes=tuple(head["codes"]),
        sources=raw["sources"],
        rules=tuple(_rule(row) for row in raw["rules"]),
    )


def _rule(row: _RawRule) -> Rule:
    fraction = row.get("fraction")
    return Rule(
        id=row["id"],
        place=LegalReference.parse(row["place"]),
        title=Labels(row["title"]),
        text=row["text"],
        source=row["source"],
        verified=row["verified"],
        example=row["example"],
        valid_from=row.get("valid_from", date.min),
        valid_to=row.get("valid_to", date.max),
        retroactive=row.get("retroactive", False),
        credit=_credit(row["credit"]) if "credit" in row else None,
        number=row.get("days") or row.get("months") or row.get("years") or 0,
        fraction=Fraction(fraction) if fraction else None,
    )


def _credit(raw: _RawCredit) -> Credit:
    return Credit(
        measures=frozenset(raw["measures"]),
        regimes=frozenset(raw.get("regimes", ())),
        worth=Fraction(raw.get("worth", "0")),
        like=raw.get("like", ""),
        when=raw.get("when", ""),
    )
