"""Keeps what is sealed out of a store that does not encrypt: it stays in its file alone."""

from collections.abc import Mapping
from typing import TypeVar

from khronika.ledger.ledger import Ledger
from khronika.schema.nature import nature
from khronika.schema.visibility import Visibility

_Id = TypeVar("_Id", bound=str)
_Entry = TypeVar("_Entry")


def sealed_in(ledger: Ledger) -> frozenset[str]:
    """The entries that are sealed by their level or by what they hold, and decisions on them."""
    levels = {one for one, level in ledger.visibility.items() if level is Visibility.SEALED}
    claims = {one for one, row in ledger.claims.items() if nature(row).least is Visibility.SEALED}
    sealed = levels | claims
    about = {one for one, row in ledger.decisions.items() if sealed & {*row.targets, *row.over}}
    return frozenset(sealed | about)


def without(ledger: Ledger, left_out: frozenset[str]) -> Ledger:
    """The ledger without these entries and the rows beside them.

    Claims that stand in a source left out go with it.
    """
    sources = _rest(ledger.sources, left_out)
    kept = {one.id for one in sources.values()}
    undescribed = {one.id for one in ledger.sources.values()} - kept
    claims = {
        one: row
        for one, row in _rest(ledger.claims, left_out).items()
        if row.passage.source not in undescribed
    }
    gone = left_out | (ledger.claims.keys() - claims.keys())
    return Ledger(
        sources=sources,
        holdings=_rest(ledger.holdings, gone),
        claims=claims,
        decisions=_rest(ledger.decisions, gone),
        recorded=_rest(ledger.recorded, gone),
        visibility=_rest(ledger.visibility, gone),
        tombstones=ledger.tombstones,
    )


def _rest(rows: Mapping[_Id, _Entry], left_out: frozenset[str]) -> dict[_Id, _Entry]:
    return {one: row for one, row in rows.items() if one not in left_out}
