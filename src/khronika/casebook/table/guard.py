"""Keeps a cell from being taken for a formula by whatever opens the table next.

Invariants:

- `plain(guarded(text)) == text` for every text.
"""

import re

_RISKY = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n]")


def guarded(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would calculate."""
    return f"'{text}" if _RISKY.match(text) else text


def plain(text: str) -> str:
    """The text without that apostrophe."""
    return text[1:] if _GUARDED.match(text) else text
