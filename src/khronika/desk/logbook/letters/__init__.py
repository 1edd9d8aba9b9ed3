"""Letters: may one write now, where to, how; what was sent, what came back."""
