"""Destroys a claim for a person's safety, and says what still holds its words.

Invariants:

- The tombstone is written first: whatever stops the program, the claim is out of the record from
  then on, and the same command again goes on from there.
- What this program cannot clean it names.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import BACKUPS, EDITIONS
from khronika.casebook.level import forget_files, loader_of
from khronika.casebook.tombstones import add_tombstones, read_tombstones
from khronika.casebook.writes import write_whole
from khronika.casebook.yaml_form.cutting import CannotCut, cut
from khronika.casebook.yaml_form.gather import gather
from khronika.casebook.yaml_form.load import Loaded
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.tombstone import UnknownClaim, bury, stands_for
from khronika.schema.claim import ClaimId

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Grave:
    """Why, on which day (ISO 8601), and under which salt (at least 32 random hex digits)."""

    reason: str
    on: str
    salt: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """The tombstone, the files lines were cut from, and every place that still holds the words."""

    tombstone: Tombstone
    files: tuple[str, ...]
    still_held: tuple[str, ...]


def redact(casebook: Casebook, claim: ClaimId, *, grave: Grave, dry_run: bool = False) -> Redacted:
    """Destroy the claim and the decisions that name it; raises `UnknownClaim`."""
    casebook.level()
    if not casebook.standing:
        return _redact_in_store(casebook, claim, grave, dry_run=dry_run)
    return _redact_in_files(casebook, claim, grave, dry_run=dry_run)


def _redact_in_store(
    casebook: Casebook, claim: ClaimId, grave: Grave, *, dry_run: bool
) -> Redacted:
    ledger = casebook.store.read()
    tombstone = _tombstone(claim, grave, ledger.tombstones, known=claim in ledger.claims)
    held = _still_held(casebook, claim, ledger, uncut=())
    if not dry_run:
        tombstone = casebook.store.redact(claim, reason=grave.reason, on=grave.on, salt=grave.salt)
    return Redacted(tombstone, (), held)


def _redact_in_files(
    casebook: Casebook, claim: ClaimId, grave: Grave, *, dry_run: bool
) -> Redacted:
    folder = casebook.settings.folder
    ledger, buried = casebook.store.read(), read_tombstones(folder)
    # Read without tombstones, so that lines left by a run that was stopped are found again.
    loader = loader_of(casebook.settings, tombstones=frozenset())
    gathered = gather(folder)
    loaded = loader.load(gathered.files)
    tombstone = _tombstone(claim, grave, buried, known=claim in loaded.keys)
    texts = {file.name: file.text for file in gathered.files}
    cuts, uncut = _cuts(texts, _lines(loaded, claim))
    held = _still_held(
        casebook, claim, ledger, uncut
    )  # a key in a text means nothing after the cut
    if not dry_run:
        add_tombstones(folder, {tombstone})
        for name, text in sorted(cuts.items()):
            _rewrite(folder / name, text)
        if claim in ledger.claims:
            casebook.store.redact(claim, reason=grave.reason, on=grave.on, salt=grave.salt)
        forget_files(casebook.store)
        casebook.level()
    return Redacted(tombstone, tuple(sorted(cuts)), held)


def _tombstone(
    claim: ClaimId, grave: Grave, there: frozenset[Tombstone], *, known: bool
) -> Tombstone:
    for one in sorted(there):
        if stands_for(one, claim):
            return one
    if not known:
        raise UnknownClaim(claim)
    return bury(claim, salt=grave.salt, reason=grave.reason, on=grave.on)


def _lines(loaded: Loaded, claim: ClaimId) -> Mapping[str, set[int]]:
    """Where the claim and the decisions that name it begin, by file."""
    lines: dict[str, set[int]] = defaultdict(set)
    for place in loaded.keys.get(claim, ()):
        lines[place.file].add(place.line)
    for decision_id, decision in loaded.ledger.decisions.items():
        if claim in (*decision.targets, *decision.over):
            for place in loaded.decisions[decision_id]:
                lines[place.file].add(place.line)
    return lines


def _cuts(
    texts: Mapping[str, str], lines: Mapping[str, set[int]]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The new texts, and the files where lines must be removed by hand."""
    cuts: dict[str, str] = {}
    uncut: list[str] = []
    for name, numbers in sorted(lines.items()):
        try:
            cuts[name] = cut(texts[name], numbers)
        except CannotCut:
            uncut.extend(f"{name}:{number}" for number in sorted(numbers))
    return cuts, tuple(uncut)


def _rewrite(path: Path, text: str) -> None:
    mark = _BOM if path.read_bytes().startswith(_BOM) else b""
    write_whole(path, mark + text.encode("utf-8"))


def _still_held(
    casebook: Casebook, claim: ClaimId, ledger: Ledger, uncut: tuple[str, ...]
) -> tuple[str, ...]:
    folder = casebook.settings.folder
    held = [f"{place}: remove these lines by hand" for place in uncut]
    held += [f"{one}: an earlier form of the store" for one in _copies(casebook)]
    if any((above / ".git").exists() for above in (folder, *folder.absolute().parents)):
        held.append("the history of the files (git): rewrite it, and ask whoever has a copy")
    for name in (BACKUPS, EDITIONS):
        if (folder / name).is_dir() and any((folder / name).iterdir()):
            held.append(f"{name}/: make them anew and delete the old ones")
    held += [f"{path.relative_to(folder)}: a package or backup" for path in _archives(folder)]
    held += [
        f"{text.file}: this text was written from it"
        for text in casebook.manuscripts()
        if claim in text.based_on
    ]
    row = ledger.claims.get(claim)
    texts = {row.passage.text} - {""} if row else set()
    held += [f"vault: {one}: the text it was read in" for one in sorted(texts)]
    return (*held, "packages and backups that were given to others, and what was published")


def _copies(casebook: Casebook) -> list[str]:
    copies = getattr(casebook.store, "copies", None)
    return [str(one) for one in copies()] if copies else []


def _archives(folder: Path) -> list[Path]:
    aside = {folder / BACKUPS, folder / EDITIONS}
    found = sorted(folder.rglob("*.zip"))
    return [one for one in found if not aside.intersection(one.parents)]
