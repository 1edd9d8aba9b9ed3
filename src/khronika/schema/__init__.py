"""What can be claimed and decided: kinds, passages, claims, decisions, sources and their ids."""
