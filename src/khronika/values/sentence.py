"""Every sentence a rule may say, in English, under its code.

`Say(code, params)` names a sentence; `wording.py` translates it and fills the `{params}`. To add
one: put it into the table of its room, in the order of codes, and run
`python -m khronika.values.catalogue`, which adds it to every language's catalogue.

- `SENTENCES` holds sentences that stay the same whatever the numbers in them.
- `COUNTED` holds those that change with `{count}`: one, many.

Parameters are printed by what they are (dates, terms, money, legal references, names, numbers,
other sentences); a year is given as a date, because a bare number is printed with separators.
"""

from collections.abc import Mapping
from types import MappingProxyType


def N_(text: str) -> str:  # noqa: N802 - the name gettext users know
    """Mark a text for translation; it is translated where it is said."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the plural sibling of N_
    """Mark a sentence that changes with its `{count}`."""
    return one, many


_VALUES = {
    "values.ambiguous-date": N_(
        "“{text}” can mean {first} or {second}. Which one? Write the month as a word, or "
        "year-month-day."
    ),
    "values.date-not-understood": N_(
        "“{text}” was not understood as a date. Write 30.08.2022, 30 August 2022, August 2022, "
        "summer 2022, about 2022, or between June and July 2022."
    ),
    "values.date-without-year": N_("“{text}” has no year. Write 30.08.2022 or August 2022."),
    "values.impossible-date": N_("“{text}” is not in the calendar. Check the day and the month."),
    "values.reversed-span": N_("“{text}” ends before it begins. Write the earlier date first."),
    "values.understood-date": N_("Understood as {date}."),
}

SENTENCES: Mapping[str, str] = MappingProxyType({**_VALUES})

COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType({})
