"""Whether the threshold shipped was fitted to the people it was looked at with.

    python bench/fitting/threshold.py DATA

DATA holds `pairs.csv`. Its people fall into two halves by a hash of their ids; pairs across are
left out. The best threshold of each half is tried on the other, beside the one shipped. Nothing is
written.
"""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from khronika.identity import THRESHOLD
from khronika.identity.batch import compare_many

Scored = tuple[float, bool]  # and whether it is one person


def main() -> None:
    """Print what each half chooses, and what that is worth to the other."""
    halves, across = halved(Path(sys.argv[1]) / "pairs.csv")
    print(f"{len(halves[0]):,} and {len(halves[1]):,} pairs, {across:,} across left out")
    for ours, theirs in (halves, halves[::-1]):
        chosen = max(sorted({score for score, _ in ours}), key=lambda one: f1(ours, one))
        there, shipped = f1(theirs, chosen), f1(theirs, THRESHOLD)
        print(f"chosen {chosen}: F1 {f1(ours, chosen):.4f} where it was chosen, {there:.4f} on the")
        print(f"  other half; the one shipped, {THRESHOLD}: {shipped:.4f} there")


def halved(path: Path) -> tuple[tuple[list[Scored], list[Scored]], int]:
    """The scores of the pairs of each half, and how many pairs are of both."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    scores = compare_many([row["name1"] for row in rows], [row["name2"] for row in rows])
    halves: tuple[list[Scored], list[Scored]] = ([], [])
    for row, score in zip(rows, scores, strict=True):
        half, other = half_of(row["person1"]), half_of(row["person2"])
        if half == other:
            halves[half].append((float(score), row["label"] == "1"))
    return halves, len(rows) - len(halves[0]) - len(halves[1])


def half_of(person: str) -> int:
    """The half a person falls into; somebody invented beside them (~x) falls into the same."""
    return crc32(person.partition("~")[0].encode()) % 2


def f1(pairs: Sequence[Scored], threshold: float) -> float:
    """F1 of taking for one person what scores the threshold or more."""
    said = [is_one for score, is_one in pairs if score >= threshold]
    return 2 * sum(said) / max(len(said) + sum(is_one for _, is_one in pairs), 1)


if __name__ == "__main__":
    main()
