"""Which given name a word is, in whatever script, spelling, short form or neighbouring language.

The names are data (`given.yaml`). A form may stand for several names ("Слава"), so the answer is a
set; two words can be one name when their sets meet.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from typing import cast

from khronika.identity.script import plain
from khronika.identity.sounds import TABLE, VOWELS, WORDS_CACHED, distance, sounds_of
from khronika.identity.table import read_table

Names = frozenset[int]

NOBODY: Names = frozenset()
MAX_READINGS = 12  # of one word whose letters are ambiguous
SURE = 15  # dearer readings of a letter are not tried
NOMINATIVE = ("", "a", "j", "ja", "ij", "ej", "aj", "ija")  # how given names end
ALMOST = 35  # hundredths of a letter between a word and a form it still is
_KEY = str.maketrans(
    {"j": "i", "E": "e", "O": "o", "A": "e", "1": "u", "3": "o", "^": "v", "4": "o", "2": "i"}
)
_AMBIGUOUS = frozenset(TABLE["may_be"]) - VOWELS
_SILENT = str.maketrans("", "", "".join(VOWELS) + "j")


def names_meant(sounds: str) -> Names:
    """The given names a word with these sounds stands for; empty for a word not in the table."""
    forms = _known().forms
    if _AMBIGUOUS.isdisjoint(sounds):
        return forms.get(key_of(sounds), NOBODY)
    for reading in islice(readings(sounds), MAX_READINGS):
        found = forms.get(key_of(reading))
        if found:
            return found
    return NOBODY


def names_nearly_meant(sounds: str) -> Names:
    """The names of forms that differ in nothing but a vowel that conventions write differently."""
    known = _known()
    near = known.alike.get(sounds.translate(_SILENT), ())
    return NOBODY.union(
        *(
            known.forms[key_of(one)]
            for one in near
            if abs(len(one) - len(sounds)) < 2 and distance(one, sounds) <= ALMOST
        )
    )


def names_in_case(stem: str) -> Names:
    """The names some case of which has this stem: of Сергея, to Кларе, by Ильёй."""
    return _known().stems.get(key_of(stem), NOBODY)


@lru_cache(maxsize=WORDS_CACHED)
def fathers_meant(stem: str) -> Names:
    """The given names of the father a patronymic with this stem may have."""
    fathers = _known().fathers
    for reading in islice(readings(stem), MAX_READINGS):
        found = fathers.get(stem_of(key_of(reading)))
        if found:
            return found
    return NOBODY


def key_of(sounds: str) -> str:
    """The sounds without what conventions differ in: й and и, ё and е, letters twice."""
    key = sounds.translate(_KEY).replace("ie", "e").replace("ii", "i")
    return key.replace("eie", "ee")


def stem_of(key: str) -> str:
    """The key without its last vowels."""
    return key.rstrip("aeiou") or key


def readings(sounds: str) -> Iterator[str]:
    """Every row of certain sounds this row may stand for, the likeliest first."""
    if _AMBIGUOUS.isdisjoint(sounds):
        return iter((sounds,))
    choices = [_choices(one) for one in sounds]
    return ("".join(one) for one in product(*choices))


@cache
def _choices(sign: str) -> tuple[str, ...]:
    if sign in VOWELS:
        return (sign,)
    may_be = TABLE["may_be"].get(sign)
    if not may_be:
        return (sign,)
    return tuple(
        one for one, cost in sorted(may_be.items(), key=lambda row: row[1]) if cost <= SURE
    )


def _is_whole(sounds: str, base: str) -> bool:
    """Whether a form is long enough for a patronymic to be made of it, as of no short form."""
    return len(sounds.translate(_SILENT)) >= len(sounds_of(plain(base)).translate(_SILENT)) - 1


@dataclass(frozen=True, slots=True)
class Known:
    """The table of given names, ready to be looked into.

    Forms by key, by the stem their cases have, and by their consonants; fathers by stem.
    """

    forms: Mapping[str, Names]
    stems: Mapping[str, Names]
    fathers: Mapping[str, Names]
    alike: Mapping[str, tuple[str, ...]]


@cache
def _known() -> Known:
    table = cast("Mapping[str, Mapping[str, list[str] | None]]", read_table("given.yaml"))
    forms: dict[str, set[int]] = defaultdict(set)
    stems: dict[str, set[int]] = defaultdict(set)
    fathers: dict[str, set[int]] = defaultdict(set)
    alike: dict[str, set[str]] = defaultdict(set)
    rows = [
        (gender, base, spelt) for gender, names in table.items() for base, spelt in names.items()
    ]
    for number, (gender, base, spelt) in enumerate(rows):
        for form in (base, *(spelt or ())):
            for sounds in islice(readings(sounds_of(plain(form))), MAX_READINGS):
                forms[key_of(sounds)].add(number)
                alike[sounds.translate(_SILENT)].add(sounds)
                for ending in NOMINATIVE:
                    if sounds.endswith(ending):
                        stems[key_of(sounds.removesuffix(ending))].add(number)
                if gender == "male" and _is_whole(sounds, base):
                    fathers[stem_of(key_of(sounds))].add(number)
    return Known(
        _frozen(forms),
        _frozen(stems),
        _frozen(fathers),
        {k: tuple(sorted(v)) for k, v in alike.items()},
    )


def _frozen(sets: Mapping[str, set[int]]) -> Mapping[str, Names]:
    return {key: frozenset(one) for key, one in sets.items()}
