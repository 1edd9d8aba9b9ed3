"""The rules for letters, parcels, money and dates, as pure functions."""
