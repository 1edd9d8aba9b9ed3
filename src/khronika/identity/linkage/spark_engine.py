"""The same model run by Splink on Spark, where one machine is outgrown.

PySpark is no dependency of this project: it is large and wants Java. `requirements/spark.txt` pins
the one it is tested with.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from splink import Linker

from khronika.identity.linkage.columns import Columns
from khronika.identity.linkage.model import COUNTED, LinkedPair, Settings

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True, slots=True)
class SparkEngine:
    """Runs where the session runs: in local mode on this machine, else on a cluster."""

    session: "SparkSession"

    def pairs(self, records: Sequence[Columns], settings: Settings) -> list[LinkedPair]:
        """Every pair at least `COUNTED` likely, the smaller id first, sorted."""
        from splink.backends.spark import SparkAPI  # noqa: PLC0415 - only where PySpark is there

        shape = ", ".join(f"{name} string" for name in Columns._fields)
        table = self.session.createDataFrame([tuple(one) for one in records], shape)
        # Splink's own functions for Spark come in a jar; the model needs none of them.
        api = SparkAPI(  # type: ignore[no-untyped-call]
            spark_session=self.session,
            break_lineage_method="persist",
            register_udfs_automatically=False,
        )
        linker = Linker(api.register(table), dict(settings), log_level=logging.ERROR)
        found = linker.inference.predict(threshold_match_probability=COUNTED)
        rows = self.session.sql(
            "SELECT unique_id_l, unique_id_r, match_probability "  # noqa: S608 - Splink's own name
            f"FROM {found.physical_name}"
        ).collect()
        return sorted(LinkedPair(min(a, b), max(a, b), round(p, 6)) for a, b, p in rows)
