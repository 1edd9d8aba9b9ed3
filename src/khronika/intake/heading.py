"""What reads like a heading where nothing says that it is one."""

import re

_ENDS = re.compile(r"[.!?:;,…»”\")]\Z")
LONGEST = 100  # characters of a heading that only its shape tells
LONGEST_LOUD = 160  # and of one in capitals
_LEAST_LOUD = 4  # letters; fewer are an abbreviation


def is_heading(text: str) -> bool:
    """Whether it is one short line that ends no sentence, or stands in capitals."""
    if is_loud(text):
        return True
    short = len(text) <= LONGEST and "\n" not in text
    return (
        short and not _ENDS.search(text) and not text[:1].islower() and any(map(str.isalpha, text))
    )


def is_loud(text: str) -> bool:
    """Whether it is short and stands in capitals."""
    return (
        len(text) <= LONGEST_LOUD
        and text.isupper()
        and sum(map(str.isalpha, text)) >= _LEAST_LOUD
        and not text.endswith((",", ";"))
    )
