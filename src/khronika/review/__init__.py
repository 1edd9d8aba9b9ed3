"""Holds proposals against what is known, for a person to accept or reject.

Invariants:

- A proposal is nothing of the record until a person acts on it: it can be deleted and made again.
- Who recorded something is never who confirms it.
- Everything here is a function of values; suggestions are stored by whoever has a store.
"""
