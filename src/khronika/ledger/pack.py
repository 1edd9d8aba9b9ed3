"""Packs a ledger and its vault files for another group: one BagIt folder or zip.

What is packed is what the caller passes: which claims may leave is decided elsewhere.

Invariants:

- Of who and when only the group's key and the day leave.
- The same ledger, files, group and day make the same bytes.
- A package appears whole or not at all, and never over something that is there.
"""

import hashlib
import os
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from khronika.errors import KhronikaError
from khronika.ledger.ledger import Ledger, Recorded
from khronika.ledger.row import pointer_rows
from khronika.ledger.state import ledger_state
from khronika.schema.canonical import Json, canonical_json
from khronika.schema.claim import Claim

GROUP = "Khronika-Group"
DAY = "Bagging-Date"
STATE = "Khronika-Ledger-State"

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_TOP = "khronika-package"  # an archive of a bag holds one folder (RFC 8493)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can tell, so that it tells none


class PackageUnwritable(KhronikaError):
    """The package was not written; nothing of it is there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def write_package(
    ledger: Ledger,
    path: Path,
    *,
    group: str,
    day: str,
    files: Mapping[str, bytes] | Iterable[tuple[str, bytes]] = (),
) -> None:
    """Write the ledger and these vault files (by SHA-256) to a new folder, or a new `.zip`."""
    _check_head(path, group, day)
    packed = without_names(ledger, group=group)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".package-") as room:
            bag = Path(room) / "bag"
            _write_payload(bag / "data", packed, files)
            _write_tags(bag, {DAY: day, GROUP: group, STATE: ledger_state(packed)})
            (_zipped(bag) if path.suffix == ".zip" else bag).replace(path)
    except OSError as error:
        reason = f"{os.strerror(error.errno or 0)}. Free some space or name another place."
        raise PackageUnwritable(path, reason) from error


def without_names(ledger: Ledger, *, group: str) -> Ledger:
    """The ledger with the group's key and the first day instead of who and when."""
    first = {entry: min(rows) for entry, rows in ledger.recorded.items() if rows}
    return Ledger(
        sources=ledger.sources,
        holdings=ledger.holdings,
        claims=ledger.claims,
        decisions=ledger.decisions,
        recorded={
            entry: frozenset({Recorded(at=row.at[:10], by=group)}) for entry, row in first.items()
        },
        visibility=ledger.visibility,
        tombstones=ledger.tombstones,
    )


def _check_head(path: Path, group: str, day: str) -> None:
    if path.exists():
        raise PackageUnwritable(path, "there is something here already. Name a new place.")
    if not _KEY.match(group):
        raise PackageUnwritable(path, "the group's key is small Latin letters and digits.")
    try:
        date.fromisoformat(day)
    except ValueError:
        raise PackageUnwritable(path, "the day is written 2026-11-22.") from None


def _write_payload(
    data: Path, ledger: Ledger, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]
) -> None:
    for name, lines in _tables(ledger).items():
        _write(data / "ledger" / f"{name}.jsonl", "".join(sorted(lines)).encode("utf-8"))
    for sha256, content in files.items() if isinstance(files, Mapping) else files:
        if hashlib.sha256(content).hexdigest() != sha256:
            raise PackageUnwritable(data, "a file does not have the name it came under.")
        _write(data / "vault" / sha256, content)


def _tables(ledger: Ledger) -> dict[str, Iterable[str]]:
    """The lines of each file."""
    return {
        "sources": (_line(id=one, body=row.body()) for one, row in ledger.sources.items()),
        "holdings": (_line(id=one, body=row.body()) for one, row in ledger.holdings.items()),
        "claims": (_claim_line(one, row) for one, row in ledger.claims.items()),
        "decisions": (_line(id=one, body=row.body()) for one, row in ledger.decisions.items()),
        "recorded": (
            _line(entry=one, at=row.at, by=row.by)
            for one, rows in ledger.recorded.items()
            for row in rows
        ),
        "visibility": (
            _line(entry=one, level=level.value) for one, level in ledger.visibility.items()
        ),
        "tombstones": (
            _line(mac=one.mac, salt=one.salt, reason=one.reason, on=one.on)
            for one in ledger.tombstones
        ),
    }


def _claim_line(claim_id: str, claim: Claim) -> str:
    for row in pointer_rows({claim_id: claim.passage}):
        offsets = {"start": row.start, "end": row.end}
        whole = {name: offset for name, offset in offsets.items() if offset is not None}
        return _line(id=claim_id, body=claim.body(), pointer={"text": row.text, **whole})
    return _line(id=claim_id, body=claim.body())


def _line(**parts: Json) -> str:
    return canonical_json(parts) + "\n"


def _write_tags(bag: Path, info: Mapping[str, str]) -> None:
    """Write the tag files of BagIt 1.0.

    Not with the library, whose writer changes the folder the whole program works in and leaves the
    order of lines to the disk; it checks what was written when the package is read.
    """
    payload = sorted(path for path in bag.rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in payload)
    lines = {**info, "Bag-Software-Agent": "Khronika", "Payload-Oxum": f"{size}.{len(payload)}"}
    _write(bag / "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    told = "".join(f"{name}: {lines[name]}\n" for name in sorted(lines))
    _write(bag / "bag-info.txt", told.encode("utf-8"))
    _write(bag / "manifest-sha256.txt", _manifest(bag, payload))
    tags = [bag / name for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")]
    _write(bag / "tagmanifest-sha256.txt", _manifest(bag, tags))


def _manifest(bag: Path, paths: Iterable[Path]) -> bytes:
    lines = (f"{_hash_of(path)}  {path.relative_to(bag).as_posix()}\n" for path in paths)
    return "".join(lines).encode("utf-8")


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _zipped(bag: Path) -> Path:
    """The bag as a zip beside it: sorted, without a time, a user or a system."""
    archive = bag.with_suffix(".zip")
    with archive.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
            for path in _sorted_files(bag):
                told = zipfile.ZipInfo(f"{_TOP}/{path.relative_to(bag).as_posix()}", _EPOCH)
                told.compress_type = zipfile.ZIP_DEFLATED
                told.create_system = 3
                told.external_attr = 0o100600 << 16
                told.file_size = path.stat().st_size
                with path.open("rb") as content, zipped.open(told, "w") as entry:
                    while block := content.read(1 << 20):
                        entry.write(block)
        file.flush()
        os.fsync(file.fileno())
    return archive


def _sorted_files(bag: Path) -> Iterator[Path]:
    return iter(sorted(path for path in bag.rglob("*") if path.is_file()))
