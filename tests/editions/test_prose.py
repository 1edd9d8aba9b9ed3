"""A text says above itself what readers have to know of it."""

from dataclasses import replace

import pytest

from editions.publications import ALENA, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.prose import prose_view
from khronika.editions.reader import Reader


@pytest.mark.parametrize(
    ("lang", "stale", "said"),
    [
        ("en", False, ""),
        ("en", True, "older than the original"),
        ("ru", True, "Nobody has translated this text yet"),
    ],
)
def test_a_stale_translation_says_so_where_it_is_read(lang: str, stale: bool, said: str) -> None:
    text = Prose("biography", ALENA, lang, "A story.", stale=stale)
    reader = Reader(replace(a_publication(), prose=(text,)), "en")
    above = prose_view(reader, ALENA, "biography").fallback
    assert (said in above) if said else not above
