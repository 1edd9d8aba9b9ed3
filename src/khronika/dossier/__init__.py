"""Folds accepted claims into what is known of a person or a case, with its disputes and gaps."""
