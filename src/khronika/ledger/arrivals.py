"""Which entries came last, so that whoever holds the ledger in memory reads those and no others.

Invariants:

- It is derived and holds the last arrivals alone: nothing counts it, and nothing is lost with it.
- Whatever takes an entry out, or buries one, begins it anew: no destroyed id stays in it, and
  nobody reads on from before.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from khronika.ledger.tables import ARRIVAL, META
from khronika.ledger.tally import TALLY

KEPT = 5_000  # entries; who has missed more reads the whole about as fast
_ERA = "arrivals"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the arrivals: their era, the last number, and a digest of what the rows sum to."""

    era: int
    number: int
    tally: str

    def __str__(self) -> str:
        """As it is handed out."""
        return f"{self.era}.{self.number}.{self.tally}"

    @classmethod
    def parse(cls, text: str) -> "Mark | None":
        """The mark handed out as this text; None for no mark."""
        match text.split("."):
            case [era, number, tally] if era.isdigit() and number.isdigit():
                return cls(int(era), int(number), tally)
            case _:
                return None


def mark_of(connection: Connection) -> Mark:
    """The place after everything that is there."""
    named = select(META.c.name, META.c.text).where(META.c.name.in_((_ERA, TALLY)))
    kept = {row.name: row.text for row in connection.execute(named)}
    number = connection.scalar(select(func.max(ARRIVAL.c.number)))
    tally = hashlib.sha256(kept.get(TALLY, "").encode("utf-8")).hexdigest()
    return Mark(int(kept.get(_ERA, "0")), number or 0, tally[:16])


def arrived_after(connection: Connection, mark: Mark, *, now: Mark) -> frozenset[str] | None:
    """The entries that came, or to which something was added; None where that is not known."""
    if mark == now:
        return frozenset()
    first = connection.scalar(select(func.min(ARRIVAL.c.number))) or 0
    if mark.era != now.era or not first - 1 <= mark.number < now.number:
        return None
    later = select(ARRIVAL.c.entry).where(ARRIVAL.c.number > mark.number)
    return frozenset(connection.scalars(later))


def note_arrivals(connection: Connection, entries: Collection[str]) -> None:
    """Put these entries after those that came before; the oldest are forgotten."""
    if len(entries) > KEPT:
        begin_anew(connection)
    elif entries:
        last = connection.scalar(select(func.max(ARRIVAL.c.number))) or 0
        rows = [
            {"number": number, "entry": entry} for number, entry in enumerate(entries, last + 1)
        ]
        connection.execute(insert(ARRIVAL), rows)
        connection.execute(delete(ARRIVAL).where(ARRIVAL.c.number <= last + len(rows) - KEPT))


def begin_anew(connection: Connection) -> None:
    """Forget every arrival: whoever holds the ledger has to read the whole."""
    era = int(connection.scalar(select(META.c.text).where(META.c.name == _ERA)) or "0")
    connection.execute(delete(ARRIVAL))
    connection.execute(delete(META).where(META.c.name == _ERA))
    connection.execute(insert(META), {"name": _ERA, "text": str(era + 1)})
