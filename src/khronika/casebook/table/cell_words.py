"""What words in cells mean: answers, units of terms, statuses; the words are data.

Invariants:

- A word that means two things means nothing here: it is asked about, never guessed.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import TypedDict, cast

import yaml

from khronika.dossier.dossier import StatusCode
from khronika.schema.kind import choices
from khronika.schema.label import status_labels
from khronika.schema.vocabulary import table

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟", '"') | {"’": "'", "ё": "е", "\u00a0": " "})


class Says(TypedDict):
    """The claim a status amounts to: a kind, and its fields as they are written."""

    kind: str
    fields: dict[str, str]


class _Raw(TypedDict):
    empty: list[str]
    answers: dict[str, dict[str, list[str]]]
    terms: dict[str, list[str]]
    life: list[str]
    currency: dict[str, list[str]]
    statuses: dict[str, list[str]]
    says: dict[str, Says]


def folded(text: str) -> str:
    """The text as words of cells are compared: small letters, one kind of quotes and spaces."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_QUOTES)
    return " ".join(plain.split()).strip(" .")


@cache
def empty_words() -> frozenset[str]:
    """What people write into a cell that says nothing."""
    return frozenset(map(folded, words()["empty"])) | {""}


@cache
def answers(choice_set: str) -> Mapping[str, str]:
    """The answer a word means, by label in any language, by the answer itself, by other words."""
    more = words()["answers"].get(choice_set, {})
    return _unambiguous(
        (folded(word), answer)
        for answer, row in choices()[choice_set].items()
        for word in (answer, *row.labels.values(), *more.get(answer, ()))
    )


@cache
def keys(table_name: str) -> Mapping[str, str]:
    """The row of a vocabulary a name means, by its label in any language."""
    return _unambiguous(
        (folded(word), key)
        for key, row in table(table_name).items()
        for word in (key, *row.labels.values())
    )


@cache
def statuses() -> Mapping[str, str]:
    """The status a word means."""
    more = words()["statuses"]
    return _unambiguous(
        (folded(word), code.value)
        for code in StatusCode
        for word in (code.value, *status_labels(code.value).values(), *more.get(code.value, ()))
    )


@cache
def words() -> _Raw:
    """The table of words."""
    text = (resources.files("khronika.casebook.table") / "cell_words.yaml").read_text("utf-8")
    return cast("_Raw", yaml.safe_load(text))


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for word, meaning in pairs:
        found[word].add(meaning)
    return {word: next(iter(all_)) for word, all_ in found.items() if len(all_) == 1}
