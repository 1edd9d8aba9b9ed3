"""The brochure: everybody in short, and what a reader can do, for a table at a meeting."""
