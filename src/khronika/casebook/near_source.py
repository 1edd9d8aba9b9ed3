"""Finds the sources whose text is nearly that of a new one.

Sketches of the texts are kept in the cache; those that are missing are made from the vault.
"""

from khronika.casebook.cache import Cache
from khronika.casebook.casebook import Casebook
from khronika.ledger.ledger import Ledger
from khronika.review.near import Near, Sketch, near, sketch


def near_sources(casebook: Casebook, ledger: Ledger, text: str) -> tuple[Near, ...]:
    """The sources of the ledger whose text is nearly the one of this hash, the likest first."""
    cache = Cache(casebook.settings.folder)
    known = cache.sketches()
    new = _sketch(casebook, cache, known, text)
    by_source = {
        str(held.source): _sketch(casebook, cache, known, held.sha256)
        for held in ledger.holdings.values()
        if held.read_from and casebook.vault.has(held.sha256)
    }
    return near(new, by_source)


def _sketch(casebook: Casebook, cache: Cache, known: dict[str, Sketch], text: str) -> Sketch:
    if text not in known:
        known[text] = sketch(casebook.vault.get(text).decode("utf-8", "replace"))
        cache.keep_sketch(text, known[text])
    return known[text]
