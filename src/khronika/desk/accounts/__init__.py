"""Who may come in: passphrases, the second step, sessions, and other people's accounts."""
