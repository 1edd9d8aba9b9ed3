"""Documents: the words that were pasted, what they seem to say, and taking it by a touch."""
