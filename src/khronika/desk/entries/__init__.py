"""One event or trait: its statements, what was decided about them, and how that is changed."""
