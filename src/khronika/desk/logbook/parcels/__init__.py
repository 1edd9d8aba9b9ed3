"""Parcels: how many somebody may get, which are taken, and which may be left to other groups."""
