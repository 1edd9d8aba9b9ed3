"""What a casebook says of itself in `casebook.toml`, and where its store is.

Invariants:

- Read once, and never changed after; no secret stands in the file.
- What is not said is the careful answer: no policy that opens anything, the store in the folder.
- The environment is handed in; nothing else reads it.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from khronika.casebook.layout import SETTINGS, STORE
from khronika.errors import KhronikaError
from khronika.schema.meant import meant
from khronika.values.language import LANGUAGES, SOURCE_LANGUAGE, Labels

DATABASE_URL = "KHRONIKA_DATABASE_URL"
DATABASE_URL_FILE = "KHRONIKA_DATABASE_URL_FILE"
MAX_BYTES = 100_000  # a settings file is a page; anything larger is another file by mistake

_ID = re.compile(r"[a-z]{8}\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"'?#]+\Z")
_TEXTS = ("id", "truth", "policy", "timezone", "contact", "licence", "address")
_KEYS = (*_TEXTS, "title", "languages", "articles", "search_texts")

_Answer = TypeVar("_Answer", bound=StrEnum)


class BadSettings(KhronikaError):
    """The settings cannot be used; the message names the file, the key and what was meant."""


class NoCasebook(KhronikaError):
    """The folder holds no casebook."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no {SETTINGS}. Go to a casebook's folder, name it with "
            "--casebook, or make one with `khronika init`."
        )


class Truth(StrEnum):
    """What the record is: the YAML files, or the store."""

    YAML = "yaml"
    LEDGER = "ledger"


class PolicyName(StrEnum):
    """Whether what is already public may leave while consent is unknown."""

    ASK = ""
    ALREADY_PUBLIC = "already-public"


@dataclass(frozen=True, slots=True)
class Settings:
    """One casebook's settings. `articles` are articles of codes the group has checked itself."""

    folder: Path
    id: str
    title: Labels
    truth: Truth = Truth.LEDGER
    policy: PolicyName = PolicyName.ASK
    languages: tuple[str, ...] = LANGUAGES
    timezone: str = "Europe/Moscow"
    contact: str = ""
    licence: str = ""
    address: str = ""
    articles: frozenset[str] = frozenset()
    searches_texts: bool = False
    database_url: str = field(default="", repr=False)  # it can hold a password


def read_settings(folder: Path, environ: Mapping[str, str]) -> Settings:
    """The settings of the casebook in this folder; raises `NoCasebook` or `BadSettings`."""
    raw = _read_toml(folder / SETTINGS, folder)
    _check_keys(raw)
    texts = {name: _text(raw, name) for name in _TEXTS if name in raw}
    house = _house(texts.get("id", ""))
    return Settings(
        folder=folder,
        id=house,
        title=_title(raw.get("title", {}), house),
        truth=_one_of(Truth, "truth", texts.get("truth", Truth.LEDGER)),
        policy=_one_of(PolicyName, "policy", texts.get("policy", PolicyName.ASK)),
        languages=_languages(raw),
        timezone=_timezone(texts.get("timezone", "Europe/Moscow")),
        contact=texts.get("contact", ""),
        licence=texts.get("licence", ""),
        address=_address(texts.get("address", "")),
        articles=frozenset(_words(raw, "articles")),
        searches_texts=_yes_or_no(raw, "search_texts"),
        database_url=database_url(folder, environ),
    )


def cache_url(folder: Path) -> str:
    """The address of the store that lies in the folder."""
    return f"sqlite:///{(folder / STORE).absolute()}"


def database_url(folder: Path, environ: Mapping[str, str]) -> str:
    """The store's address: named in the environment, or in a file named there, or the folder's."""
    named, file = environ.get(DATABASE_URL, ""), environ.get(DATABASE_URL_FILE, "")
    if named and file:
        raise BadSettings(f"{DATABASE_URL} and {DATABASE_URL_FILE} are both set; unset one.")
    if file:
        return _secret(Path(file))
    return named or cache_url(folder)


def _secret(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(
            f"{DATABASE_URL_FILE} names {path}, which cannot be read: {type(error).__name__}."
        ) from error
    if not text:
        raise BadSettings(f"{DATABASE_URL_FILE} names {path}, which is empty.")
    return text


def _read_toml(path: Path, folder: Path) -> Mapping[str, object]:
    if not path.is_file():
        raise NoCasebook(folder)
    if path.stat().st_size > MAX_BYTES:
        raise BadSettings(f"{SETTINGS} is larger than {MAX_BYTES} bytes; this is not a casebook's.")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadSettings(f"{SETTINGS} is not UTF-8; save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"{SETTINGS} cannot be read: {error}.") from error


def _check_keys(raw: Mapping[str, object]) -> None:
    for name in sorted(raw.keys() - set(_KEYS)):
        raise BadSettings(f"{SETTINGS} has no setting {name!r}; {meant(name, _KEYS)}")


def _house(text: str) -> str:
    if not _ID.match(text):
        raise BadSettings(
            f"{SETTINGS}: id = {text!r} is not a casebook's id: eight letters a-z, minted once by "
            "`khronika init` and never changed."
        )
    return text


def _text(raw: Mapping[str, object], name: str) -> str:
    found = raw[name]
    if not isinstance(found, str):
        raise BadSettings(f'{SETTINGS}: {name} is a text in quotes: {name} = "…".')
    return found


def _words(raw: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = raw.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise BadSettings(f'{SETTINGS}: {name} is a list of texts: {name} = ["…", "…"].')
    return tuple(found)


def _one_of(kind: type[_Answer], name: str, text: str) -> _Answer:
    try:
        return kind(text)
    except ValueError:
        hint = meant(text, [one.value for one in kind if one.value])
        raise BadSettings(f"{SETTINGS}: {name} cannot be {text!r}; {hint}") from None


def _languages(raw: Mapping[str, object]) -> tuple[str, ...]:
    named = _words(raw, "languages") or LANGUAGES
    for one in named:
        if one not in LANGUAGES:
            raise BadSettings(f"{SETTINGS}: languages: {one!r}; {meant(one, LANGUAGES)}")
    return tuple(dict.fromkeys(named))


def _yes_or_no(raw: Mapping[str, object], name: str) -> bool:
    value = raw.get(name, False)
    if not isinstance(value, bool):
        raise BadSettings(f"{SETTINGS}: {name} is either true or false, without quotation marks.")
    return value


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSettings(
            f"{SETTINGS}: timezone {name!r} is not known; write it as 'Europe/Moscow'."
        ) from None
    return name


def _address(text: str) -> str:
    if text and not _ADDRESS.match(text):
        raise BadSettings(
            f"{SETTINGS}: address = {text!r} is not where a site stands; write it whole: "
            'address = "https://example.org/".'
        )
    return text


def _title(raw: object, house: str) -> Labels:
    if not isinstance(raw, Mapping):
        raise BadSettings(f'{SETTINGS}: title is a table: [title] and then en = "…", ru = "…".')
    texts = {name: _text(raw, name) for name in raw}
    for name in texts:
        if name not in LANGUAGES:
            raise BadSettings(f"{SETTINGS}: title: {name!r}; {meant(name, LANGUAGES)}")
    first = next(iter(texts.values()), house)
    return Labels({SOURCE_LANGUAGE: first, **texts})
