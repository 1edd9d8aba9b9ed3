"""Families: who of the group speaks with them, and when anybody last did."""
