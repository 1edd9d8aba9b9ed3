"""Tests on Spark are collected where PySpark is there: it is no dependency of the project."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("pyspark") else ["test_spark_engine.py"]
