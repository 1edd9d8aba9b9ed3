"""Finds the sources whose text is nearly that of a new one.

Sketches of the texts are kept in the cache; those that are missing are made from the vault.
"""

from collections.abc import Iterator

from khronika.casebook.cache import Cache
from khronika.casebook.casebook import Casebook
from khronika.intake.form import Form, form_of
from khronika.ledger.ledger import Ledger
from khronika.review.near import Near, Sketch, near, sketch
from khronika.schema.source import Holding
from khronika.schema.subject import SubjectId


def near_sources(
    casebook: Casebook, ledger: Ledger, text: str, *, besides: SubjectId | None = None
) -> tuple[Near, ...]:
    """The sources of the ledger whose text is nearly the one of this hash, the likest first.

    `besides` is the source the text is of, where that is in the ledger already.
    """
    cache = Cache(casebook.settings.folder)
    known = cache.sketches()
    new = _sketch(casebook, cache, known, text)
    by_source = {
        str(held.source): _sketch(casebook, cache, known, held.sha256)
        for held in _texts(ledger)
        if held.source != besides and casebook.vault.has(held.sha256)
    }
    return near(new, by_source)


def _texts(ledger: Ledger) -> Iterator[Holding]:
    """What was read from bytes, and what came in and was not read: pasted words are their text."""
    held = ledger.holdings.values()
    read = {one.read_from for one in held}
    return (one for one in held if one.read_from or one.sha256 not in read)


def _sketch(casebook: Casebook, cache: Cache, known: dict[str, Sketch], text: str) -> Sketch:
    if text not in known:
        data = casebook.vault.get(text)
        words = data.decode("utf-8", "replace") if form_of(data) is Form.TEXT else ""
        known[text] = sketch(words)
        cache.keep_sketch(text, known[text])
    return known[text]
