"""A name made ready to be compared: its words told apart by what they are.

Invariants:

- The order of given name and surname says nothing; a comma, a stop and the place beside a known
  given name help to tell a patronymic from a surname that ends like one.
- A name is read by itself: what another name looks like never changes how this one is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from khronika.identity.script import Script, plain, words_of
from khronika.identity.token import CHILD_OF, JOINED_TO_NEXT, PARTICLES, Token, token_of

LONG_ENDING = 4  # sounds: -ович tells a patronymic beside two given names, -ич does not
MAX_FREE = 5  # words beside a patronymic; of more, the longest are kept
NAMES_CACHED = 65_536
_SMALL_WORDS = CHILD_OF | PARTICLES | JOINED_TO_NEXT


@dataclass(frozen=True, slots=True)
class Prepared:
    """The words of a name: those that are compared in any order, and the patronymic if it has one.

    `patronymic` may be an initial.
    """

    free: tuple[Token, ...]
    patronymic: Token | None = None


@lru_cache(maxsize=NAMES_CACHED)
def prepare(name: str) -> Prepared:
    """The name made ready; a name without letters has no words and is nobody's."""
    tokens = [token_of(one) for one in words_of(name) if one != ","]
    patronymic = None
    if not _SMALL_WORDS.isdisjoint([one.word for one in tokens]):  # most names have none
        joined = _joined([one.shown for one in tokens])
        tokens, patronymic = _children_of([token_of(one) for one in joined])
        tokens = _without_particles(tokens)
    place = -1 if patronymic else _patronymic_at(tokens)
    if place >= 0:
        patronymic = tokens[place]
        tokens = [*tokens[:place], *tokens[place + 1 :]]
    return Prepared(_few(tokens), patronymic)


def _joined(words: Sequence[str]) -> list[str]:
    """The words with "Abdul Rahman" and "Abd al-Rahman" as one."""
    if JOINED_TO_NEXT.isdisjoint(map(plain, words)):
        return list(words)
    joined: list[str] = []
    before = ""
    for word in words:
        small = plain(word)
        if before and small in PARTICLES:
            continue
        if small in JOINED_TO_NEXT:
            before += word
        else:
            joined.append(before + word)
            before = ""
    return [*joined, before] if before else joined


def _children_of(tokens: list[Token]) -> tuple[list[Token], Token | None]:
    """Take "Ариф кызы" for a patronymic."""
    for place, token in enumerate(tokens):
        if token.word in CHILD_OF and place > 1:
            father = tokens[place - 1]
            patronymic = Token(
                f"{father.shown} {token.shown}",
                father.word,
                father.sounds,
                father.stem,
                father.ending,
                father.script,
                names=father.names,
                father=father.sounds,
                fathers=father.names,
            )
            return [*tokens[: place - 1], *tokens[place + 1 :]], patronymic
    return tokens, None


def _without_particles(tokens: list[Token]) -> list[Token]:
    kept = [one for one in tokens if one.word not in PARTICLES or one.is_initial]
    return kept if len(kept) > 1 else tokens


def _patronymic_at(tokens: Sequence[Token]) -> int:
    """The place of the patronymic; -1 for none. Two words alone are a given name and a surname."""
    if len(tokens) < 3:
        return -1
    initials = [place for place, one in enumerate(tokens) if one.is_initial]
    if len(initials) >= 2:
        return initials[1]
    if initials and initials[0] and tokens[initials[0] - 1].names:
        return initials[0]
    able = [place for place, one in enumerate(tokens) if one.father and not one.names and place]
    if not able:
        return -1
    beside = [place for place in able if tokens[place - 1].names or tokens[place - 1].is_initial]
    known = [place for place in able if tokens[place].fathers]
    place = ([one for one in beside if one in known] or beside or known or able)[0]
    others = [one for number, one in enumerate(tokens) if number != place]
    return -1 if all(one.names for one in others) and not _is_plain(tokens, place) else place


def _is_plain(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a patronymic even where the others are given names: Ярош Юрий Петрович."""
    token = tokens[place]
    is_long = len(token.sounds) - len(token.father) >= LONG_ENDING
    is_last = place == len(tokens) - 1
    return bool(token.fathers) and is_long and (token.script is Script.CYRILLIC or not is_last)


def _few(tokens: Sequence[Token]) -> tuple[Token, ...]:
    if len(tokens) <= MAX_FREE:
        return tuple(tokens)
    longest = sorted(range(len(tokens)), key=lambda place: (-len(tokens[place].sounds), place))
    return tuple(tokens[place] for place in sorted(longest[:MAX_FREE]))
