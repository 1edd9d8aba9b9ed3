"""Brings the store of a casebook whose truth is its files level with them.

Invariants:

- The store is made anew when a digest of everything it was made of differs, and never otherwise.
- A store that holds a ledger of its own is never overwritten by files, nor a cache taken for one.
- Whatever stops the program, the next run sees a digest that differs and begins again.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path

from khronika import __version__
from khronika.casebook.sealed import sealed_in, without
from khronika.casebook.settings import Settings, Truth
from khronika.casebook.tombstones import read_tombstones
from khronika.casebook.yaml_form.files import FilesRead, load_sealed
from khronika.casebook.yaml_form.gather import FileText, Gathered, gather
from khronika.casebook.yaml_form.keyring import KeyRing
from khronika.casebook.yaml_form.load import Loader
from khronika.casebook.yaml_form.nonces import Mint
from khronika.errors import KhronikaError, Problem
from khronika.law.articles import is_known
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.state import ledger_state
from khronika.ledger.store import LedgerStore
from khronika.schema.canonical import canonical_json
from khronika.values.legal import LegalReference

CACHE_OF = "cache-of"
FILES = "files"
PROBLEMS = "problems"


class AnotherStore(KhronikaError):
    """The store is not what the settings say it is."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the files, and what was done to them on the way."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def check_store(store: LedgerStore, settings: Settings) -> None:
    """Raise `AnotherStore` unless the store is what `truth` says; a new cache is marked as one."""
    cache_of = store.noted(CACHE_OF)
    if settings.truth is Truth.LEDGER:
        if cache_of:
            raise AnotherStore(
                'The store was made of YAML files, but casebook.toml says truth = "ledger". '
                'Write truth = "yaml" there; `khronika adopt` makes the change itself.'
            )
    elif cache_of != settings.id:
        if store.state() != ledger_state(Ledger()):
            raise AnotherStore(
                'The store holds a record of its own, but casebook.toml says truth = "yaml". '
                'Write truth = "ledger" there, or name another store.'
            )
        store.note(CACHE_OF, settings.id)


def bring_level(store: LedgerStore, settings: Settings, *, mint: Mint | None) -> Trouble:
    """Make the store hold what the files hold."""
    gathered = gather(settings.folder)
    tombstones = read_tombstones(settings.folder)
    if store.noted(FILES) == _digest(gathered, settings, tombstones):
        return Trouble(_problems(store.noted(PROBLEMS)))
    paths = {file.name: settings.folder / file.name for file in gathered.files}
    loader = loader_of(settings, tombstones=tombstones)
    read = load_sealed(gathered, loader, mint=mint, paths=paths)
    trouble = _fill(store, read)
    now = replace(gathered, files=read.files)
    store.note(PROBLEMS, json.dumps([_row(one) for one in trouble.problems], ensure_ascii=False))
    store.note(FILES, _digest(now, settings, tombstones))
    return trouble


def loader_of(
    settings: Settings, *, tombstones: frozenset[Tombstone], beside: Ledger | None = None
) -> Loader:
    """What reads the casebook's files: articles the group checked itself are known to it."""

    def known_article(reference: LegalReference) -> bool | None:
        return (
            str(reference) in settings.articles
            or _whole(reference) in settings.articles
            or (is_known(reference))
        )

    return Loader(settings.id, known_article, beside or Ledger(), tombstones)


def keys_in(settings: Settings) -> KeyRing:
    """The keys of the claims in the files; none where the files are not the truth."""
    ring = KeyRing()
    if settings.truth is Truth.YAML:
        tombstones = read_tombstones(settings.folder)
        loaded = loader_of(settings, tombstones=tombstones).load(gather(settings.folder).files)
        for claim, places in loaded.keys.items():
            for place in places:
                ring.add(place.file, loaded.ledger.claims[claim].subject, place.key, claim)
    return ring


def forget_files(store: LedgerStore) -> None:
    """Let the next reading make the store anew."""
    store.note(FILES, "")


def files_digest(folder: Path) -> str:
    """A digest of the YAML files as they stand."""
    return _hash(_stamps(gather(folder).files))


def _whole(reference: LegalReference) -> str:
    return f"{reference.code} {reference.article}"


def _fill(store: LedgerStore, read: FilesRead) -> Trouble:
    ledger = read.loaded.ledger
    sealed = sealed_in(ledger)
    store.replace(without(ledger, sealed))
    notes = [
        Problem(
            f"{place.file}:{place.line}",
            "yaml.sealed",
            "A sealed claim stays in this file: the store does not encrypt, so it is not in it.",
        )
        for claim, places in read.loaded.keys.items()
        if claim in sealed
        for place in places
    ]
    return Trouble(read.loaded.problems, tuple(sorted((*read.notes, *notes))))


def _digest(gathered: Gathered, settings: Settings, tombstones: frozenset[Tombstone]) -> str:
    parts = [
        __version__,
        _schema_digest(),
        settings.id,
        *sorted(settings.articles),
        *(canonical_json([one.mac, one.salt]) for one in sorted(tombstones)),
        *_stamps(gathered.files),
        *(str(problem) for problem in gathered.problems),
    ]
    return _hash(parts)


def _stamps(files: Iterable[FileText]) -> list[str]:
    return [canonical_json([one.name, one.area.value, one.text]) for one in files]


def _hash(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode("utf-8")).digest())
    return digest.hexdigest()


@cache
def _schema_digest() -> str:
    """The schema's tables as they stand: a new court in a table can heal a file."""
    schema = resources.files("khronika.schema")
    law = resources.files("khronika.law") / "ru"
    tables = [*schema.iterdir(), *(schema / "vocabulary").iterdir(), *law.iterdir()]
    texts = {one.name: one.read_text(encoding="utf-8") for one in tables if one.is_file()}
    return _hash(canonical_json([name, texts[name]]) for name in sorted(texts) if ".yaml" in name)


def _row(problem: Problem) -> list[str]:
    return [problem.place, problem.code, problem.message, problem.remedy]


def _problems(noted: str) -> tuple[Problem, ...]:
    return tuple(Problem(*row) for row in json.loads(noted or "[]"))
