"""Learns the weights of the linkage model from labelled records, and writes them into the model.

    python bench/fitting/linkage.py DATA [--half]

DATA holds `linkage_50k.csv` and `linkage_50k_truth.csv`. With `--half` the people of one half teach
and nothing is written: link the other half with what is printed to see that it holds for others.
"""

import csv
import json
import logging
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from zlib import crc32

import duckdb
import pyarrow
from splink import Linker
from splink.backends.duckdb import DuckDBAPI

from khronika.identity.linkage.columns import Columns
from khronika.identity.linkage.model import settings
from khronika.identity.linkage.records import read_records

MODEL = Path("src/khronika/identity/linkage/model.json")
NEVER_SEEN = 0.01  # of a level no labelled pair was on: people do move, and are charged anew
LEAST_M, LEAST_U = 0.005, 1e-6  # nothing is impossible
PAIRS = 3_000_000


def main() -> None:
    """Learn, and write or print."""
    data, half = Path(sys.argv[1]), "--half" in sys.argv
    with (data / "linkage_50k_truth.csv").open(encoding="utf-8", newline="") as lines:
        people = {row["rec_id"]: row["person"] for row in csv.DictReader(lines)}
    records = [
        one
        for one in read_records([data / "linkage_50k.csv"])
        if not half or crc32(people[one.unique_id].encode()) % 2
    ]
    model = learnt(records, people)
    text = json.dumps(model, ensure_ascii=False, indent=1) + "\n"
    if half:
        print(text)
    else:
        MODEL.write_text(text, encoding="utf-8")


def learnt(records: list[Columns], people: dict[str, str]) -> dict[str, Any]:
    """The model with the weights these records teach."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = duckdb.connect()
    columns = dict(zip(Columns._fields, map(list, zip(*records, strict=True)), strict=True))
    columns["person"] = [people[one.unique_id] for one in records]
    connection.register("arrived", pyarrow.table(columns))
    connection.execute("CREATE TABLE records AS SELECT * FROM arrived")
    table = DuckDBAPI(connection=connection).register("records")
    asked = {**settings(), "additional_columns_to_retain": ["person"]}
    linker = Linker(table, asked, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=1)
    linker.training.estimate_m_from_label_column("person")
    taught = linker.misc.save_model_to_json()
    model: dict[str, Any] = dict(settings())
    for comparison, told in zip(model["comparisons"], taught["comparisons"], strict=True):
        for level, said in zip(
            comparison["comparison_levels"], told["comparison_levels"], strict=True
        ):
            if not level.get("is_null_level"):
                level["m_probability"] = max(said.get("m_probability", NEVER_SEEN), LEAST_M)
                level["u_probability"] = max(said.get("u_probability", NEVER_SEEN), LEAST_U)
    model["probability_two_random_records_match"] = _chance(columns["person"])
    return model


def _chance(people: list[str]) -> float:
    """How likely two records taken at random are one person's."""
    same = sum(count * (count - 1) for count in Counter(people).values())
    return same / (len(people) * (len(people) - 1))


if __name__ == "__main__":
    main()
