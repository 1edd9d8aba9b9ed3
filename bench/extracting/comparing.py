"""What a change gained and lost: the same texts read by another commit."""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extracting.scoring import Judged, Row

SHOWN = 40  # gains and losses of each sort that are printed


@contextmanager
def checked_out(root: Path, branch: str) -> Iterator[Path | None]:
    """The source of a branch's last commit in a folder of its own; None where git has none."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "source.tar"
        command = ["git", "-C", str(root), "archive", "--output", str(archive), branch, "src"]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            yield None
            return
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        yield Path(folder) / "src"


def print_difference(before: Judged, after: Judged) -> None:
    """The gold facts and the wrong rows that came and went."""
    old, new = found(before), found(after)
    bad_before, bad_after = wrong(before), wrong(after)
    for title, some in (
        ("found now", new - old),
        ("lost now", old - new),
        ("wrong no longer", bad_before - bad_after),
        ("wrong now", bad_after - bad_before),
    ):
        print(f"\nagainst main, {title}: {len(some)}")
        for line in sorted(some)[:SHOWN]:
            print(f"  {line}")


def found(judged: Judged) -> set[str]:
    return {shown(judged.gold[number]) for number in judged.strict}


def wrong(judged: Judged) -> set[str]:
    return {shown(row) for number, row in enumerate(judged.rows) if not judged.right(number)}


def shown(row: Row) -> str:
    fields = ", ".join(f"{name} {value}" for name, value in sorted(row["fields"].items()))
    return f"{row['doc']} {row['start']} {row['person']} {row['kind']}: {fields}"
