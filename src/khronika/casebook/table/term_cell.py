"""Terms of punishment as people write them: "9 лет 6 месяцев", "7 years", "5,5 Jahre", "9y".

Invariants:

- A number without a unit is asked about, unless the column itself has one.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from khronika.casebook.table.cell_said import Unreadable
from khronika.casebook.table.cell_words import folded, words
from khronika.values.term import InvalidTerm, Term

_PART = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*([^\W\d_]*)\.?")
_BETWEEN = re.compile(r"[\s,;+]|and|und|et|и")
_MONTHS = 12
_REMEDY = 'Write "9 years 6 months", "9 лет 6 месяцев", or 9y6m.'


def read_term(text: str, *, unit: str) -> Term:
    """The term; `unit` is what a bare number counts, empty where the column does not say."""
    plain = folded(text)
    if plain in set(map(folded, words()["life"])):
        return Term(life=True)
    try:
        return Term.parse(plain)
    except InvalidTerm:
        return _counted(plain, unit)


def _counted(plain: str, unit: str) -> Term:
    parts = _PART.findall(plain)
    if not parts or _BETWEEN.sub("", _PART.sub("", plain)):
        raise Unreadable("bad-term", "This is no term of punishment.", _REMEDY)
    months, days = Fraction(0), Fraction(0)
    for number, word in parts:
        count = Fraction(number.replace(",", "."))
        match _units().get(word) or (unit if not word and len(parts) == 1 else ""):
            case "y":
                months += count * _MONTHS
            case "m":
                months += count
            case "d":
                days += count
            case _:
                raise Unreadable("bad-term", "Years, months or days? It does not say.", _REMEDY)
    if months.denominator != 1 or days.denominator != 1:
        raise Unreadable("bad-term", "This is no whole number of months.", _REMEDY)
    return Term(months=int(months), days=int(days))


@cache
def _units() -> Mapping[str, str]:
    return {folded(word): unit for unit, all_ in words()["terms"].items() for word in all_}
