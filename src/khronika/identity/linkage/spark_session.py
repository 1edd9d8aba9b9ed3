"""A Spark session: the one that `spark-submit` made, else one on this machine alone."""

from pyspark.sql import SparkSession


def local_session() -> SparkSession:
    """The session at hand; a new one runs on this machine and listens to nobody else."""
    session: SparkSession = (
        SparkSession.builder.appName("khronika link")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session
