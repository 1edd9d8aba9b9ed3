"""Turns the bytes of a source into text with offsets; holds the one module that opens a socket.

Invariants:

- The reader is chosen by what the bytes are, never by what a file is called.
- Trouble in a document is a `Problem` of its `Reading`; no document stops a run.
- Every part of a text leads back to where it stands: page and box where there are pages.
"""

from khronika.intake.limits import Limits
from khronika.intake.reader import read
from khronika.intake.reading import Box, Part, PartKind, Reading

__all__ = ["Box", "Limits", "Part", "PartKind", "Reading", "read"]
