"""Reads a casebook's folder, and gives claims above public their nonce on the way.

Invariants:

- The only thing ever written here is a nonce beside a claim that has none; without a `mint`
  nothing is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from khronika.casebook.writes import NotWritten, write_whole
from khronika.casebook.yaml_form.gather import FileText, Gathered, gather
from khronika.casebook.yaml_form.load import Loaded, Loader
from khronika.casebook.yaml_form.nonces import Mint, with_nonces
from khronika.errors import Problem

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What the files hold, the files as they now stand, and what was done to them on the way."""

    loaded: Loaded
    files: tuple[FileText, ...]
    notes: tuple[Problem, ...] = ()


def read_files(folder: Path, loader: Loader, *, mint: Mint | None = None) -> FilesRead:
    """What the casebook's files hold; the folder's problems are the loaded ones."""
    gathered = gather(folder)
    return load_sealed(
        gathered,
        loader,
        mint=mint,
        paths={file.name: folder / file.name for file in gathered.files},
    )


def load_sealed(
    gathered: Gathered, loader: Loader, *, mint: Mint | None, paths: Mapping[str, Path] | None
) -> FilesRead:
    """Load what was gathered, first giving bare claims their nonce.

    `paths` says where each file lies, so that the nonce is written there; with None the nonces
    are for this reading alone.
    """
    loaded = loader.load(gathered.files)
    notes: tuple[Problem, ...] = ()
    files = gathered.files
    if loaded.bare and mint:
        files = _sealed(files, loaded, mint)
        unwritten = _write(files, loaded, paths) if paths is not None else ()
        notes = tuple(_note(file, node.line) for file in loaded.bare for node in loaded.bare[file])
        loaded = loader.load([file for file in files if file.name not in unwritten])
    return FilesRead(_with_problems(loaded, gathered.problems), files, notes)


def _sealed(files: Iterable[FileText], loaded: Loaded, mint: Mint) -> tuple[FileText, ...]:
    return tuple(
        replace(file, text=with_nonces(file.text, loaded.bare[file.name], mint=mint))
        if file.name in loaded.bare
        else file
        for file in files
    )


def _write(files: Iterable[FileText], loaded: Loaded, paths: Mapping[str, Path]) -> frozenset[str]:
    """Write the nonces; the names of files that could not be written."""
    unwritten = set()
    for file in files:
        if file.name not in loaded.bare:
            continue
        path = paths[file.name]
        mark = _BOM if path.read_bytes().startswith(_BOM) else b""
        try:
            write_whole(path, mark + file.text.encode("utf-8"))
        except NotWritten:
            unwritten.add(file.name)
    return frozenset(unwritten)


def _with_problems(loaded: Loaded, more: Iterable[Problem]) -> Loaded:
    bare = [
        Problem(
            f"{file}:{node.line}",
            "yaml.no-nonce",
            "This claim is not public and has no nonce, so its id could be guessed.",
            "Let it be written: run `khronika verify` where the file can be changed.",
        )
        for file, nodes in loaded.bare.items()
        for node in nodes
    ]
    return replace(loaded, problems=tuple(sorted((*loaded.problems, *more, *bare))))


def _note(file: str, line: int) -> Problem:
    return Problem(
        f"{file}:{line}",
        "yaml.nonce-added",
        "A nonce was written beside this claim, because it is not public.",
        "Leave it there; it keeps the claim's id from being guessed.",
    )
