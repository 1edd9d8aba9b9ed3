"""Holds proposals against what is known, for a person to accept or reject."""
