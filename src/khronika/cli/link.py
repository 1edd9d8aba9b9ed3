"""`khronika link`: who stands several times in archives of many records."""

import csv
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from khronika.identity.linkage.clusters import clusters_of
from khronika.identity.linkage.engines import ENGINES, engine_of
from khronika.identity.linkage.model import LINKED, settings
from khronika.identity.linkage.records import read_records


@click.command("link")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], help="What it runs on; duckdb."
)
@click.option(
    "--least", type=float, default=LINKED, metavar="P", help="The least probability that joins."
)
def command(files: tuple[Path, ...], engine: str, least: float) -> None:
    """Cluster the records of FILES by person: a CSV with rec_id, cluster on the standard output.

    A file is a CSV with surname, given, patronymic (or name), dob, region, article, arrest_year and
    an id. Of several files, which are taken as one archive, an id has its file's name before it.
    """
    records = list(read_records(files))
    with TemporaryDirectory(prefix="khronika-link-") as work:
        pairs = engine_of(engine, Path(work)).pairs(records, settings())
    clusters = clusters_of([one.unique_id for one in records], pairs, least=least)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(("rec_id", "cluster"))
    rows.writerows(clusters.items())
