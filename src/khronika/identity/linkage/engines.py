"""The engines by name, each asked for only when it is named."""

from pathlib import Path

from khronika.errors import KhronikaError
from khronika.identity.linkage.model import Engine

ENGINES = ("duckdb", "spark")


class NoEngine(KhronikaError):
    """What an engine needs is not installed."""

    def __init__(self, name: str, remedy: str) -> None:
        super().__init__(f"Linking on {name} needs what is not installed: {remedy}.")


def engine_of(name: str, work: Path) -> Engine:
    """The engine of this name; `work` is a folder it may fill. Raises `NoEngine`."""
    return _spark() if name == "spark" else _duckdb(work)


def _duckdb(work: Path) -> Engine:
    try:
        from khronika.identity.linkage.duckdb_engine import DuckDBEngine  # noqa: PLC0415 - an extra
    except ImportError as why:
        raise NoEngine("DuckDB", "the extra `link`: pip install 'khronika[link]'") from why
    return DuckDBEngine(work)


def _spark() -> Engine:
    try:
        from khronika.identity.linkage.spark_engine import SparkEngine  # noqa: PLC0415 - not ours
        from khronika.identity.linkage.spark_session import local_session  # noqa: PLC0415
    except ImportError as why:
        remedy = "Java 17, the extra `link` and the PySpark of requirements/spark.txt"
        raise NoEngine("Spark", remedy) from why
    return SparkEngine(local_session())
