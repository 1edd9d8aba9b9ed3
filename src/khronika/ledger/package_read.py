"""Reads a package from another group: checked byte by byte, then entry by entry.

Nothing is appended here: the caller shows what came and appends it.
"""

import hashlib
import json
import logging
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, TypeVar

import bagit

from khronika.errors import KhronikaError
from khronika.ledger.admit import check, pointing
from khronika.ledger.ledger import Ledger, Recorded, Tombstone
from khronika.ledger.pack import DAY, GROUP, STATE
from khronika.ledger.state import ledger_state
from khronika.ledger.unpack import MAX_BYTES, DamagedPackage, check_folder, unpack
from khronika.schema.canonical import Json
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.decode import decode_claim, decode_decision, decode_holding, decode_source
from khronika.schema.passage import Passage
from khronika.schema.source import Holding, Source
from khronika.schema.visibility import Visibility

# What the library finds comes back as an error; said on the side as well it would confuse.
logging.getLogger("bagit").addHandler(logging.NullHandler())

_Line: TypeAlias = Mapping[str, Json]
_Made = TypeVar("_Made")


class UnreadableLine(KhronikaError):
    """A line of a package is not what its file holds."""

    def __init__(self, path: Path, file: str, number: int, why: str) -> None:
        super().__init__(
            f"{path}: {file}, line {number} cannot be read: {why} "
            "Update Khronika, or ask for the package again."
        )


@dataclass(frozen=True, slots=True)
class Package:
    """What came: a ledger, vault files by SHA-256, whose it is and of which day."""

    ledger: Ledger
    blobs: Mapping[str, bytes]
    group: str
    day: str


def read_package(path: Path, *, limit: int = MAX_BYTES) -> Package:
    """The package in this folder or zip; raises for the first thing that is wrong with it.

    Raises `PackageUnreadable`, `UnsafePackage`, `DamagedPackage`, `UnreadableLine` or
    `Inadmissible`.
    """
    if path.is_dir():
        check_folder(path, limit=limit)
        return _read(path, path)
    with tempfile.TemporaryDirectory(prefix="khronika-") as folder:
        unpack(path, Path(folder), limit=limit)
        return _read(path, Path(folder))


def _read(path: Path, folder: Path) -> Package:
    info = _verified(path, folder)
    ledger = check(_Lines(path, folder).ledger()).ledger
    if ledger_state(ledger) != info.get(STATE):
        raise DamagedPackage(path, "bag-info.txt")
    return Package(ledger, _blobs(path, folder), str(info.get(GROUP, "")), str(info.get(DAY, "")))


def _verified(path: Path, folder: Path) -> Mapping[str, object]:
    """What the package says about itself, once every byte is as the manifests say."""
    try:
        bag = bagit.Bag(str(folder))
        bag.validate()
    except bagit.BagError as error:
        raise DamagedPackage(path, _file_in(error) or _changed_tag(folder)) from error
    except (ValueError, LookupError, OSError) as error:
        raise DamagedPackage(path, _changed_tag(folder)) from error
    listed = {name for name in bag.entries if not name.startswith("data")}
    for tag in ("bag-info.txt", "bagit.txt"):
        if tag not in listed:
            raise DamagedPackage(path, tag)
    info: Mapping[str, object] = bag.info
    return info


def _file_in(error: bagit.BagError) -> str:
    """The first file the library complains of; empty when it names none."""
    files = sorted(detail.path for detail in getattr(error, "details", ()))
    return files[0].replace(os.sep, "/") if files else ""


def _changed_tag(folder: Path) -> str:
    """The file about the package that is not as it was sealed, where the seal still tells."""
    seal = folder / "tagmanifest-sha256.txt"
    lines = seal.read_text(encoding="utf-8", errors="replace") if seal.is_file() else ""
    for tag in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt"):
        file = folder / tag
        content = file.read_bytes() if file.is_file() else b""
        if hashlib.sha256(content).hexdigest() not in lines:
            return tag
    return "its list of files"


def _blobs(path: Path, folder: Path) -> dict[str, bytes]:
    blobs = {}
    for file in sorted(folder.glob("data/vault/*")):
        blobs[file.name] = file.read_bytes()
        if hashlib.sha256(blobs[file.name]).hexdigest() != file.name:
            raise DamagedPackage(path, f"data/vault/{file.name}")
    return blobs


class _Lines:
    """The files of lines in a package."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder

    def ledger(self) -> Ledger:
        """The ledger they make."""
        recorded: dict[str, set[Recorded]] = defaultdict(set)
        for entry, row in self._made("recorded", _recorded):
            recorded[entry].add(row)
        return Ledger(
            sources=dict(self._made("sources", _source)),
            holdings=dict(self._made("holdings", _holding)),
            claims=dict(self._made("claims", _claim)),
            decisions=dict(self._made("decisions", _decision)),
            recorded={entry: frozenset(rows) for entry, rows in recorded.items()},
            visibility=dict(self._made("visibility", _visibility)),
            tombstones=frozenset(self._made("tombstones", _tombstone)),
        )

    def _made(self, name: str, make: Callable[[_Line], _Made]) -> Iterator[_Made]:
        """What each line of this file makes."""
        file = f"data/ledger/{name}.jsonl"
        try:
            text = (self._folder / file).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise DamagedPackage(self._path, file) from error
        # Not `splitlines`: a quotation may hold other characters that end a line.
        for number, line in enumerate(text.split("\n")[:-1], start=1):
            try:
                made = make(json.loads(line))
            except KhronikaError as error:
                raise UnreadableLine(self._path, file, number, str(error)) from error
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                raise UnreadableLine(self._path, file, number, "it is no such entry.") from error
            yield made


def _source(line: _Line) -> tuple[str, Source]:
    return _word(line, "id"), decode_source(_body(line))


def _holding(line: _Line) -> tuple[str, Holding]:
    return _word(line, "id"), decode_holding(_body(line))


def _claim(line: _Line) -> tuple[ClaimId, Claim]:
    claim = decode_claim(_body(line))
    if "pointer" in line:
        claim = pointing(claim, _pointer(line["pointer"], claim))
    return ClaimId(_word(line, "id")), claim


def _pointer(pointer: Json, claim: Claim) -> Passage:
    if not isinstance(pointer, Mapping):
        raise TypeError
    start, end = _offset(pointer, "start"), _offset(pointer, "end")
    return replace(claim.passage, text=_word(pointer, "text"), start=start, end=end)


def _decision(line: _Line) -> tuple[DecisionId, Decision]:
    return DecisionId(_word(line, "id")), decode_decision(_body(line))


def _recorded(line: _Line) -> tuple[str, Recorded]:
    return _word(line, "entry"), Recorded(at=_word(line, "at"), by=_word(line, "by"))


def _visibility(line: _Line) -> tuple[str, Visibility]:
    return _word(line, "entry"), Visibility(_word(line, "level"))


def _tombstone(line: _Line) -> Tombstone:
    return Tombstone(*(_word(line, name) for name in ("mac", "salt", "reason", "on")))


def _body(line: _Line) -> _Line:
    body = line["body"]
    if not isinstance(body, Mapping):
        raise TypeError
    return body


def _word(line: _Line, name: str) -> str:
    word = line[name]
    if not isinstance(word, str):
        raise TypeError
    return word


def _offset(pointer: _Line, name: str) -> int | None:
    offset = pointer.get(name)
    if offset is not None and not isinstance(offset, int):
        raise TypeError
    return offset
