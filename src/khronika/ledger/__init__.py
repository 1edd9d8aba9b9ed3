"""The only record about the persecuted: what sources say and what editors decided. It only grows."""
