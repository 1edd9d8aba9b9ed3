"""Where a paragraph names people, found by capitals, name tables, titles and endings.

Invariants:

- A mention is a place in a paragraph; whom it means is for `cast.py` to say.
- Words of one run of capitals belong to one mention at most.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict, Unpack

from khronika.extraction.naming import (
    CYRILLIC,
    NEVER,
    Gender,
    given_name,
    is_family,
    is_patronymic,
    nominative_family,
    nominative_patronymic,
)

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄЎҚӘŁŚŠŽČİ"
ONE_WORD = rf"[{UPPER}]\w{{0,40}}(?:[-’'ʼ]\w{{1,40}}){{0,4}}['’]?\.?"
RUN = re.compile(rf"(?<![\w'’]){ONE_WORD}(?: {{1,3}}{ONE_WORD}){{0,15}}")
WORD = re.compile(ONE_WORD)
POSSESSIVE = re.compile(r"['’][sS]$|(?<=s)['’]$")
RUNS_CACHED = 65_536  # distinct runs of capitalised words; a long book has some 20,000
INITIAL = re.compile(rf"[{UPPER}][а-яa-z]?\.")


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a run, without a possessive ending or a full stop."""

    text: str
    start: int
    end: int
    is_possessive: bool
    is_initial: bool
    stops: bool


class Parts(TypedDict, total=False):
    """What a mention may say of a name."""

    given: str
    patronymic: str
    family: str
    gender: Gender
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a person: in parts and in the nominative where they are known."""

    start: int
    end: int
    given: str = ""
    patronymic: str = ""
    family: str = ""
    gender: Gender = Gender.UNKNOWN
    is_possessive: bool = False
    is_sure: bool = True
    shown: str = ""

    def moved(self, by: int) -> "Mention":
        """The same mention further on."""
        return Mention(
            self.start + by,
            self.end + by,
            self.given,
            self.patronymic,
            self.family,
            self.gender,
            self.is_possessive,
            self.is_sure,
            self.shown,
        )

    @property
    def full(self) -> str:
        """The name in its parts, given name first."""
        return " ".join(filter(None, (self.given, self.patronymic, self.family)))

    @property
    def is_full(self) -> bool:
        """Whether both a given and a family name are said."""
        return bool(self.given and self.family) and not self.given.endswith(".")


def mentions(text: str) -> Iterator[Mention]:
    """Every place that may name a person, in order; single words are only candidates."""
    for run in RUN.finditer(text):
        for found in _of_run(run[0]):
            yield found.moved(run.start())


@lru_cache(maxsize=RUNS_CACHED)
def _of_run(run: str) -> tuple[Mention, ...]:
    """The mentions of one run of capitalised words; the same runs come again and again."""
    words = list(_words(run))
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, used = _at(words, at) or (None, 1)
        if mention is not None:
            found.append(mention)
        at += used
    return tuple(found)


def _words(run: str) -> Iterator[Word]:
    for found in WORD.finditer(run):
        text = found[0]
        is_initial = INITIAL.fullmatch(text) is not None
        stops = text.endswith(".") and not is_initial
        bare = text if is_initial else text.rstrip(".")
        own = POSSESSIVE.sub("", bare)
        start = found.start()
        yield Word(own, start, start + len(own), own != bare, is_initial, stops)


def _at(words: Sequence[Word], at: int) -> tuple[Mention, int] | None:
    return (
        _initials(words, at)
        or _given_first(words, at)
        or _family_first(words, at)
        or _by_ending(words, at)
        or _single(words[at])
    )


def _taken(words: Sequence[Word], at: int, count: int) -> list[Word]:
    """The next words, if there are so many and no full stop stands between."""
    taken = list(words[at : at + count])
    if len(taken) < count or any(word.stops or word.is_possessive for word in taken[:-1]):
        return []
    return taken


def _initials(words: Sequence[Word], at: int) -> tuple[Mention, int] | None:
    for count in (3, 2):
        taken = _taken(words, at, count)
        if taken and all(word.is_initial for word in taken[:-1]) and _can_be_family(taken[-1]):
            initials = " ".join(word.text for word in taken[:-1])
            return _mention(taken, given=initials, family=taken[-1].text), count
        if (
            len(taken) == count
            and count == 3
            and _can_be_family(taken[0])
            and all(word.is_initial for word in taken[1:])
        ):
            initials = " ".join(word.text for word in taken[1:])
            return _mention(taken, given=initials, family=taken[0].text), count
    return None


def _given_first(words: Sequence[Word], at: int) -> tuple[Mention, int] | None:
    given = given_name(words[at].text)
    if given is None:
        return None
    three, two = _taken(words, at, 3), _taken(words, at, 2)
    if three and is_patronymic(three[1].text) and _can_be_family(three[2]):
        return _full(three, given=three[0], family=three[2], patronymic=three[1]), 3
    if two and is_patronymic(two[1].text):
        return None
    if two and _can_be_family(two[1]):
        return _full(two, given=two[0], family=two[1]), 2
    return None


def _family_first(words: Sequence[Word], at: int) -> tuple[Mention, int] | None:
    """The order of official papers: family, given, patronymic."""
    three, two = _taken(words, at, 3), _taken(words, at, 2)
    if (
        three
        and given_name(three[1].text)
        and is_patronymic(three[2].text)
        and _can_be_family(three[0])
    ):
        return _full(three, given=three[1], family=three[0], patronymic=three[2]), 3
    if two and is_family(two[0].text) and given_name(two[1].text) and not given_name(two[0].text):
        return _full(two, given=two[1], family=two[0]), 2
    return None


def _by_ending(words: Sequence[Word], at: int) -> tuple[Mention, int] | None:
    two = _taken(words, at, 2)
    if not two or two[0].text in NEVER or two[0].is_initial or len(two[0].text) < 3:
        return None
    if not is_family(two[1].text) or is_family(two[0].text) or two[0].text.isupper():
        return None
    if CYRILLIC.search(two[0].text) and re.search(
        r"(?:ий|ый|ой|ая|ое|ого|ому|ом|ые|ых)$", two[0].text
    ):
        return None
    return _mention(two, given=two[0].text, family=two[1].text, is_sure=False), 2


def _single(word: Word) -> tuple[Mention, int] | None:
    if word.text in NEVER or word.is_initial or len(word.text) < 3:
        return None
    given = given_name(word.text)
    if given:
        return _mention([word], given=given.nominative, gender=given.gender), 1
    return _mention([word], family=word.text, is_sure=False), 1


def _can_be_family(word: Word) -> bool:
    is_name = word.text not in NEVER and not word.is_initial and len(word.text) > 2
    return is_name and not (word.text.isupper() and len(word.text) < 5)


def _full(
    words: Sequence[Word], *, given: Word, family: Word, patronymic: Word | None = None
) -> Mention:
    found = given_name(given.text)
    assert found is not None  # noqa: S101 - the caller saw it
    gender = _gender(found.gender, patronymic)
    bent = found.is_bent
    written = nominative_family(family.text, gender, is_bent=bent)
    return _mention(
        words,
        given=found.nominative if bent else given.text,
        family=written,
        patronymic=nominative_patronymic(patronymic.text) if patronymic else "",
        gender=gender,
    )


def _gender(of_given: Gender, patronymic: Word | None) -> Gender:
    if patronymic is None:
        return of_given
    is_female = re.search(r"(?:на|ны|не|ну|ной|na|кызы|qizi)$", patronymic.text)
    return Gender.FEMALE if is_female else Gender.MALE


def _mention(words: Sequence[Word], **parts: Unpack[Parts]) -> Mention:
    last = words[-1]
    shown = " ".join(word.text for word in words)
    return Mention(words[0].start, last.end, is_possessive=last.is_possessive, shown=shown, **parts)
