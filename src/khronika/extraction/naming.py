"""Given names, family names and patronymics: told apart, and folded back to the nominative.

Russian bends names ("Ивана Петрова", "Марии Ивановой"). The given name tells the case and the
gender, and with both the family name is led back; Latin spellings meet by the fold of names.

Invariants:

- Folding back never invents letters beyond the endings of the declensions written here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypedDict, cast

from khronika.extraction.table import read_grammar
from khronika.values.name import fold_name

CACHED = 131_072  # distinct capitalised words; a long book holds some ten thousand


class Gender(StrEnum):
    """What pronouns and endings can refer to a person."""

    MALE = "m"
    FEMALE = "f"
    UNKNOWN = ""


class NameTable(TypedDict):
    """The shape of `names.yaml`."""

    male: str
    female: str
    male_latin: str
    female_latin: str
    short: Mapping[str, list[str]]
    family_endings: list[str]
    never: str


@dataclass(frozen=True, slots=True)
class Given:
    """A given name as found: its nominative, its gender, and whether it stands bent."""

    nominative: str
    gender: Gender
    is_bent: bool = False
    full: tuple[str, ...] = ()


TABLE = cast("NameTable", read_grammar("names"))
NEVER = frozenset(TABLE["never"].split())
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
PATRONYMIC = re.compile(
    r"(?:\w{2,30}(?:ович|евич|ьич|ovich|evich|yevich|ovych|owitsch|ewitsch|ovitch|evitch)(?:а|у|ем|е|em|a|u)?"
    r"|(?:Ил|Кузьм|Фом|Лук|Саввич|Никит)\w{0,20}ич(?:а|у|ем|е)?"
    r"|\w{2,30}(?:овна|евна|ична|инична|ovna|evna|ichna|owna|ewna)|\w{2,30}(?:овн|евн|ичн)(?:ы|е|у|ой)"
    r"|oglu|oğlu|оглы|qizi|кызы|улы|uly)"
)
PATRONYMIC_ENDING = re.compile(
    r"(?:ь?евич|ович|ич|евна|ьевна|овна|инична|ична|i?[ey]+vich|ovich|ovych|ich|[ey]+vna|ovna|i?chna|[eo]witsch|[eo]vitch"
    r"|[ео]вн|евн|ичн|oglu|oğlu|оглы|qizi|кызы|улы|uly)(?:а|у|ем|е|ы|ой|em|a|u)?$"
)
FAMILY_ENDING = re.compile(
    rf"\w{1, 30}?(?:{'|'.join(sorted(TABLE['family_endings'], key=len, reverse=True))})"
)
# From the bent ending of a family name to the nominative one; the first that fits is taken.
MALE_FAMILY = (
    (r"(ов|ев|ёв|ин|ын|цин)(?:а|у|ым|е|ом)$", r"\1"),
    (r"(с|ц)к(?:ого|ому|им|ом)$", r"\1кий"),
    (r"(?:ого|ому|ым|ом)$(?<=[бвдлмнрст]ого|[бвдлмнрст]ому|.[бвдлмнрст]ым)", "ый"),
    (r"([бвгдзклмнпрстфхцчшщж])(?:а|у|ом|ем|е)$", r"\1"),
    (r"(а|е|и|о|у)(?:я|ю|ем)$", r"\1й"),
    (r"(?:ь|я|ю|ем)$", "ь"),
)
FEMALE_FAMILY = (
    (r"(ов|ев|ёв|ин|ын)(?:ой|у)$", r"\1а"),
    (r"(с|ц)к(?:ой|ую)$", r"\1кая"),
    (r"ую$", "ая"),
)
STEM = re.compile(
    r"(?<=\w{3})(?:ого|ому|ыми|ими|ым|им|ом|ой|ая|ую|ий|ый|ей|ем|ью|а|я|у|ю|е|и|ы|ь|й)$"
)


def given_name(word: str) -> Given | None:
    """The given name this word is, in any case form and either script."""
    return _given(word.replace("ё", "е"))


@lru_cache(maxsize=CACHED)
def _given(word: str) -> Given | None:
    if word in NEVER:
        return None
    if CYRILLIC.search(word):
        return _cyrillic_given().get(word)
    found = _latin_given().get(fold_name(word)) if len(word) > 2 else None
    return found and Given(word, found.gender, full=found.full)


@lru_cache(maxsize=CACHED)
def is_family(word: str) -> bool:
    """Whether the word has the ending of a family name of the region."""
    return word not in NEVER and FAMILY_ENDING.fullmatch(word.lower()) is not None


@lru_cache(maxsize=CACHED)
def is_patronymic(word: str) -> bool:
    """Whether the word is somebody's patronymic: it is made of a man's given name."""
    if PATRONYMIC.fullmatch(word) is None:
        return False
    root = fold_name(PATRONYMIC_ENDING.sub("", word))
    return not root or any(name.startswith(root) for name in _male_keys())


@lru_cache(maxsize=CACHED)
def nominative_patronymic(word: str) -> str:
    """The patronymic as it is written in the nominative."""
    word = re.sub(r"ич(?:а|у|ем|е)$", "ич", word)
    return re.sub(r"(овн|евн|ичн)(?:ы|е|у|ой)$", r"\1а", word)


@lru_cache(maxsize=CACHED)
def nominative_family(word: str, gender: Gender, *, is_bent: bool) -> str:
    """The family name in the nominative, for somebody whose given name stands in this case."""
    if not is_bent or not CYRILLIC.search(word):
        return word
    for found, becomes in MALE_FAMILY if gender is Gender.MALE else FEMALE_FAMILY:
        folded = re.sub(found, becomes, word)
        if folded != word:
            return folded
    return word


def singular(word: str) -> str:
    """One person's family name out of that of several: Ершов of "Ершовы"."""
    return re.sub(r"(?<=ов|ев|ёв|ин|ын)ы$", "", re.sub(r"(?<=ск|цк)ие$", "ий", word))


@lru_cache(maxsize=CACHED)
def stem(word: str) -> str:
    """A key that all case forms of one family name share; in Latin letters the fold of names."""
    if CYRILLIC.search(word):
        return STEM.sub("", word.lower().replace("ё", "е"))
    return fold_name(word)


@lru_cache(maxsize=CACHED)
def given_keys(word: str) -> frozenset[str]:
    """The folded full names a given name, familiar or full, may stand for; itself if unknown."""
    found = given_name(word)
    if found is None:
        return frozenset((fold_name(word),))
    return frozenset(map(fold_name, found.full or (found.nominative,)))


@cache
def _male_keys() -> frozenset[str]:
    return frozenset(fold_name(name) for name, gender, _ in _names() if gender is Gender.MALE)


@cache
def _cyrillic_given() -> Mapping[str, Given]:
    table: dict[str, Given] = {}
    for name, gender, full in _names():
        if not CYRILLIC.search(name):
            continue
        for form in _forms(name.replace("ё", "е"), gender):
            is_bent = form != name.replace("ё", "е")
            if not is_bent or form not in table or (table[form].is_bent and gender is Gender.MALE):
                table[form] = Given(name, gender, is_bent, full)
    return table


@cache
def _latin_given() -> Mapping[str, Given]:
    return {fold_name(name): Given(name, gender, full=full) for name, gender, full in _names()}


def _names() -> Iterator[tuple[str, Gender, tuple[str, ...]]]:
    for short, full in TABLE["short"].items():
        feminine = set(TABLE["female"].split()) & set(full)
        masculine = set(TABLE["male"].split()) & set(full)
        both = bool(feminine) and bool(masculine)
        gender = Gender.UNKNOWN if both else Gender.FEMALE if feminine else Gender.MALE
        yield short, gender, tuple(full)
    for key, gender in (("female", Gender.FEMALE), ("male", Gender.MALE)):
        for name in (TABLE[key] + " " + TABLE[f"{key}_latin"]).split():  # type: ignore[literal-required]
            yield name, gender, ()


def _forms(name: str, gender: Gender) -> Iterator[str]:
    yield name
    base = {"Павел": "Павл", "Лев": "Льв"}.get(name, name)
    last = base[-1]
    if last in "ая":
        root = base[:-1]
        endings = ("ы", "и", "е", "у", "ой", "ою") if last == "а" else ("и", "е", "ю", "ей", "ею")
        yield from (root + ending for ending in endings)
    elif last == "й":
        yield from (base[:-1] + ending for ending in ("я", "ю", "ем", "е", "и"))
    elif last == "ь" and gender is Gender.FEMALE:
        yield from (base[:-1] + ending for ending in ("и", "ью"))
    elif last == "ь":
        yield from (base[:-1] + ending for ending in ("я", "ю", "ем", "е"))
    elif gender is not Gender.FEMALE:
        yield from (base + ending for ending in ("а", "у", "ом", "е"))
