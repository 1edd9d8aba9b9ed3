"""Documents: what came in, read beside its pages, and what it says taken into the record."""
