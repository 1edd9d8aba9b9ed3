"""What the headings of a table probably mean; the words are data (`headings.yaml`)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypedDict, cast

import yaml

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*\Z")
_SIGNS = re.compile(r"[^\w]+")


class _Raw(TypedDict):
    columns: dict[str, list[str]]
    silent: dict[str, list[str]]
    keys: list[str]
    either: list[str]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column says, or why it is not recorded: a code, `unknown` where nothing is known."""

    target: str = ""
    why: str = ""


def guess(heading: str) -> Guess:
    """What this heading probably means."""
    whole = _folded(heading)
    bare = _folded(_BRACKETS.sub("", heading))
    known = _known()
    return known.get(whole) or known.get(bare) or Guess(why="unknown")


def guess_all(headings: Sequence[str]) -> Mapping[str, Guess]:
    """What each heading probably means beside the others.

    Beside a column of family names "Имя" is a given name; beside one of given names "Nom" is a
    family name.
    """
    guesses = {one: guess(one) for one in headings}
    said = {one.target for one in guesses.values()}
    family, given = "name.family" in said, "name.given" in said
    part = "name.given" if family and not given else "name.family" if given and not family else ""
    if part:
        plain = [one for one in headings if _folded(one) in _raw()["either"]]
        guesses.update(dict.fromkeys(plain, Guess(part)))
    return guesses


def guess_key(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings that together tell one row from another; none when nothing does."""
    by_name = {_folded(one): one for one in reversed(headings)}
    for name in _raw()["keys"]:
        if _folded(name) in by_name:
            return (by_name[_folded(name)],)
    said = {one: found.target for one, found in guess_all(headings).items()}
    whole = [one for one in headings if said[one] == "name.text"]
    if whole:
        return (whole[0],)
    parts = ("name.family", "name.given", "name.patronymic")
    found = [next((one for one in headings if said[one] == part), "") for part in parts]
    return tuple(one for one in found if one)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).casefold()
    return _SIGNS.sub(" ", plain.replace("ё", "е").replace("_", " ")).strip()


@cache
def _known() -> Mapping[str, Guess]:
    raw = _raw()
    targets = {_folded(one): Guess(said) for said, all_ in raw["columns"].items() for one in all_}
    silent = {_folded(one): Guess(why=why) for why, all_ in raw["silent"].items() for one in all_}
    return {**silent, **targets}


@cache
def _raw() -> _Raw:
    text = (resources.files("khronika.casebook.table") / "headings.yaml").read_text("utf-8")
    return cast("_Raw", yaml.safe_load(text))
