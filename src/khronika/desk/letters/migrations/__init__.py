"""The steps in which the table of letters came to be."""
