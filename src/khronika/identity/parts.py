"""Which word of a name is which: proposed where the words leave one answer.

A person confirms it.

Invariants:

- It proposes and never decides; where two words could be the given name it proposes nothing.
"""

from khronika.identity.script import Script
from khronika.identity.token import Token, token_of
from khronika.values.name import PersonName

_FEWEST, _MOST = 2, 3


def parts_of(name: str) -> PersonName | None:
    """The parts of a Cyrillic name of two or three words; None where the words do not tell."""
    tokens = [token_of(word) for word in name.replace(",", " ").split()]
    if not _FEWEST <= len(tokens) <= _MOST or not all(map(_is_whole_word, tokens)):
        return None
    given = _given(tokens)
    if given is None:
        return None
    rest = [one for one in tokens if one is not given]
    father = _father(given, tokens) if len(tokens) == _MOST else None
    family = [one for one in rest if one is not father]
    if len(family) != 1:
        return None
    return PersonName(family[0].shown, given.shown, father.shown if father else "")


def _is_whole_word(token: Token) -> bool:
    return token.script is Script.CYRILLIC and not token.is_initial


def _given(tokens: list[Token]) -> Token | None:
    """The one word that is a given name, and no father's name or family name as well."""
    names = [one for one in tokens if one.names and one.is_sure and not one.father]
    surest = [one for one in names if not one.is_surname] or names
    return surest[0] if len(surest) == 1 else None


def _father(given: Token, tokens: list[Token]) -> Token | None:
    """The father's name, which stands behind the given one."""
    after = tokens[tokens.index(given) + 1 :][:1]
    return after[0] if after and after[0].father else None
