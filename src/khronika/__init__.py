"""Khronika: documents political imprisonment and stands by the prisoners."""

__version__ = "0.1.0"
