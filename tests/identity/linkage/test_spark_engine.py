"""The same job on Spark; collected where PySpark is installed (`make test-spark`)."""

from pathlib import Path

import pytest

from identity.linkage.records import lay_out
from khronika.identity.linkage.engines import engine_of
from khronika.identity.linkage.model import settings
from khronika.identity.linkage.records import read_records


@pytest.mark.spark
def test_spark_gives_the_same_pairs_with_the_same_scores(tmp_path: Path) -> None:
    records = list(read_records([lay_out(tmp_path)]))
    on_spark = engine_of("spark", tmp_path).pairs(records, settings())
    assert on_spark == engine_of("duckdb", tmp_path).pairs(records, settings())
    assert len(on_spark) >= 4
