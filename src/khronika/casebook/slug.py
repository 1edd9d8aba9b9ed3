"""Makes a slug of a title, so that a file is found again by its name."""

import re
import unicodedata

from khronika.values.name import transliterate

LONGEST = 40  # long enough to recognise a title, short enough for a list
_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of_title(title: str, *, mark: str) -> str:
    """The title's letters and digits, and a mark that keeps namesakes apart."""
    latin = unicodedata.normalize("NFKD", transliterate(title, "en")).casefold()
    plain = "".join(sign for sign in latin if not unicodedata.combining(sign))
    words = _OTHER.sub("-", plain).strip("-")[:LONGEST].strip("-")
    return f"{words or 'source'}-{mark}"
