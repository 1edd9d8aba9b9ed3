"""Names compared and looked up: how right and how fast, with peers beside it on the same files.

    python bench/identity.py DATA

DATA holds `pairs.csv`, `names_100k.csv` and `queries.csv`. Peers run in `.venv-peers` (`make
peers`). Aims: F1 >= 0.96 and precision >= 0.98 at the threshold shipped; 100,000 pairs a second on
prepared names, 20,000 cold; recall@1 >= 0.90, @10 >= 0.97, 500 names a second, index < 10 s and
< 300 MB. Times are of the processor, one core.
"""

import csv
import resource
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from khronika.identity import THRESHOLD
from khronika.identity.batch import Names, compare_many, compare_numbered
from khronika.identity.candidates import candidates
from khronika.identity.search import NameIndex
from khronika.values.name import transliterate

SAMPLE = 20  # every so many a name is asked of the slow peer
PEERS = Path(".venv-peers/bin/python")
Row = Mapping[str, str]


def main() -> None:
    """Print ours, then the peers'."""
    data = Path(*sys.argv[1:2])
    if not (data / "pairs.csv").exists():
        print("identity: name the folder of the labelled pairs")
        return
    candidates("warm", {"the tables": ["up"]})
    pairs(read(data / "pairs.csv"))
    listed, queries = read(data / "names_100k.csv"), read(data / "queries.csv")
    search(listed, queries)
    trigrams(listed, queries[::SAMPLE])
    if PEERS.exists():
        subprocess.run([PEERS, "bench/peers/names.py", data], check=True)
    else:
        print("peers: not installed; run make peers")


def read(path: Path) -> list[Row]:
    """The rows of a CSV."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def pairs(rows: Sequence[Row]) -> None:
    """How right at the threshold shipped, by category, and how many pairs a second."""
    ours, theirs = ([row[name] for row in rows] for name in ("name1", "name2"))
    begun = time.process_time()
    scores = compare_many(ours, theirs)
    cold = len(rows) / (time.process_time() - begun)
    names = Names()
    left, right = names.add(ours), names.add(theirs)
    names.words()
    begun = time.process_time()
    compare_numbered(names, left, right)
    prepared = len(rows) / (time.process_time() - begun)
    said = [score >= THRESHOLD for score in scores]
    precision, recall, f1 = rated(rows, said)
    print(
        f"pairs: threshold {THRESHOLD}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}"
    )
    print(f"  {prepared:,.0f} pairs/s on prepared names, {cold:,.0f} cold")
    by_category: dict[str, list[bool]] = defaultdict(list)
    for row, yes in zip(rows, said, strict=True):
        by_category[row["category"]].append(yes == (row["label"] == "1"))
    for category, right_ones in sorted(by_category.items()):
        print(f"  {category:20} {sum(right_ones) / len(right_ones):.3f}  n={len(right_ones)}")


def rated(rows: Sequence[Row], said: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of what was said."""
    true = [row["label"] == "1" for row in rows]
    right = sum(yes and is_so for yes, is_so in zip(said, true, strict=True))
    precision, recall = right / max(sum(said), 1), right / max(sum(true), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def search(listed: Sequence[Row], queries: Sequence[Row]) -> None:
    """How often the right one comes first, or among ten; how fast, in how much memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    index = NameIndex([row["name"] for row in listed])
    built = time.process_time() - begun
    begun = time.process_time()
    answers = list(index.find_many([row["query"] for row in queries]))
    rate = len(queries) / (time.process_time() - begun)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    first = among = 0
    for row, answer in zip(queries, answers, strict=True):
        ids = [listed[one.place]["id"] for one in answer]
        first += ids[:1] == [row["id"]]
        among += row["id"] in ids
    print(f"search: recall@1 {first / len(queries):.4f} recall@10 {among / len(queries):.4f}")
    print(f"  {rate:,.0f} names/s; index of {len(listed):,} in {built:.1f} s, {grown:,.0f} MB more")


def trigrams(listed: Sequence[Row], queries: Sequence[Row]) -> None:
    """The same search by SQLite's index of three letters, over names in English letters."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    rows = (
        (place, transliterate(row["name"], "en").lower()) for place, row in enumerate(listed, 1)
    )
    base.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", rows)
    begun = time.process_time()
    first = among = 0
    for row in queries:
        said = transliterate(row["query"], "en").lower().replace('"', "")
        wanted = " OR ".join(sorted({f'"{said[at : at + 3]}"' for at in range(len(said) - 2)}))
        found = base.execute(
            "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 10", (wanted,)
        )
        ids = [listed[place - 1]["id"] for (place,) in found]
        first += ids[:1] == [row["id"]]
        among += row["id"] in ids
    rate = len(queries) / (time.process_time() - begun)
    right = f"recall@1 {first / len(queries):.4f} recall@10 {among / len(queries):.4f}"
    print(f"peer FTS5 trigram (of {len(queries)} names): {right}; {rate:,.0f} names/s")


if __name__ == "__main__":
    main()
