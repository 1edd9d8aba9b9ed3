"""Exhibition panels: a person to a panel, large enough for a wall (A2)."""
