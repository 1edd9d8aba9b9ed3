"""Which language a paragraph is in, told by its script and its smallest words.

Invariants:

- A paragraph that shows no language has that of the paragraphs before it.
"""

import re

SMALL_WORDS = {
    "en": frozenset(
        ("the", "of", "and", "in", "to", "was", "he", "his", "for", "with", "on", "by")
    ),
    "de": frozenset(
        (
            "der",
            "die",
            "das",
            "und",
            "in",
            "zu",
            "den",
            "von",
            "mit",
            "wurde",
            "im",
            "er",
            "am",
            "ist",
            "hat",
            "aus",
            "als",
            "nach",
            "wegen",
        )
    ),
    "fr": frozenset(("le", "la", "les", "de", "et", "des", "du", "en", "a", "une", "dans", "est")),
}
CYRILLIC = re.compile(r"[а-яёА-ЯЁ]{3,}")
LATIN_WORD = re.compile(r"[a-zà-ÿ]+")
SAMPLE = 400  # characters that are enough to tell
RUSSIAN = "ru"


def language_of(text: str, fallback: str) -> str:
    """The language of these words; the fallback where too little stands there."""
    sample = text[:SAMPLE]
    if sum(map(len, CYRILLIC.findall(sample))) * 3 > len(sample):
        return RUSSIAN
    words = set(LATIN_WORD.findall(sample.lower()))
    counts = {lang: len(small & words) for lang, small in SMALL_WORDS.items()}
    best = max(counts, key=lambda lang: counts[lang])
    if counts[best] < 2:
        return fallback
    return best
