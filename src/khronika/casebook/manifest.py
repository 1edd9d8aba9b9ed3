"""The list of what a publication wrote: how a folder is known to be ours, and can be checked.

Invariants:

- It names no clock and no machine: equal publications have equal manifests.
- It is one JSON object. `grouped` tells where in it the rows of each group lie, so that they can be
  taken over unread; who reads the table of files need not know of groups.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring as _quoted
from pathlib import Path
from typing import Any, NamedTuple

from khronika import __version__
from khronika.casebook.kept import SINGLE, TABLE, Kept, Listed, made_of

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


class Rows(NamedTuple):
    """Files that are listed together, and the key under which they may be taken over.

    It `holds` so many `files`, which are lines of the list; `made` is as `made_of` has it.
    """

    key: str
    holds: int
    files: bytes
    made: str


def rows_of(files: Mapping[str, Listed], *, key: str) -> Rows:
    """The rows of these files; as bytes they take a third of the memory."""
    rows = sorted(files.items())
    lines = ",\n".join(f"  {_quoted(path)}: {_quoted(one.sha256)}" for path, one in rows)
    return Rows(key, len(rows), lines.encode("utf-8"), made_of(one for _, one in rows))


def write_manifest(
    imprint: Imprint,
    files: Mapping[str, Listed],
    *,
    groups: Mapping[str, Rows] | None = None,
    taken_over: Collection[str] = (),
    kept: Kept | None = None,
) -> bytes:
    """The manifest as JSON, one file a line: those that belong to no group, then group by group.

    Files and groups are sorted. The rows of groups that are `taken_over` come from `kept`.
    """
    head = {
        MARK: __version__,
        "use": imprint.use,
        "as_of": imprint.as_of,
        "state": imprint.state,
        "languages": list(imprint.languages),
        "editions": list(imprint.editions),
    }
    parts = {SINGLE: rows_of(files, key=""), **(groups or {})}
    if kept:
        parts |= {one: _taken_over(kept, one) for one in taken_over}
    rows = sorted(parts.items())
    written = [json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}").encode()]
    places = _put_files(written, [part.files for _, part in rows])
    told = [
        f"  {_quoted(name)}: [{_quoted(part.key)}, {part.holds}, {place}, {_quoted(part.made)}]"
        for (name, part), place in zip(rows, places, strict=True)
    ]
    return b"".join((*written, TABLE, b"\n", ",\n".join(told).encode(), b"\n }\n}\n"))


def _taken_over(kept: Kept, name: str) -> Rows:
    row = kept.rows[name]
    return Rows(row.key, row.holds, kept.lines(name), row.made)


def _put_files(written: list[bytes], parts: Iterable[bytes]) -> list[str]:
    """Put the table of files behind what is written; tells where each part begins and ends."""
    written.append(b',\n "files": {')
    at, between, places = sum(map(len, written)), b"\n", list[str]()
    for part in parts:
        if part:
            written.append(between)
            at, between = at + len(between), b",\n"
        written.append(part)
        places.append(f"{at}, {at + len(part)}")
        at += len(part)
    written.append(b"\n }" if between == b",\n" else b"}")
    return places


def listed_files(manifest: Path) -> frozenset[str] | None:
    """The paths this manifest lists; None when it is missing, damaged or not ours."""
    body = _read(manifest)
    return frozenset(str(path) for path in body["files"]) if body else None


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
