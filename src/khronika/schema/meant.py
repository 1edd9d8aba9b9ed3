"""What was probably meant by a word that is not in a list."""

import difflib
from collections.abc import Iterable


def meant(word: str, known: Iterable[str]) -> str:
    """A half sentence: the nearest known words, or the whole list when it is short."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(repr(one) for one in near)}?"
    if len(words) <= 30:
        return f"it can be: {', '.join(words)}."
    return f"there are {len(words)} known ones."
