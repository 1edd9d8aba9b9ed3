"""Translations of the texts people write: out as two columns, back in, and what is left to do."""
