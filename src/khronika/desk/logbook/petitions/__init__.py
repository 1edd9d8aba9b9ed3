"""Petitions: to whom they went, by when an answer is due, and what it was."""
