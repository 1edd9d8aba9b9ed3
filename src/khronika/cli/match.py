"""`khronika match`: how likely the two names of each pair are one person's."""

import csv
import io
from pathlib import Path

import click

from khronika.cli.output import print_lines
from khronika.identity import THRESHOLD
from khronika.identity.pair_file import scored_pairs


@click.command("match")
@click.argument(
    "pairs", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False
)
@click.option(
    "--threshold", is_flag=True, help="Print the score from which two names are taken for one."
)
def command(pairs: Path | None, threshold: bool) -> None:
    """Score the pairs of names in PAIRS, a CSV with the columns pair_id, name1, name2."""
    if threshold:
        click.echo(THRESHOLD)
        return
    if pairs is None:
        raise click.UsageError("Name a file of pairs, or ask for --threshold.")
    with pairs.open(encoding="utf-8-sig", newline="") as lines:
        click.echo("pair_id,score")
        print_lines(_row(pair, score) for pair, score in scored_pairs(lines, str(pairs)))


def _row(pair: str, score: float) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow((pair, f"{score:.4f}"))
    return row.getvalue()
