"""Slides of a case: twelve pages to speak to at a meeting."""
