"""How many rows each table holds and what their hashes sum to, so that a missing row is seen.

The sum is taken modulo 2^256, so it follows every change without reading the table again; a row
taken out, put in or swapped from outside makes it wrong.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from khronika.ledger.tables import HASHED, META

TALLY = "tally"
_MODULUS = 2**256


@dataclass(slots=True)
class Tally:
    """The count and sum of each table by its name; counted up and down as rows come and go."""

    counts: dict[str, int] = field(default_factory=lambda: {table.name: 0 for table in HASHED})
    sums: dict[str, int] = field(default_factory=lambda: {table.name: 0 for table in HASHED})

    def add(self, table: str, row_hashes: Iterable[str]) -> None:
        """These rows came."""
        hashes = list(row_hashes)
        self.counts[table] += len(hashes)
        self.sums[table] = (self.sums[table] + _sum(hashes)) % _MODULUS

    def take(self, table: str, row_hashes: Iterable[str]) -> None:
        """These rows went."""
        hashes = list(row_hashes)
        self.counts[table] -= len(hashes)
        self.sums[table] = (self.sums[table] - _sum(hashes)) % _MODULUS


def read_tally(connection: Connection) -> Tally | None:
    """What was counted last; None when that is lost or damaged.

    A table the tally does not know came with a later version and was empty then.
    """
    kept = connection.scalar(select(META.c.text).where(META.c.name == TALLY))
    try:
        read = json.loads(kept or "")
        known = {table.name: read.get(table.name, [0, "0"]) for table in HASHED}
        return Tally(
            {name: int(count) for name, (count, _) in known.items()},
            {name: int(total, 16) for name, (_, total) in known.items()},
        )
    except (ValueError, TypeError, AttributeError):
        return None


def write_tally(connection: Connection, tally: Tally) -> None:
    """Keep the tally in the transaction that changed the rows."""
    parts = {name: [count, f"{tally.sums[name]:064x}"] for name, count in tally.counts.items()}
    connection.execute(delete(META).where(META.c.name == TALLY))
    connection.execute(insert(META), {"name": TALLY, "text": json.dumps(parts, sort_keys=True)})


def _sum(row_hashes: Iterable[str]) -> int:
    return sum(int(one, 16) for one in row_hashes)
