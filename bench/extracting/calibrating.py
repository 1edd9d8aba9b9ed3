"""Counts how often each rule was right, and says how right the confidences made of it are.

A document is judged by the counts of the others. Of the one long book each of ten equal stretches
counts as a document, because beside it the others are short.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from extracting.scoring import Judged, read_lines, rows_of_text, scorer
from khronika.extraction.calibration import Calibration, confidence

STRETCHES = 10
LONG = 50_000  # characters; a longer text is judged in stretches
STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
DOCUMENTS = Path("tests") / "extraction" / "documents"
TABLE = Path("src") / "khronika" / "extraction" / "grammar" / "calibration.yaml"


@dataclass(frozen=True)
class Labelled:
    """One proposal with the verdict on it, and the document whose counts it may not use."""

    document: str
    rule: str
    kind: str
    is_right: bool


def labelled(judged: Judged) -> Iterator[Labelled]:
    ends = Counter[str]()
    for row in judged.rows:
        ends[row["doc"]] = max(ends[row["doc"]], row["end"])
    for number, row in enumerate(judged.rows):
        length = ends[row["doc"]]
        stretch = row["start"] * STRETCHES // (length + 1) if length > LONG else 0
        document = f"{row['doc']} {stretch}"
        yield Labelled(document, row["rule"], row["own_kind"], judged.right(number))


def invented(gold: Path, root: Path) -> Iterator[Labelled]:
    """The proposals of the invented documents, beside their labels."""
    score = scorer(gold)
    for path in sorted((root / DOCUMENTS).glob("*.txt")):
        labels = [
            {**row, "doc": path.name, "start": 0} for row in read_lines(path.with_suffix(".jsonl"))
        ]
        rows, strict, _ = score.score(
            labels, rows_of_text(path.name, path.read_bytes().decode()), max_dist=10**6
        )
        met = {number for _, number in strict}
        for number, row in enumerate(rows):
            yield Labelled(path.name, row["rule"], row["own_kind"], number in met)


def counted(rows: Sequence[Labelled]) -> Calibration:
    def pairs(key: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for row in rows:
            found.setdefault(getattr(row, key), [0, 0])[not row.is_right] += 1
        return dict(sorted(found.items()))

    right = sum(row.is_right for row in rows)
    return {"all": [right, len(rows) - right], "kinds": pairs("kind"), "rules": pairs("rule")}


def print_calibration(rows: Sequence[Labelled]) -> None:
    """The share that was right of the proposals of each confidence, each by others' counts."""
    told: list[tuple[float, bool]] = []
    for document in sorted({row.document for row in rows}):
        table = counted([row for row in rows if row.document != document])
        for row in rows:
            if row.document == document:
                rule = row.rule.removesuffix("+")
                group = row.rule.endswith("+")
                told.append((confidence(table, rule, kind=row.kind, is_group=group), row.is_right))
    print("\nconfidence, cross-validated by document: said, right, of how many")
    for low, high in pairwise(STEPS):
        some = [(said, right) for said, right in told if low <= said < high]
        if some:
            mean = sum(said for said, _ in some) / len(some)
            share = sum(right for _, right in some) / len(some)
            print(f"  {low:.1f}-{min(high, 1.0):.1f}: {mean:.2f} {share:.2f} {len(some)}")


def write(rows: Sequence[Labelled], root: Path) -> None:
    """Put the counts into the program."""
    table = counted(rows)
    documents = len({row.document.split(" ")[0] for row in rows})
    lines = [
        "# How often proposals were right on labelled documents: [right, wrong], by kind and rule",
        "# (with + where several people were meant). Written by bench/extraction.py --calibrate;",
        f"# {len(rows)} proposals in {documents} documents, {date.today().isoformat()}.",  # noqa: DTZ011
        f"all: {table['all']}",
        "kinds:",
        *(f"  {name}: {counts}" for name, counts in table["kinds"].items()),
        "rules:",
        *(f'  "{name}": {counts}' for name, counts in table["rules"].items()),
    ]
    (root / TABLE).write_text("\n".join(lines) + "\n", encoding="utf-8")
