"""The steps in which the tables of the logbook came to be."""
