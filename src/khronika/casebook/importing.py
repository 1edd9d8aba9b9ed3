"""Takes files in: YAML a volunteer wrote, or a package another group sent.

Invariants:

- A file with trouble in it gives nothing; the others are taken. Importing again adds nothing.
- What names no half of a casebook's folder is for the team.
- Where the files are the truth, a file of this casebook is copied as it stands and one of another
  casebook is written in full; a file of ours is never overwritten.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import CLAIMS, PRIVATE, SETTINGS, SOURCES, VAULT, Area, area_of
from khronika.casebook.level import loader_of
from khronika.casebook.merging import merge_ledger, merge_package, new_entries
from khronika.casebook.sealed import sealed_in, without
from khronika.casebook.settings import read_settings
from khronika.casebook.tombstones import read_tombstones
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.compose import compose
from khronika.casebook.yaml_form.files import FilesRead, load_sealed
from khronika.casebook.yaml_form.gather import (
    SUFFIXES,
    FileText,
    Gathered,
    read_paths,
    yaml_paths,
)
from khronika.casebook.yaml_form.load import Loader
from khronika.casebook.yaml_form.report import Report
from khronika.errors import KhronikaError, Problem
from khronika.ledger.ledger import Ledger
from khronika.ledger.package import read_package
from khronika.ledger.store import Appended
from khronika.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Imported:
    """What was new, the files written here, what was wrong and what was done on the way."""

    appended: Appended = field(default_factory=Appended)
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def import_paths(casebook: Casebook, paths: Sequence[Path], *, dry_run: bool = False) -> Imported:
    """Take these in, each a YAML file, a folder of them, or a package; trouble stays with its file.

    Files named together may name each other.
    """
    packages = [path for path in paths if _is_package(path)]
    others = [path for path in paths if path not in packages]
    done = [_import_package(casebook, path, dry_run=dry_run) for path in packages]
    for root, group in _by_casebook(others, casebook).items():
        done.append(_import_files(casebook, group, house=root, dry_run=dry_run))
    return _together(done)


def _is_package(path: Path) -> bool:
    return path.suffix == ".zip" or (path / "bagit.txt").is_file()


def _import_package(casebook: Casebook, path: Path, *, dry_run: bool) -> Imported:
    try:
        package = read_package(path)
        merged = merge_package(casebook, package, place=str(path), dry_run=dry_run)
    except KhronikaError as error:
        return Imported(problems=(Problem(str(path), "import.package", str(error)),))
    return Imported(merged.appended, merged.files, merged.problems)


def _by_casebook(paths: Iterable[Path], casebook: Casebook) -> Mapping[str, list[Path]]:
    """The paths by the casebook whose slugs they are written in."""
    groups: dict[str, list[Path]] = {}
    for path in paths:
        is_casebook = (path / SETTINGS).is_file()
        house = read_settings(path, {}).id if is_casebook else casebook.settings.id
        groups.setdefault(house, []).append(path)
    return groups


def _import_files(
    casebook: Casebook, paths: Sequence[Path], *, house: str, dry_run: bool
) -> Imported:
    lying = {str(file): file for path in paths for file in _files_of(path)}
    gathered = _gathered(paths)
    loader = _loader(casebook, paths, house)
    read = load_sealed(gathered, loader, mint=casebook.mint, paths=None if dry_run else lying)
    sound, problems = _sound(read, loader)
    is_copied = casebook.standing and house == casebook.settings.id
    take = _copy if is_copied else _merge
    done = take(casebook, sound, loader, dry_run=dry_run)
    if not dry_run:
        _bring_bytes(casebook, paths, loader.load(sound).ledger)
    troubles = (*done.problems, *problems, *(_no_yaml(one) for one in paths if not _files_of(one)))
    return replace(done, problems=tuple(sorted(troubles)), notes=read.notes)


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        roots = [path / name for name in (CLAIMS, PRIVATE, SOURCES)]
        inside = [path] if not (path / SETTINGS).is_file() else roots
        return [file for root in inside for file in yaml_paths(root)]
    return [path] if path.suffix in SUFFIXES and path.exists() else []


def _gathered(paths: Iterable[Path]) -> Gathered:
    found = []
    for path in paths:
        around = path.parent if path.is_dir() else path.parent.parent
        for file in _files_of(path):
            # Only folders that were named, or lie below, say that a file is public.
            area = area_of(PurePosixPath(file.relative_to(around).as_posix()))
            found.append(read_paths([(file, str(file))], area=area))
    files = tuple(file for one in found for file in one.files)
    return Gathered(files, tuple(problem for one in found for problem in one.problems))


def _loader(casebook: Casebook, paths: Iterable[Path], house: str) -> Loader:
    beside = casebook.ledger()
    stones = beside.tombstones | read_tombstones(casebook.settings.folder)
    for path in paths:
        stones |= read_tombstones(path) if path.is_dir() else frozenset()
    loader = loader_of(casebook.settings, tombstones=stones, beside=beside)
    return replace(loader, house=house)


def _sound(read: FilesRead, loader: Loader) -> tuple[list[FileText], tuple[Problem, ...]]:
    """The files without trouble, and all trouble; a file that needs another has its trouble."""
    problems = set(read.loaded.problems)
    files = list(read.files)
    while True:
        problems |= set(loader.load(files).problems)
        sound = [file for file in files if not _has_trouble(file, problems)]
        if len(sound) == len(files):
            return sound, tuple(sorted(problems))
        files = sound


def _has_trouble(file: FileText, problems: Iterable[Problem]) -> bool:
    own = f"{file.name}:"
    return any(one.place == file.name or one.place.startswith(own) for one in problems)


def _merge(
    casebook: Casebook, files: Sequence[FileText], loader: Loader, *, dry_run: bool
) -> Imported:
    """Record what the files hold, whatever they are called."""
    merged = merge_ledger(casebook, _unsealed(loader.load(files).ledger), dry_run=dry_run)
    return Imported(merged.appended, merged.files, merged.problems)


def _copy(
    casebook: Casebook, files: Sequence[FileText], loader: Loader, *, dry_run: bool
) -> Imported:
    """Put the files into the casebook's folder as they stand."""
    folder, before = casebook.settings.folder, casebook.store.read()
    planned: dict[str, FileText] = {}
    taken: list[Problem] = []
    for file in files:
        name = _target(file)
        there = planned[name].text if name in planned else _text_of(folder / name)
        if there not in {None, file.text}:
            taken.append(_name_taken(file.name, name))
        elif there is None:
            planned[name] = file
    ledger = _unsealed(loader.load(planned.values()).ledger)
    if not dry_run:
        for name, file in sorted(planned.items()):
            write_text(folder / name, file.text)
        casebook.level()
    return Imported(new_entries(before, ledger), tuple(sorted(planned)), tuple(taken))


def _target(file: FileText) -> str:
    """Where a file goes: by its half, and by whether it describes a source."""
    tree = compose(file.text, Report(file.name, file.area))
    is_source = tree is not None and "subject" not in (tree.entries or {})
    if file.area is Area.PUBLIC:
        root = SOURCES if is_source else CLAIMS
    else:
        root = f"{PRIVATE}/{SOURCES}" if is_source else PRIVATE
    return f"{root}/{Path(file.name).name}"


def _text_of(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8-sig") if path.exists() else None


def _unsealed(ledger: Ledger) -> Ledger:
    return without(ledger, sealed_in(ledger))


def _bring_bytes(casebook: Casebook, paths: Iterable[Path], ledger: Ledger) -> None:
    """Bring the bytes that a casebook's own vault holds for the sources taken."""
    wanted = {one.sha256 for one in ledger.holdings.values()}
    for vault in (Vault(path / VAULT) for path in paths if (path / VAULT).is_dir()):
        for sha256 in sorted(wanted.intersection(vault.hashes())):
            casebook.vault.put(vault.get(sha256))


def _name_taken(place: str, name: str) -> Problem:
    return Problem(
        place,
        "import.name-taken",
        f"{name} is there already and says something else; it was not changed.",
        "Put what is new into that file, or give this one another name.",
    )


def _no_yaml(path: Path) -> Problem:
    return Problem(
        str(path),
        "import.nothing",
        "There is nothing here to import.",
        "Name a YAML file, a folder of them, or a package.",
    )


def _together(done: Iterable[Imported]) -> Imported:
    whole = Imported()
    for one in done:
        whole = Imported(
            appended=Appended(
                whole.appended.sources + one.appended.sources,
                whole.appended.holdings + one.appended.holdings,
                whole.appended.claims + one.appended.claims,
                whole.appended.decisions + one.appended.decisions,
            ),
            files=(*whole.files, *one.files),
            problems=(*whole.problems, *one.problems),
            notes=(*whole.notes, *one.notes),
        )
    return whole
