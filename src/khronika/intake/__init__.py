"""Turns the bytes of a source into text with offsets; holds the one module that opens a socket."""
