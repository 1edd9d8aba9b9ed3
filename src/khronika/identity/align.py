"""Two names held against each other word by word: what each pair of words is, and what it counts.

Invariants:

- Symmetric: what two words are to each other does not depend on which is named first.
- Of a name with more words, those take part that count most together; their order says nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import permutations

from khronika.identity.script import Script
from khronika.identity.sounds import LETTER, VOWELS, distance
from khronika.identity.token import Token
from khronika.identity.weights import ALIKE, WEIGHTS

PAIRS_CACHED = 65_536
OTHER_CASE = 15  # hundredths of a letter between two endings of one stem, at most, where
OTHER_ENDING = 60  # a word of Cyrillic may be in another case; and where none is
SURE_ENDING = 2  # sounds
SHORTEST = 3  # letters; shorter words are measured as if they had so many
CLASH = 12  # how much less alike a given name and a surname are than they sound
SAME_FATHER = 78
OTHER_FATHER = 74


_NO_VOWELS = str.maketrans("", "", "".join(sorted(VOWELS)))


class Kind(IntEnum):
    """What two words of two names are to each other."""

    SOUND = 0
    CLASH = 1
    SAME_NAME = 2
    OTHER_NAME = 3
    INITIAL = 4
    OTHER_INITIAL = 5


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two words held against each other: what they are to each other, how alike, what it counts."""

    ours: Token
    theirs: Token
    kind: Kind
    alike: int
    points: int


def alike(ours: Token, theirs: Token) -> int:
    """How much alike two words sound, in per cent."""
    if ours.sounds == theirs.sounds:
        return 100
    if writes_no_vowels(ours) or writes_no_vowels(theirs):
        apart = distance(ours.sounds.translate(_NO_VOWELS), theirs.sounds.translate(_NO_VOWELS))
        return _per_cent(apart, ours.sounds, theirs.sounds)
    apart = distance(ours.stem, theirs.stem)
    if ours.ending != theirs.ending:
        most = OTHER_CASE if Script.CYRILLIC in {ours.script, theirs.script} else OTHER_ENDING
        apart += min(most, distance(ours.ending, theirs.ending))
    if is_unsure(ours.ending) or is_unsure(theirs.ending):
        apart = min(apart, distance(ours.sounds, theirs.sounds))
    return _per_cent(apart, ours.sounds, theirs.sounds)


def is_unsure(ending: str) -> bool:
    """Whether an ending may as well belong to the word: a long one, or -ом, as in Илхом."""
    return len(ending) > SURE_ENDING or ending.endswith("m")


def writes_no_vowels(token: Token) -> bool:
    """Whether the word is in an alphabet that leaves short vowels out."""
    return token.script in {Script.ARABIC, Script.HEBREW}


def _per_cent(apart: int, ours: str, theirs: str) -> int:
    longest = max(len(ours), len(theirs), SHORTEST)
    return max(0, LETTER - apart // longest)


def same_letter(ours: Token, theirs: Token) -> bool:
    """Whether two words may begin with one letter."""
    if ours.script is theirs.script:
        return bool(ours.letter & theirs.letter)
    return bool(ours.latin & theirs.latin)


@lru_cache(maxsize=PAIRS_CACHED)
def aligned(ours: Token, theirs: Token) -> Aligned:
    """Two words held against each other."""
    if ours.is_initial or theirs.is_initial:
        same = same_letter(ours, theirs)
        kind = Kind.INITIAL if same else Kind.OTHER_INITIAL
        return Aligned(ours, theirs, kind, 0, WEIGHTS["initial" if same else "other_initial"])
    near = alike(ours, theirs)
    if ours.names and theirs.names:
        if ours.names & theirs.names:
            points = max(WEIGHTS["same_name"], ALIKE[near])
            return Aligned(ours, theirs, Kind.SAME_NAME, near, points)
        if near < LETTER and ours.is_sure and theirs.is_sure:
            points = min(WEIGHTS["other_name"], ALIKE[near])
            return Aligned(ours, theirs, Kind.OTHER_NAME, near, points)
    if (ours.names and theirs.is_surname) or (theirs.names and ours.is_surname):
        near = max(0, near - CLASH)
        return Aligned(ours, theirs, Kind.CLASH, near, ALIKE[near])
    return Aligned(ours, theirs, Kind.SOUND, near, ALIKE[near])


def best_alignment(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Aligned, ...]:
    """The words of the shorter name each held against a word of the other, to count the most."""
    if len(ours) > len(theirs):
        return best_alignment(theirs, ours)
    table = [[aligned(one, other) for other in theirs] for one in ours]
    choices = permutations(range(len(theirs)), len(ours))
    chosen = [tuple(table[n][m] for n, m in enumerate(choice)) for choice in choices]
    return max(chosen, key=lambda pairs: weakest([one.points for one in pairs]))


def weakest(points: Sequence[int]) -> int:
    """What the pairs count together: the two weakest, so that no third word makes up for them."""
    ordered = sorted(points)
    return sum(ordered[:2]) + sum(min(0, one) for one in ordered[2:])


class Fathers(IntEnum):
    """What two patronymics say."""

    NOTHING = 0
    SAME = 1
    SAME_INITIAL = 2
    APART = 3


def fathers(ours: Token | None, theirs: Token | None) -> Fathers:
    """What the patronymics say: nothing unless both names have one."""
    if ours is None or theirs is None:
        return Fathers.NOTHING
    if ours.is_initial or theirs.is_initial:
        return Fathers.SAME_INITIAL if same_letter(ours, theirs) else Fathers.APART
    if ours.fathers and theirs.fathers:
        return Fathers.SAME if ours.fathers & theirs.fathers else Fathers.APART
    near = _per_cent(distance(ours.father, theirs.father), ours.father, theirs.father)
    if near >= SAME_FATHER:
        return Fathers.SAME
    return Fathers.APART if near < OTHER_FATHER else Fathers.NOTHING


FATHERS_POINTS = (
    0,
    WEIGHTS["patronymic"]["same"],
    WEIGHTS["patronymic"]["same_initial"],
    WEIGHTS["patronymic"]["apart"],
)
