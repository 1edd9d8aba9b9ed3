"""Days to come, as calendars that any program can read."""
