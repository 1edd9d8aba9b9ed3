"""Hearings: which come, whether somebody of the group goes, and what came of them."""
