"""The steps in which the tables of accounts came to be."""
