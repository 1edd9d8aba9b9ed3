"""The steps in which the tables of tokens came to be."""
