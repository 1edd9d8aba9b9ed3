"""Open data: the same facts as the pages, as JSON Lines and tables, with a dictionary."""
