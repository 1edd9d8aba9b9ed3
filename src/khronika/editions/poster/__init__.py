"""Posters: one page for each person, to be put up where people pass."""
