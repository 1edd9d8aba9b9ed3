"""Every sentence a rule may say, in English, under its code: one module for each room.

`Say(code, params)` names a sentence; `wording.py` translates it and fills the `{params}`. To add
one: put it into the module of its room, in the order of codes, and run
`python -m khronika.values.catalogue`, which adds it to every language's catalogue. A new room adds
its module to the two tables below.

- `SENTENCES` holds sentences that stay the same whatever the numbers in them.
- `COUNTED` holds those that change with `{count}`: one, many.

Parameters are printed by what they are (dates, terms, money, legal references, names, numbers,
other sentences); a year is given as a date, because a bare number is printed with separators.
"""

from collections.abc import Mapping
from types import MappingProxyType

from khronika.values.sentences import (
    clearance,
    desk,
    dossier,
    identity,
    law,
    review,
    solidarity,
    values,
)

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **clearance.SENTENCES,
        **desk.SENTENCES,
        **dossier.SENTENCES,
        **identity.SENTENCES,
        **law.SENTENCES,
        **review.SENTENCES,
        **solidarity.SENTENCES,
        **values.SENTENCES,
    }
)

COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType({})
