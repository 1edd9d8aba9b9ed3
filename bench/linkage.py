"""Linking records of people: how right, how fast, in how much memory.

    python bench/linkage.py [DATA] [--million]

DATA holds `linkage_50k.csv` and `linkage_50k_truth.csv`. With `--million` a million invented
records are linked as well (some minutes). Aims: F1 of pairs of records >= 0.94 in <= 20 s; a
million within 8 GB in minutes with F1 >= 0.88.
"""

import csv
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from invented.records import write_records

from khronika.identity.linkage.clusters import clusters_of
from khronika.identity.linkage.engines import engine_of
from khronika.identity.linkage.model import settings
from khronika.identity.linkage.records import read_records

MILLION = 1_000_000


def main() -> None:
    """Print what was found."""
    given = [one for one in sys.argv[1:] if not one.startswith("--")]
    data = Path(*given[:1])
    if (data / "linkage_50k.csv").exists():
        report("50,000 records", data / "linkage_50k.csv", data / "linkage_50k_truth.csv")
    else:
        print("linkage: name the folder of the labelled records")
    if "--million" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            records, truth = Path(folder) / "records.csv", Path(folder) / "truth.csv"
            write_records(records, truth, MILLION)
            report("1,000,000 invented records", records, truth)


def report(title: str, records: Path, truth: Path) -> None:
    """Link the records and print how right and how fast."""
    begun, worked = time.perf_counter(), time.process_time()
    read = list(read_records([records]))
    with tempfile.TemporaryDirectory() as work:
        pairs = engine_of("duckdb", Path(work)).pairs(read, settings())
    clusters = clusters_of([one.unique_id for one in read], pairs)
    wall, cpu = time.perf_counter() - begun, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with truth.open(encoding="utf-8", newline="") as lines:
        people = {row["rec_id"]: row["person"] for row in csv.DictReader(lines)}
    precision, recall, f1 = pairwise(people, clusters)
    print(f"linkage: {title}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    print(f"  {wall:.1f} s ({cpu:.1f} s of processor), {peak:,.0f} MB at most")


def pairwise(people: Mapping[str, str], clusters: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all pairs of records."""
    true, found = (_pairs(Counter(one.values())) for one in (people, clusters))
    right = _pairs(Counter((people[one], clusters[one]) for one in people))
    precision, recall = right / max(found, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _pairs(counted: Counter[object]) -> int:
    return sum(count * (count - 1) // 2 for count in counted.values())


if __name__ == "__main__":
    main()
