"""Turns what was cleared into files: site, data, and later book, letters, calendar, petition."""
