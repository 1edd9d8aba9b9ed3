"""Takes another group's ledger in: appended to the store, or written as files beside ours.

Invariants:

- Merging twice adds nothing. Files of ours are never touched: what came stands in `merged/`.
- Bytes go to the vault before what points at them is recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import CLAIMS, MERGED, PRIVATE, TOMBSTONES
from khronika.casebook.level import loader_of
from khronika.casebook.sealed import sealed_in, without
from khronika.casebook.settings import Truth
from khronika.casebook.tombstones import add_tombstones, read_tombstones
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.gather import read_paths, yaml_paths
from khronika.casebook.yaml_form.pages import Folders, write_ledger
from khronika.errors import KhronikaError, Problem
from khronika.ledger.ledger import Ledger
from khronika.ledger.package import Package, read_package
from khronika.ledger.store import Appended
from khronika.ledger.tombstone import without_buried

_FOLDERS = Folders(
    claims=f"{CLAIMS}/{MERGED}", private=f"{PRIVATE}/{MERGED}", sources=f"{CLAIMS}/{MERGED}/sources"
)


class MergedFilesDamaged(KhronikaError):
    """A file of an earlier merge cannot be read, so writing it anew could lose what it says."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"Nothing was merged, because a merged file is damaged. {problem}")


@dataclass(frozen=True, slots=True)
class Merged:
    """What was new, the files written, and what was left out and why."""

    appended: Appended
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def merge(casebook: Casebook, path: Path, *, dry_run: bool = False) -> Merged:
    """Take in the package at this path; raises what `read_package` does, having taken nothing."""
    return merge_package(casebook, read_package(path), place=str(path), dry_run=dry_run)


def merge_package(casebook: Casebook, package: Package, *, place: str, dry_run: bool) -> Merged:
    """Take in what came; what is sealed is left out, as nothing here could keep it."""
    sealed = sealed_in(package.ledger)
    ledger = without(package.ledger, sealed)
    problems = _left_out(len(sealed), place)
    if not dry_run:
        for blob in package.blobs.values():
            casebook.vault.put(blob)
    return replace(merge_ledger(casebook, ledger, dry_run=dry_run), problems=problems)


def merge_ledger(casebook: Casebook, ledger: Ledger, *, dry_run: bool) -> Merged:
    """Add this ledger to the record."""
    appended = new_entries(casebook.ledger(), ledger)
    if casebook.settings.truth is Truth.LEDGER:
        return Merged(appended if dry_run else casebook.store.append(ledger))
    pages = _pages(casebook, ledger)
    folder = casebook.settings.folder
    changed = _changed(folder, pages)
    buried = [TOMBSTONES] if ledger.tombstones - read_tombstones(folder) else []
    if not dry_run:
        add_tombstones(folder, ledger.tombstones)
        for name in changed:
            write_text(folder / name, pages[name])
        casebook.level()
    return Merged(appended, (*changed, *buried))


def _pages(casebook: Casebook, ledger: Ledger) -> Mapping[str, str]:
    """What came, and what came before, as files; without what stands in files of ours."""
    folder = casebook.settings.folder
    tombstones = read_tombstones(folder) | ledger.tombstones
    roots = [folder / CLAIMS / MERGED, folder / PRIVATE / MERGED]
    paths = [path for root in roots for path in yaml_paths(root)]
    before = read_paths([(path, path.relative_to(folder).as_posix()) for path in paths])
    loader = loader_of(casebook.settings, tombstones=tombstones, beside=casebook.store.read())
    loaded = loader.load(before.files)
    if loaded.problems or before.problems:
        raise MergedFilesDamaged([*loaded.problems, *before.problems][0])
    joined = without_buried(loaded.ledger | ledger | Ledger(tombstones=tombstones))
    return write_ledger(joined, house=casebook.settings.id, folders=_FOLDERS)


def _changed(folder: Path, pages: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        name
        for name, text in sorted(pages.items())
        if not (folder / name).exists() or (folder / name).read_bytes() != text.encode("utf-8")
    )


def new_entries(ours: Ledger, theirs: Ledger) -> Appended:
    """How much of theirs we do not have, and have not redacted."""
    rest = without_buried(theirs | Ledger(tombstones=ours.tombstones))
    return Appended(
        sources=len(rest.sources.keys() - ours.sources.keys()),
        holdings=len(rest.holdings.keys() - ours.holdings.keys()),
        claims=len(rest.claims.keys() - ours.claims.keys()),
        decisions=len(rest.decisions.keys() - ours.decisions.keys()),
    )


def _left_out(count: int, place: str) -> tuple[Problem, ...]:
    if not count:
        return ()
    message = f"{count} sealed entries were left out: the store does not encrypt."
    return (Problem(place, "merge.sealed", message, "Keep them where they are."),)
