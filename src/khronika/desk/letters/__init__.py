"""Writing to somebody: may one now, where to, how; and what was sent and came back."""
