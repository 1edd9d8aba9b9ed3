"""Looks at a publication before it is made: what would go out if some decisions were taken too.

Invariants:

- Nothing is recorded and no file of the publication is touched: what is supposed lives in memory.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from khronika.casebook.casebook import Casebook
from khronika.casebook.publishing import Proposal, Request, publish
from khronika.ledger.ledger import Ledger
from khronika.ledger.memory import MemoryStore


class _Seen(Exception):
    """What was to be looked at was seen; raised to stop before anything is rendered."""


def supposing(casebook: Casebook, also: Ledger) -> Casebook:
    """The casebook as if this had been recorded too; whatever it is told is forgotten."""
    return replace(casebook, store=MemoryStore(casebook.ledger() | also))


def propose(casebook: Casebook, request: Request, *, today: date) -> Proposal:
    """What would go out today; raises what `publish` raises before it renders."""
    seen: list[Proposal] = []

    def look(proposal: Proposal) -> None:
        seen.append(proposal)
        raise _Seen

    with suppress(_Seen):
        publish(casebook, request, today=today, agree=look)
    return seen[0]
