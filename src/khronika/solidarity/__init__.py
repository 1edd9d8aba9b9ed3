"""The rules for letters, parcels, money and dates, as pure functions.

Callers hand in what they know, and get an answer with its reason: `writing.may_write` (may one
write now, until when), `address_block.address_block` (the lines of an envelope),
`channels.channels` (ways to send and what each learns), `freshness.mail_by` (how early),
`parcels.parcel_quota` and `parcels.left_in_window`, `money.payment_warnings`, `tables.donts`
(what may not be written), `tables.advice`, `tables.observances`, `days.next_yearly`.

Invariants:

- Where anything is vague the answer is the one that harms nobody.
- Numbers and advice are rows of tables with where they come from, and whether it was read there.
"""
