"""Proposes claims from a text, each with the words it rests on."""
