"""The people of the archive: found, begun, added to, and what clashes settled."""
