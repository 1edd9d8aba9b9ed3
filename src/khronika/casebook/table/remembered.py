"""How one table is read, remembered in `tables/<name>.toml` so that it is read the same next time.

Invariants:

- What stands here was decided by a person or shown to one: a column is what it says here, a row is
  the person it says here.
- `secret` makes the nonces of claims that are not public: the same cell gives the same claim again,
  so that what was redacted is known when it comes back, and nobody else can guess an id.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from khronika.casebook.slug import slug_of_title
from khronika.casebook.table.target import read_target
from khronika.casebook.yaml_form.scalar import quoted
from khronika.errors import KhronikaError
from khronika.schema.meant import meant
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Visibility
from khronika.values.language import LANGUAGES

TABLES = "tables"
NEW = "new"  # what a person writes beside a row that is nobody who is here already
MAX_BYTES = 5_000_000  # 20,000 rows are 2 MB

_TEXTS = ("title", "source", "secret", "lang", "level", "visibility", "sheet")
_KEYS = (*_TEXTS, "key", "columns", "rows")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_SECRET = re.compile(r"[0-9a-f]{32,}\Z")
_Answer = TypeVar("_Answer", SourceLevel, Visibility)


class BadTable(KhronikaError):
    """What is remembered of a table cannot be used; the sentence names file, key and remedy."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One table: its source, its columns by heading, its people by the key of their row.

    `key` are the headings whose words together name a row. A row's person is a slug of this
    casebook or an id in full; empty while somebody has to say who it is.
    """

    name: str
    title: str
    source: str
    secret: str = field(repr=False)
    key: tuple[str, ...]
    columns: Mapping[str, str]
    rows: Mapping[str, str] = field(default_factory=dict)
    lang: str = ""
    level: SourceLevel = SourceLevel.CLOSED
    visibility: Visibility = Visibility.TEAM
    sheet: str = ""


def table_name(title: str) -> str:
    """The name of a table's file, made of its title."""
    return slug_of_title(title, mark="table").removesuffix("-table")


def table_file(folder: Path, name: str) -> Path:
    """Where a table is remembered."""
    if not _SLUG.match(name):
        raise BadTable(f"{name!r} is no name of a table: small Latin letters, digits and hyphens.")
    return folder / TABLES / f"{name}.toml"


def tables_of(folder: Path) -> tuple[str, ...]:
    """The names of the tables remembered here, sorted."""
    return tuple(sorted(path.stem for path in (folder / TABLES).glob("*.toml")))


def find_table(folder: Path, name: str) -> Remembered | None:
    """The table of this name; None when it is not remembered; raises `BadTable`."""
    path = table_file(folder, name)
    if not path.exists():
        return None
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadTable(f"{path} is larger than {MAX_BYTES:,} bytes; this is no table's.")
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadTable(f"{path} cannot be read: {error}. Mend it, or delete it.") from error
    return _remembered(raw, path)


def _remembered(raw: Mapping[str, object], path: Path) -> Remembered:
    for name in sorted(raw.keys() - set(_KEYS)):
        raise BadTable(f"{path} has no setting {name!r}; {meant(name, _KEYS)}")
    texts = {name: _text(raw.get(name, ""), name, path) for name in _TEXTS}
    if not _SLUG.match(texts["source"]) or not _SECRET.match(texts["secret"]):
        raise BadTable(f"{path}: source and secret are written by Khronika; put them back.")
    if texts["lang"] not in {"", *LANGUAGES}:
        raise BadTable(f"{path}: lang = {texts['lang']!r}; {meant(texts['lang'], LANGUAGES)}")
    return Remembered(
        name=path.stem,
        title=texts["title"] or path.stem,
        source=texts["source"],
        secret=texts["secret"],
        key=_key(raw.get("key"), path),
        columns=_columns(raw, path),
        rows=_pairs(raw.get("rows", {}), "rows", path),
        lang=texts["lang"],
        level=_answer(SourceLevel, texts, "level", path) or SourceLevel.CLOSED,
        visibility=_answer(Visibility, texts, "visibility", path) or Visibility.TEAM,
        sheet=texts["sheet"],
    )


def _columns(raw: Mapping[str, object], path: Path) -> Mapping[str, str]:
    columns = _pairs(raw.get("columns", {}), "columns", path)
    for heading, said in columns.items():
        try:
            read_target(said) if said else None
        except KhronikaError as error:
            raise BadTable(f"{path}, column {heading!r}: {error}") from error
    return columns


def _key(raw: object, path: Path) -> tuple[str, ...]:
    texts = [raw] if isinstance(raw, str) else raw
    if not isinstance(texts, list) or not texts or not all(isinstance(one, str) for one in texts):
        raise BadTable(f'{path}: key names the columns that name a row: key = ["Name"].')
    return tuple(texts)


def _text(raw: object, name: str, path: Path) -> str:
    if not isinstance(raw, str):
        raise BadTable(f'{path}: {name} is a text in quotes: {name} = "…".')
    return raw


def _pairs(raw: object, name: str, path: Path) -> Mapping[str, str]:
    if not isinstance(raw, Mapping):
        raise BadTable(f"{path}: [{name}] is a table of texts.")
    return {one: _text(text, f"[{name}] {one}", path) for one, text in raw.items()}


def _answer(kind: type[_Answer], texts: Mapping[str, str], name: str, path: Path) -> _Answer | None:
    try:
        return kind(texts[name]) if texts[name] else None
    except ValueError:
        hint = meant(texts[name], [one.value for one in kind])
        raise BadTable(f"{path}: {name} cannot be {texts[name]!r}; {hint}") from None


def table_text(table: Remembered, *, why: Mapping[str, str], looks_like: Mapping[str, str]) -> str:
    """What the table's file holds: `why` explains columns, `looks_like` rows that wait."""
    settings = [
        ("title", table.title),
        ("source", table.source),
        ("secret", table.secret),
        ("lang", table.lang),
        ("level", table.level.value),
        ("visibility", table.visibility.value),
        ("sheet", table.sheet),
    ]
    key = ", ".join(quoted(one) for one in table.key)
    return "\n".join(
        [
            _HEAD,
            *(f"{name} = {quoted(text)}" for name, text in settings),
            f"key = [{key}]",
            "",
            "[columns]",
            *(_line(one, said, why.get(one, "")) for one, said in table.columns.items()),
            "",
            "[rows]",
            *(
                _line(one, said, looks_like.get(one, ""))
                for one, said in sorted(table.rows.items())
            ),
            "",
        ]
    )


def _line(name: str, text: str, note: str) -> str:
    return f"{quoted(name)} = {quoted(text)}" + (f"  # {note}" if note else "")


_HEAD = """\
# How this table is read. Change it by hand; Khronika writes it anew after each import, and keeps
# what you changed but no comments of yours. `secret` stays as it is.
#
#   key      the columns whose words together name a row, and never change
#   columns  what each column says: a kind and its field, or "" for one that is not recorded
#   rows     who each row is: a person's id. "" waits for you: write an id, or "new"
"""
