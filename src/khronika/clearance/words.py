"""Finding many texts in many files at once, word by word.

Words are compared without regard to case, to ё and е, to soft hyphens and to the usual Russian
endings, so that "Ивану Петрову" is found where "Иван Петров" is looked for.

Invariants:

- The time depends on the words read, hardly on how many texts are looked for.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # between letters
_ENDINGS = re.compile(  # after three letters that stay: shorter stems make different names one
    r"(?<=\w{3})(?:иями|ого|его|ому|ему|ами|ями|ыми|ими|ием|ией|иям|иях|ой|ей|ою|ею|ом|ем|ам|ям|ах"
    r"|ях|ым|им|ых|их|ий|ый|ая|яя|ую|юю|ое|ее|ия|ию|ии|ие|а|я|у|ю|е|и|ы|о|ь|й)$"
)
_PIECE, _STEP = 8, 4  # words

Sought = TypeVar("Sought")


def words_of(text: str) -> list[str]:
    """The words of the text, each as it is compared."""
    return list(map(_stem, _written(text)))


def _written(text: str) -> list[str]:
    return _WORD.findall(_whole(text).casefold())


def pieces_of(text: str) -> list[str]:
    """The text, or of a long one pieces of it: who copies eleven words in a row copies one."""
    whole = _whole(text)
    places = [found.span() for found in _WORD.finditer(whole)]
    if len(places) <= _PIECE:
        return [text]
    starts = {*range(0, len(places) - _PIECE, _STEP), len(places) - _PIECE}
    return [whole[places[at][0] : places[at + _PIECE - 1][1]] for at in sorted(starts)]


def _whole(text: str) -> str:
    """The text in NFC, without what is unseen inside words."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    for sign in _UNSEEN:
        text = text.replace(sign, "")
    return text


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """The word without a Russian case ending; other words as they are."""
    plain = word.replace("ё", "е")
    return _ENDINGS.sub("", plain)


@dataclass(slots=True)
class _Step(Generic[Sought]):
    """What follows one word: the next words, and what ends here."""

    after: dict[str, "_Step[Sought]"] = field(default_factory=dict)
    ends: set[Sought] = field(default_factory=set)


class Lookup(Generic[Sought]):
    """Texts to look for, each standing for something."""

    def __init__(self, sought: Mapping[Sought, Iterable[str]]) -> None:
        self._root: _Step[Sought] = _Step()
        self._telling: set[str] = set()  # of each text the longest word: the rarest, mostly
        for meaning, texts in sought.items():
            for text in texts:
                self._add(words_of(text), meaning)

    def find(self, text: str) -> set[Sought]:
        """Everything of which a text stands in this one."""
        begins = self._root.after
        written = _written(text) if begins else []
        if not self._is_told_by(written):  # so it is with most pages
            return set()
        words = list(map(_stem, written))
        starts = (start for start, word in enumerate(words) if word in begins)
        return {meaning for start in starts for meaning in self._from(words, start)}

    def may_find_in(self, text: str) -> bool:
        """Whether the longest word of any of the texts stands in this one."""
        return self._is_told_by(_written(text))

    def _is_told_by(self, written: Iterable[str]) -> bool:
        return not self._telling.isdisjoint(map(_stem, set(written)))

    def _add(self, words: Sequence[str], meaning: Sought) -> None:
        step = self._root
        for word in words:
            step = step.after.setdefault(word, _Step())
        if words:
            step.ends.add(meaning)
            self._telling.add(max(words, key=len))

    def _from(self, words: Sequence[str], start: int) -> Iterator[Sought]:
        step = self._root
        for place in range(start, len(words)):
            following = step.after.get(words[place])
            if following is None:
                return
            step = following
            yield from step.ends
