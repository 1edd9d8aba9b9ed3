"""Puts what a table says into the record: the store, or the table's own files.

Invariants:

- The table's bytes are in the vault before anything speaks of them.
- Everything is checked before the first byte is written: what we write is read as files are read,
  and any trouble in it stops the import.
- Files are written whole and one by one; an import that was stopped goes on from there, and adds
  nothing twice.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import CLAIMS, PRIVATE, area_of
from khronika.casebook.level import loader_of
from khronika.casebook.merging import new_entries
from khronika.casebook.table.known import TABLE_CHANGED
from khronika.casebook.table.plan import RowPlan
from khronika.casebook.table.remembered import TABLES, Remembered
from khronika.casebook.tombstones import read_tombstones
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.gather import FileText, read_paths, yaml_paths
from khronika.casebook.yaml_form.load import Loader
from khronika.casebook.yaml_form.pages import Folders, write_ledger
from khronika.errors import KhronikaError, Problem
from khronika.ledger.ledger import Ledger, Recorded
from khronika.ledger.store import Appended
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.nature import nature
from khronika.schema.source import Holding, Source
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility, strictest


class TableFilesDamaged(KhronikaError):
    """A file of the table cannot be read or written; nothing was taken."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"Nothing was imported, because a file of the table is damaged. {problem}")


@dataclass(frozen=True, slots=True)
class Written:
    """How much was new, the files written, and claims that stand where only a person may write."""

    appended: Appended
    files: tuple[str, ...] = ()
    elsewhere: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The files of one table where files are the record, and what they hold."""

    folders: Folders
    names: tuple[str, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)


def table_files(casebook: Casebook, table: Remembered) -> TableFiles:
    """What stands in the table's own files; raises `TableFilesDamaged`."""
    folder = casebook.settings.folder
    roots = [f"{root}/{TABLES}/{table.name}" for root in (CLAIMS, PRIVATE)]
    folders = Folders(claims=roots[0], private=roots[1], sources=f"{roots[0]}/sources")
    if not casebook.standing:
        return TableFiles(folders)
    paths = [path for root in roots for path in yaml_paths(folder / root)]
    read = read_paths([(path, path.relative_to(folder).as_posix()) for path in paths])
    loaded = _loader(casebook).load(read.files)
    for problem in sorted((*read.problems, *loaded.problems)):
        raise TableFilesDamaged(problem)
    names = tuple(file.name for file in read.files)
    return TableFiles(folders, names, replace(loaded.ledger, tombstones=frozenset()))


def source_batch(
    ledger: Ledger, table: Remembered, source: SubjectId, *, sha256: str, recorded: Recorded
) -> Ledger:
    """The table's source and these bytes of it, as far as the ledger does not have them."""
    described = any(one.id == source for one in ledger.sources.values())
    held = any((one.source, one.sha256) == (source, sha256) for one in ledger.holdings.values())
    new = Source(source, table.title, lang=table.lang, level=table.level)
    arrived = Holding(source, sha256, recorded.at)
    sources = {} if described else {new.entry_id(): new}
    holdings = {} if held else {arrived.entry_id(): arrived}
    levels = dict.fromkeys([*sources, *holdings], table.visibility)
    rows = {one: frozenset({recorded}) for one in levels}
    return Ledger(sources=sources, holdings=holdings, visibility=levels, recorded=rows)


def claims_batch(plans: Iterable[RowPlan], table: Remembered, *, recorded: Recorded) -> Ledger:
    """The claims the rows add."""
    claims = {claim.id(): claim for plan in plans for claim in plan.add}
    return Ledger(
        claims=claims,
        visibility={one: _level(claim, table) for one, claim in claims.items()},
        recorded={one: frozenset({recorded}) for one in claims},
    )


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes in, what it takes the place of, and who brings it when."""

    batch: Ledger
    replaced: tuple[ClaimId, ...]
    recorded: Recorded


def record(casebook: Casebook, coming: Coming, *, files: TableFiles, dry_run: bool) -> Written:
    """Add what comes in, and put aside what it takes the place of."""
    if casebook.standing:
        return _record_in_files(casebook, coming, files=files, dry_run=dry_run)
    before = casebook.store.read()
    whole = coming.batch | _rejections(coming.replaced, before, coming.recorded)
    new = new_entries(before, whole)
    return Written(new if dry_run or not new.total else casebook.store.append(whole))


def _record_in_files(
    casebook: Casebook, coming: Coming, *, files: TableFiles, dry_run: bool
) -> Written:
    before = casebook.store.read()
    ours = {one for one in coming.replaced if one in files.ledger.claims}
    elsewhere = tuple(one for one in coming.replaced if one not in ours)
    bound = ours & _named(casebook, before)
    rest = _without(files.ledger, ours - bound)
    after = rest | coming.batch | _rejections(sorted(bound), before, coming.recorded)
    appended = new_entries(files.ledger, after)
    if not appended.total and not ours:
        return Written(appended, (), elsewhere)
    pages = write_ledger(after, house=casebook.settings.id, folders=files.folders)
    _check(casebook, pages, _without(before, files.ledger.claims))
    changed = [name for name, text in pages.items() if _text(casebook, name) != text]
    stale = [name for name in files.names if name not in pages]
    if not dry_run:
        _write(casebook, {name: pages[name] for name in changed}, stale)
    return Written(appended, tuple(sorted([*changed, *stale])), elsewhere)


def _write(casebook: Casebook, pages: Mapping[str, str], stale: Iterable[str]) -> None:
    folder = casebook.settings.folder
    for name in sorted(pages, key=_sources_first):
        write_text(folder / name, pages[name])
    for name in stale:
        (folder / name).unlink()
    casebook.level()


def _check(casebook: Casebook, pages: Mapping[str, str], beside: Ledger) -> None:
    """Raise unless what is about to be written reads back without a problem."""
    texts = [
        FileText(name, area_of(PurePosixPath(name)), text) for name, text in sorted(pages.items())
    ]
    for problem in _loader(casebook, beside=beside).load(texts).problems:
        raise TableFilesDamaged(problem)


def _loader(casebook: Casebook, *, beside: Ledger | None = None) -> Loader:
    ledger = casebook.store.read() if beside is None else beside
    tombstones = read_tombstones(casebook.settings.folder)
    return loader_of(casebook.settings, tombstones=tombstones, beside=ledger)


def _sources_first(name: str) -> tuple[bool, str]:
    return "/sources/" not in name, name


def _text(casebook: Casebook, name: str) -> str | None:
    path = casebook.settings.folder / name
    return path.read_bytes().decode("utf-8-sig") if path.exists() else None


def _named(casebook: Casebook, ledger: Ledger) -> frozenset[ClaimId]:
    """What decisions or texts name, and so cannot be taken out from under them."""
    decided = {name for one in ledger.decisions.values() for name in (*one.targets, *one.over)}
    told = {name for text in casebook.manuscripts() for name in text.based_on}
    return frozenset(map(ClaimId, decided | told))


def _rejections(claims: Iterable[ClaimId], ledger: Ledger, recorded: Recorded) -> Ledger:
    """A decision for each claim the table no longer says, as far to be seen as the claim is."""
    made = {one: _rejection(one, recorded) for one in claims}
    levels: dict[str, Visibility] = {
        decision.id(): ledger.visibility.get(one, Visibility.TEAM) for one, decision in made.items()
    }
    return Ledger(
        decisions={one.id(): one for one in made.values()},
        visibility=levels,
        recorded={one: frozenset({recorded}) for one in levels},
    )


def _rejection(claim: ClaimId, recorded: Recorded) -> Decision:
    return Decision(Verb.REJECT, (claim,), by=recorded.by, at=recorded.at, reason=TABLE_CHANGED)


def _level(claim: Claim, table: Remembered) -> Visibility:
    return strictest(table.visibility, nature(claim).least)


def _without(ledger: Ledger, claims: Collection[str]) -> Ledger:
    return replace(
        ledger,
        claims={one: row for one, row in ledger.claims.items() if one not in claims},
        visibility={one: row for one, row in ledger.visibility.items() if one not in claims},
        recorded={one: row for one, row in ledger.recorded.items() if one not in claims},
    )
