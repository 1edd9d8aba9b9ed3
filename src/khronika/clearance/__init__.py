"""The one door to an edition: which claims may leave for which use.

Invariants:

- Unset means not public. Refusal, withdrawal and "do not list" beat everything.
- Clear first, then fold: status, disputes, counts and dates of an edition come from cleared claims.
- Time moves facts, never permission: today's restrictions hold for every past state.
"""
