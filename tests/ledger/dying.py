"""A program that appends a large batch and may be killed at any moment of it.

python dying.py URL INSERTS      kills itself at that insert; 0 leaves it to others
"""

import os
import signal
import sys

from builders import a_claim, a_ledger, person
from khronika.ledger.ledger import Ledger
from khronika.ledger.sql import SqlStore
from khronika.ledger.sql_rows import SqlRows

LARGE = 2_000


def a_large_batch() -> Ledger:
    return a_ledger(
        [a_claim(subject=person(f"p{n}"), date="2022", quote="x" * 200) for n in range(LARGE)]
    )


def die_at(insert: int) -> None:
    """Kill this program when it comes to its insert of this number."""
    real, done = SqlRows._insert, iter(range(1, 100))

    def dying(self: SqlRows, *args: object) -> None:
        real(self, *args)  # type: ignore[arg-type]
        if next(done) == insert:
            os.kill(os.getpid(), signal.SIGKILL)

    SqlRows._insert = dying  # type: ignore[method-assign]


if __name__ == "__main__":
    store = SqlStore(sys.argv[1])
    batch = a_large_batch()
    die_at(int(sys.argv[2]))
    sys.stdout.write("appending\n")
    sys.stdout.flush()
    store.append(batch)
    sys.stdout.write("appended\n")
