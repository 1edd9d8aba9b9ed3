"""Runs extraction on labelled texts and asks the labels' own scorer what was right."""

import importlib.util
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khronika.extraction.eval_form import rows
from khronika.extraction.proposal import Context
from khronika.extraction.propose import propose

Row = dict[str, Any]


def rows_of(gold: Path, corpus: Path) -> list[Row]:
    """The rows proposed for every text the gold labels, each with its rule beside it."""
    found: list[Row] = []
    for doc in sorted({str(row["doc"]) for row in read_lines(gold / "gold.jsonl")}):
        found.extend(rows_of_text(doc, (corpus / doc).read_bytes().decode("utf-8")))
    return found


def rows_of_text(doc: str, text: str) -> list[Row]:
    """The rows of one text; none is told twice, as `khronika propose` prints them."""
    proposals = propose(text, Context())
    kept = {json.dumps(row, sort_keys=True) for row in rows(doc, proposals)}
    found: list[Row] = []
    for one in proposals:
        for row in rows(doc, [one]):
            if json.dumps(row, sort_keys=True) in kept:
                is_group = "+" if one.scope == "group" else ""
                found.append({**row, "rule": f"{one.rule}{is_group}", "own_kind": one.kind})
    return found


def read_lines(path: Path) -> list[Row]:
    return [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def scorer(gold: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Judged:
    """Rows beside the gold: what met what, and the traps that were stepped into."""

    score: Any
    gold: Sequence[Row]
    rows: Sequence[Row]
    strict: Mapping[int, int]
    lenient: Mapping[int, int]
    traps: Sequence[Row]
    all_traps: int

    def print_tables(self) -> None:
        """The scorer's own tables, with people and without."""
        for pairs, title in (
            (self.strict, "kind (strict)"),
            (self.lenient, "kind (person ignored)"),
        ):
            key: Callable[[Row], str] = lambda row: row["kind"]  # noqa: E731
            tallied = self.score.tally(self.gold, self.rows, list(pairs.items()), key)
            self.score.table(tallied, title)
            print()

    def right(self, number: int) -> bool:
        """Whether the row of this number met a gold fact, required or optional."""
        return number in self.strict.values()


def judge(gold: Path, rows: Sequence[Row]) -> Judged:
    score = scorer(gold)
    labels = score.load(str(gold / "gold.jsonl"))
    traps = read_lines(gold / "traps.jsonl")
    rows, strict, lenient = score.score(labels, list(rows))
    met = {number for _, number in strict}
    wrong = [row for number, row in enumerate(rows) if number not in met]
    stepped = [trap for trap in traps if any(steps_into(row, trap) for row in wrong)]
    return Judged(score, labels, rows, dict(strict), dict(lenient), stepped, len(traps))


def steps_into(row: Row, trap: Row) -> bool:
    """Whether a wrong row rests on the words of a trap and is of the kind it warns of."""
    same_kind = trap.get("not_kind") in (None, row["kind"])
    overlap = row["start"] < trap["end"] and trap["start"] < row["end"]
    return bool(row["doc"] == trap["doc"] and same_kind and overlap)
