"""The order of names and titles, by the alphabet of whatever script they are in.

No library: marks on Latin letters do not count (é stands with e), ё stands with е, while й is a
letter of its own, as in each of these languages' telephone books. German and French order the
same letters alike.
"""

import unicodedata
from functools import lru_cache

_KEPT = {"й": "й", "Й": "Й"}
_LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})


def name_order(name: str) -> tuple[str, str, str]:
    """Sorts names by surname, which editions print last; then by the whole name."""
    words = name.split()
    return plain(words[-1] if words else ""), plain(name), name


def title_order(title: str) -> tuple[str, str]:
    """Sorts titles by their first letter or number, whatever quotation mark comes before."""
    return plain(title.lstrip("\"'«»„“”‘’ ")), title


def first_letter(name: str) -> str:
    """The letter under which the name stands in a list, a capital."""
    return name_order(name)[0][:1].upper()


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """The text without case and without marks that do not order."""
    return "".join(map(_plain_letter, text.casefold().translate(_LIGATURES)))


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    if letter in _KEPT:
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
