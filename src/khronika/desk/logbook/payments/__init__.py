"""Payments: what is asked for, two yeses, what was paid, and the sums for the treasurer."""
