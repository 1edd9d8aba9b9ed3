"""Packs for letter nights: whom to write to, where, and how; a folder of their own."""
