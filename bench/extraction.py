"""How much of what people labelled by hand is proposed, how much of it is right, and how fast.

    python bench/extraction.py [GOLD_DIR] [--corpus DIR] [--calibrate]

GOLD_DIR holds `gold.jsonl`, `traps.jsonl` and their scorer `score.py`; the texts they label are in
`--corpus` (`GOLD_DIR/../../corpus` unless given). Printed are the scorer's two tables, the traps
that were stepped into, what was gained and lost against the last commit on main, and how right the
confidences are, each document judged by the counts of the others. `--calibrate` writes those counts
into the program. Without GOLD_DIR only speed and memory are measured, beside peers on one text.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from extracting import calibrating, comparing, scoring, speed

HERE = Path(__file__).parent


def main() -> None:
    asked = arguments()
    if asked.rows:
        print(json.dumps(scoring.rows_of(asked.gold, asked.corpus), ensure_ascii=False))
        return
    if asked.gold:
        scored(asked)
    speed.measure(HERE)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument(
        "--rows", action="store_true", help="print the proposals as JSON; for comparing"
    )
    asked = parser.parse_args()
    asked.corpus = asked.corpus or (asked.gold and asked.gold.parent.parent / "corpus")
    return asked


def scored(asked: argparse.Namespace) -> None:
    rows = scoring.rows_of(asked.gold, asked.corpus)
    judged = scoring.judge(asked.gold, rows)
    judged.print_tables()
    print(f"\ntraps stepped into: {len(judged.traps)} of {judged.all_traps}")
    for trap in judged.traps:
        print(f"  {trap['doc']} {trap['start']}: {trap['why']}")
    before = rows_on_main(asked)
    if before is not None:
        comparing.print_difference(scoring.judge(asked.gold, before), judged)
    labelled = [*calibrating.labelled(judged), *calibrating.invented(asked.gold, HERE.parent)]
    calibrating.print_calibration(labelled)
    if asked.calibrate:
        calibrating.write(labelled, HERE.parent)


def rows_on_main(asked: argparse.Namespace) -> list[scoring.Row] | None:
    """What the last commit on main proposes for the same texts; None where there is none."""
    with comparing.checked_out(HERE.parent, "main") as source:
        if source is None:
            return None
        command = [sys.executable, str(HERE / "extraction.py"), str(asked.gold), "--rows"]
        command += ["--corpus", str(asked.corpus)]
        done = subprocess.run(
            command, env={"PYTHONPATH": str(source)}, capture_output=True, text=True, check=False
        )
    if done.returncode:
        print(f"main could not be run: {done.stderr.strip().splitlines()[-1:]}")
        return None
    rows: list[scoring.Row] = json.loads(done.stdout)
    return rows


if __name__ == "__main__":
    main()
