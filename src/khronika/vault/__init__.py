"""Keeps the bytes of sources, and the texts read from them, under their SHA-256."""
