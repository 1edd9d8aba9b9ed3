"""Scoring, comparing, calibrating and timing of extraction."""
