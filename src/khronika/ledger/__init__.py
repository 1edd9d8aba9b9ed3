"""The only record about the persecuted: what sources say, what editors decided. It only grows."""
