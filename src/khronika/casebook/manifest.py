"""The list of what a publication wrote: how a folder is known to be ours, and can be checked.

Invariants:

- It names no clock and no machine: equal publications have equal manifests.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring as _quoted
from pathlib import Path
from typing import Any, NamedTuple

from khronika import __version__

MANIFEST = "manifest.json"
MARK = "khronika"  # the key that tells our manifest from a web application's file of that name


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a publication says of itself beside its files."""

    use: str
    as_of: str
    state: str
    languages: tuple[str, ...]
    editions: tuple[str, ...]


class Listed(NamedTuple):
    """A file of the list: its hash, its size, and the key it was made under; empty for none."""

    sha256: str
    size: int
    key: str = ""


def write_manifest(imprint: Imprint, files: Mapping[str, Listed]) -> bytes:
    """The manifest as JSON, one file a line, sorted."""
    head = {
        MARK: __version__,
        "use": imprint.use,
        "as_of": imprint.as_of,
        "state": imprint.state,
        "languages": list(imprint.languages),
        "editions": list(imprint.editions),
    }
    rows = sorted(files.items())
    parts = (
        json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}"),
        _table("files", ((path, one.sha256) for path, one in rows)),
        _table("made", ((path, f"{one.key} {one.size}") for path, one in rows if one.key)),
    )
    return (",\n".join(parts) + "\n}\n").encode("utf-8")


def _table(name: str, rows: Iterable[tuple[str, str]]) -> str:
    """As `json.dumps` with an indent of 1 has it, which takes long over many lines."""
    lines = ",\n".join(f"  {_quoted(one)}: {_quoted(other)}" for one, other in rows)
    return f' "{name}": {{\n{lines}\n }}' if lines else f' "{name}": {{}}'


def listed_files(manifest: Path) -> frozenset[str] | None:
    """The paths this manifest lists; None when it is missing, damaged or not ours."""
    body = _read(manifest)
    return frozenset(str(path) for path in body["files"]) if body else None


def listed(manifest: Path) -> Mapping[str, Listed]:
    """The files that were made under a key; none when the manifest is missing or not ours."""
    body = _read(manifest) or {}
    made = body.get("made")
    files = body.get("files", {})
    found: dict[str, Listed] = {}
    for path, told in made.items() if isinstance(made, dict) else ():
        key, _, size = str(told).partition(" ")
        if size.isdecimal() and path in files:
            found[path] = Listed(str(files[path]), int(size), key)
    return found


def hashes_in(manifest: bytes) -> Mapping[str, str] | None:
    """The hash of every file that these bytes list; None when they are no manifest of ours."""
    body = _parsed(manifest)
    return {str(one): str(sha256) for one, sha256 in body["files"].items()} if body else None


def editions_of(manifest: Path) -> tuple[str, ...]:
    """The editions that were built; none when the manifest is missing or not ours."""
    named = (_read(manifest) or {}).get("editions", ())
    return tuple(str(one) for one in named) if isinstance(named, list) else ()


def use_of(manifest: Path) -> str:
    """The use this manifest's files were built for; empty when it is missing or not ours."""
    body = _read(manifest)
    return str(body.get("use", "")) if body else ""


def _read(manifest: Path) -> Mapping[str, Any] | None:  # JSON ends here; callers get text
    try:
        return _parsed(manifest.read_bytes())
    except OSError:
        return None


def _parsed(manifest: bytes) -> Mapping[str, Any] | None:
    try:
        body = json.loads(manifest)
    except ValueError:
        return None
    if not isinstance(body, dict) or MARK not in body or not isinstance(body.get("files"), dict):
        return None
    return body
