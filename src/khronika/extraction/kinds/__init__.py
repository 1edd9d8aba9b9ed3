"""One module for each kind of fact: what it takes from the words that say it."""
