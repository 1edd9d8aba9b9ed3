"""Named things claims point at: courts, places, agencies, facilities, organisations, lists.

Each table is a YAML file in `vocabulary/`: key -> labels in every language, optionally `within`
(the key of the wider place), `place` (of a court or facility: the key of the town it is in) and
`note` (where the name was read). A name that is in no table is
written in the claim as `{text, lang}` and printed as written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from khronika.values.language import LANGUAGES, Labels
from khronika.values.table import read_yaml


@dataclass(frozen=True, slots=True)
class Row:
    """One named thing: its labels, the wider thing that contains it, and where it stands."""

    labels: Labels
    within: str = ""
    place: str = ""


@cache
def table(name: str) -> Mapping[str, Row]:
    """The rows of this table by key, in the order of the file."""
    path = resources.files("khronika.schema") / "vocabulary" / f"{name}.yaml"
    rows = cast("dict[str, dict[str, str]]", read_yaml(path.read_text(encoding="utf-8")) or {})
    return {key: _row(row) for key, row in rows.items()}


@cache
def tables() -> tuple[str, ...]:
    """The names of all tables, sorted."""
    folder = resources.files("khronika.schema") / "vocabulary"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")))


@cache
def is_within(name: str, inner: str, outer: str) -> bool:
    """Whether `inner` lies in `outer`, at any remove; nothing lies in itself."""
    rows = table(name)
    wider = rows[inner].within if inner in rows else ""
    seen = {inner}
    while wider and wider not in seen:
        if wider == outer:
            return True
        seen.add(wider)
        wider = rows[wider].within if wider in rows else ""
    return False


def label(name: str, key: str, language: str) -> str:
    """The row's name in this language; the key itself when the table lost the row."""
    row = table(name).get(key)
    return row.labels.in_language(language) if row else key


def _row(row: Mapping[str, str]) -> Row:
    labels = {language: row[language] for language in LANGUAGES if language in row}
    return Row(Labels(labels), within=row.get("within", ""), place=row.get("place", ""))
