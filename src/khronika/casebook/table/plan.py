"""What importing a table would do, worked out in full before anything is written.

Invariants:

- Pure: the same table, record and day give the same plan, and nothing is written here.
- The id of a claim depends on the cell and on the table's secret: the same cell is the same claim.
"""

import hmac
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from khronika.casebook.table.cell_said import Reading, Trouble
from khronika.casebook.table.change import Known, change, is_same, times_put_aside
from khronika.casebook.table.people import Placed, section_of
from khronika.casebook.table.remembered import Remembered
from khronika.casebook.table.report import Outcome, RowReport, cell_problem
from khronika.casebook.table.sheet import Cell, Row, Sheet
from khronika.casebook.table.slot import Slot, SlotSaid, Statement, read_slot, slots_of
from khronika.errors import Problem
from khronika.ledger.ledger import Tombstone
from khronika.ledger.tombstone import buried_in
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility, strictest

Shown = Callable[[SubjectId], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What one row adds and puts aside, what it reports, and its cells that could not be read."""

    report: RowReport
    add: tuple[Claim, ...] = ()
    replaced: tuple[ClaimId, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs beside the rows.

    `known` is what this table said before, by person; `shown` what we would write into a row;
    `keeps_sealed` whether sealed claims have a place to stand.
    """

    table: Remembered
    source: SubjectId
    place: str
    reading: Reading
    known: Mapping[SubjectId, Sequence[Known]]
    shown: Shown
    tombstones: frozenset[Tombstone]
    keeps_sealed: bool
    drop_emptied: bool = False

    def rows(self, sheet: Sheet, placed: Iterable[Placed]) -> tuple[RowPlan, ...]:
        """The plan of each row."""
        slots = [
            slot
            for slot in slots_of(self.table.columns, list(self.table.columns))
            if slot.headings <= set(sheet.headings)
        ]
        moved = self._moved(placed_ := tuple(placed))
        return tuple(self._row(one, slots, moved.get(one.key, ())) for one in placed_)

    def _moved(self, placed: Iterable[Placed]) -> Mapping[str, tuple[Known, ...]]:
        """Live claims of rows that are somebody else now, by the row's key."""
        owner = {section_of(one.key, self.table.sheet): one for one in placed if one.person}
        moved: dict[str, list[Known]] = defaultdict(list)
        for person, all_ in self.known.items():
            for one in all_:
                row = owner.get(one.claim.passage.section)
                if one.live and row and row.person != person:
                    moved[row.key].append(one)
        return {key: tuple(all_) for key, all_ in moved.items()}

    def _row(self, placed: Placed, slots: Sequence[Slot], moved: Sequence[Known]) -> RowPlan:
        if placed.trouble or not placed.person:
            waits = placed.trouble == "looks-like"
            outcome = Outcome.WAITING if waits else Outcome.REFUSED
            report = RowReport(placed.row.number, placed.key, outcome)
            return RowPlan(replace(report, looks_like=placed.looks_like))
        plan = _Gathered(self, placed.row, placed.key, placed.person)
        shown = self.shown(placed.person) if not placed.is_new else {}
        for slot in slots:
            plan.take(slot, shown)
        plan.replaced += [one.id for one in moved]
        return plan.done(is_new=placed.is_new)

    def claim(self, statement: Statement, person: SubjectId, key: str, *, nth: int) -> Claim:
        """The statement as a claim; one that is not public has a nonce nobody can guess."""
        section = section_of(key, self.table.sheet)
        bare = Claim(
            subject=person,
            kind=statement.kind,
            fields=statement.fields,
            passage=Passage(self.source, section=section, page=statement.page),
            lang=self.table.lang,
        )
        level = strictest(self.table.visibility, nature(bare).least)
        if level is Visibility.PUBLIC and not nth:
            return bare
        message = canonical_json([bare.body(), nth]).encode("utf-8")
        made = hmac.new(bytes.fromhex(self.table.secret), message, sha256)
        return replace(bare, nonce=made.hexdigest()[:32])


class _Gathered:
    """One row's plan while its cells are read."""

    def __init__(self, planner: Planner, row: Row, key: str, person: SubjectId) -> None:
        self.planner, self.row, self.key, self.person = planner, row, key, person
        self.add: list[Claim] = []
        self.replaced: list[ClaimId] = []
        self.emptied: set[ClaimId] = set()
        self.problems: list[Problem] = []

    def take(self, slot: Slot, shown: Mapping[str, str]) -> None:
        """Add what the columns of this slot change."""
        if self._is_as_shown(slot, shown):
            return
        said = read_slot(slot, self.row.cells, self.planner.reading)
        if shown and is_same(said, self._said_by_us(slot, shown)):
            return
        for heading, trouble in said.troubles:
            self._report(heading, trouble)
        self._change(said)

    def done(self, *, is_new: bool) -> RowPlan:
        """The whole plan of the row."""
        touched = bool(self.add or self.replaced)
        outcome = Outcome.CHANGED if touched else Outcome.UNCHANGED
        report = RowReport(
            number=self.row.number,
            key=self.key,
            outcome=Outcome.NEW if is_new else outcome,
            person=self.person,
            added=len(self.add),
            replaced=len(self.replaced),
            emptied=len(self.emptied),
        )
        return RowPlan(report, tuple(self.add), tuple(self.replaced), tuple(self.problems))

    def _change(self, said: SlotSaid) -> None:
        planner = self.planner
        known, lang = planner.known.get(self.person, ()), planner.table.lang
        found = change(said, known, lang=lang, drop_emptied=planner.drop_emptied)
        for statement in found.add:
            nth = times_put_aside(statement, known, lang=lang)
            claim = planner.claim(statement, self.person, self.key, nth=nth)
            if self._may_stand(claim, statement):
                self.add.append(claim)
        self.replaced += found.replaced
        self.emptied |= set(found.emptied)

    def _may_stand(self, claim: Claim, statement: Statement) -> bool:
        heading = statement.page
        if buried_in((claim.id(),), self.planner.tombstones):
            message = "This was redacted, and does not come back."
            remedy = "Empty the cell in the table too."
            self._report(heading, Trouble("redacted", message, remedy))
            return False
        if not self.planner.keeps_sealed and nature(claim).least is Visibility.SEALED:
            message = "This is sealed by its kind, and the store does not encrypt; not recorded."
            self._report(heading, Trouble("sealed", message, "Keep it where it is."))
            return False
        return True

    def _is_as_shown(self, slot: Slot, shown: Mapping[str, str]) -> bool:
        """Whether the cells hold, letter by letter, what we would write there."""
        texts = {one: _text(self.row.cells.get(one)) for one in slot.headings}
        return any(texts.values()) and all(texts[one] == shown.get(one, "") for one in texts)

    def _said_by_us(self, slot: Slot, shown: Mapping[str, str]) -> SlotSaid:
        cells = {one: Cell(shown[one]) for one in slot.headings if shown.get(one)}
        return read_slot(slot, cells, self.planner.reading)

    def _report(self, heading: str, trouble: Trouble) -> None:
        number = self.row.number
        self.problems.append(cell_problem(self.planner.place, number, heading, trouble))


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""
