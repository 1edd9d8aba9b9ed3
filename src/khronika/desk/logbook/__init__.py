"""The logbook: the group's own business, in tables of its own, forgotten after 24 months.

A folder for each kind of row: `letters`, `parcels`, `payments`, `hearings` (who goes), `petitions`,
`detained` (the first hours of somebody), `families` (who speaks with them, and when last).

Invariants:

- Nothing of it is merged, exported, published or logged. A backup holds it with the desk's other
  tables; what is too old there goes as soon as that is restored and the desk starts.
- What it teaches about a person (an answer confirms an address) enters the record like everything
  else, as a statement.
- Nobody's name stands in a row. Where the desk has to know whether it was you, the row points at
  the account, and lets go of it when that access ends.
- Every table has a rule by which it is forgotten (`forgetting.py`).
"""
