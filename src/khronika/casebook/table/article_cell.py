"""Articles as people write them into a column of articles.

There the word "article" goes without saying: "205.2 ч. 2; 280.3 ч. 1", "20.3.3 КоАП".

Invariants:

- A number that belongs to no article that was read is reported: nothing is passed over.
- A spreadsheet turns 20.10 into 20.1, so an administrative article kept as a number is asked about.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from khronika.casebook.table.cell_said import CellSaid, Reading, Said, Trouble
from khronika.casebook.table.cell_words import words
from khronika.schema.value import Choice, Value
from khronika.values.charge import ADMINISTRATIVE_CODE, Charge, FoundCharge, find_charges
from khronika.values.legal import LegalReference

_CANONICAL = re.compile(r"[A-Z]{2,3}-[A-Za-z]{2,6} \d[\d./a-z]*\Z")
_SEPARATOR = re.compile(r"\s*[;\n]\s*")
# A number of two digits or more that no word and no other number stands before.
_BARE = re.compile(r"(?<![\w.(/-])(?<![^\W\d_]\. )(?<![^\W\d_] )(?<![^\W\d_]\.)(\d{2,3}(?:\.\d)*)")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_REMEDY = 'Write "ст. 205.2 ч. 2", "art. 205.2 part 2" or RU-UK 205.2/2; ";" between several.'


def read_articles(text: str, *, number: bool, reading: Reading) -> CellSaid:
    """The charges the cell names, and what of it could not be read."""
    charges: list[Charge] = []
    passed_over = False
    for part in filter(None, _SEPARATOR.split(text)):
        found, whole = _part(part)
        charges += found
        passed_over |= not whole
    kept = [one for one in dict.fromkeys(charges) if _exists(one.reference, reading.known_article)]
    said = tuple(Said("charge", _fields(one)) for one in kept)
    unknown = len(set(charges)) - len(kept)
    return _checked(said, kept, number=number, passed_over=passed_over, unknown=unknown)


def _checked(
    said: tuple[Said, ...], kept: Iterable[Charge], *, number: bool, passed_over: bool, unknown: int
) -> CellSaid:
    if number and any(one.reference.code == ADMINISTRATIVE_CODE for one in kept):
        message = "The spreadsheet keeps this article as a number: 20.1 may have been 20.10."
        return CellSaid((), Trouble("bad-legal", message, "Make the cell a text: '20.10."))
    if unknown:
        message = "The code has no such article, as far as we know."
        remedy = "Check it; if it is right, add it to `articles` in casebook.toml."
        return CellSaid(said, Trouble("unknown-article", message, remedy))
    if passed_over or not said:
        message = "Not everything here is an article." if said else "No article stands here."
        return CellSaid(said, Trouble("bad-legal", message, _REMEDY))
    return CellSaid(said)


def _part(text: str) -> tuple[list[Charge], bool]:
    """The charges of one part of a cell, and whether every number of it belongs to one."""
    if _CANONICAL.match(text):
        return [Charge(LegalReference.parse(text))], True
    bare = _terms().sub(";", text)  # "ч. 1, 2 года" names no part 2
    written = _BARE.sub(r"ст. \1", bare)
    found = find_charges(written)
    whole = bool(found) and bare == text and _is_covered(written, found)
    return [one.charge for one in found], whole


@cache
def _terms() -> re.Pattern[str]:
    units = "|".join(sorted({unit for all_ in words()["terms"].values() for unit in all_}))
    return re.compile(rf"[,\s]*\b\d+(?:[.,]\d+)?\s*(?:{units})(?!\w)\.?", re.IGNORECASE)


def _is_covered(text: str, found: Sequence[FoundCharge]) -> bool:
    return all(
        any(one.start <= number.start() and number.end() <= one.end for one in found)
        for number in _NUMBER.finditer(text)
    )


def _exists(reference: LegalReference, known: Callable[[LegalReference], bool | None]) -> bool:
    return known(reference) is not False


def _fields(charge: Charge) -> dict[str, Value]:
    fields: dict[str, Value] = {"article": charge.reference}
    if charge.stage:
        fields["stage"] = Choice(charge.stage)
    if charge.role:
        fields["role"] = Choice(charge.role)
    return fields
