"""Finds the people who stand several times in archives of hundreds of thousands of records."""
